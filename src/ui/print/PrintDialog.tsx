/** What is put on which paper: the browser's own dialog, with its preview and its printers, comes after. */
import { createSignal, onCleanup, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { chartsOf } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { Select } from "../kit/Select.tsx";
import type { Printed, Shell } from "../shell/state.ts";
import { layPaper, type Paper, print, type Turned } from "./paper.ts";
import { layRecord, layView, MOST_PRINTED, printedColumns } from "./sheets.ts";

/** Wider views are turned, in CSS pixels of their columns together. */
const WIDE = 900;

/** Where Letter is what printers hold. */
const LETTER = new Set(["US", "CA", "MX", "PH", "CL", "CO", "VE"]);

function usualPaper(locale: string): Paper {
  return LETTER.has(new Intl.Locale(locale).maximize().region ?? "") ? "letter" : "a4";
}

/** What is folded away is not printed; heads of groups are. */
const rowsOf = (app: App): number => app.counts()?.places ?? 0;

const orientationOf = (app: App, what: Printed): Turned => {
  const [sheet, view] = [app.sheet(), app.view()];
  if (what !== "view" || sheet === null || view === null) return "portrait";
  const width = printedColumns(sheet, view).reduce((sum, column) => sum + column.width, 0);
  return width > WIDE ? "landscape" : "portrait";
};

/** How many rows that will be, or beside which day the charts. */
function saidOf({ app, compared }: Shell, what: Printed): string {
  const rows = rowsOf(app);
  const comparing = compared();
  if (what === "dashboard" && comparing !== null) return app.t("print.compared", comparing);
  if (what !== "view") return "";
  return rows > MOST_PRINTED
    ? app.t("print.cut", { most: MOST_PRINTED, rows })
    : app.t("print.rows", { rows, grouped: (app.view()?.group ?? []).length > 0 });
}

/** Null: laid; else why not. */
async function lay(
  { app, compared }: Shell,
  what: Printed,
  laid: HTMLElement,
  onRows: (rows: number) => void,
): Promise<string | null> {
  const { t } = app;
  const [sheet, view] = [app.sheet(), app.view()];
  if (sheet === null || view === null) return t("print.noRows");
  switch (what) {
    case "view":
      if (rowsOf(app) === 0) return t("print.noRows");
      await layView(app, laid, sheet, view, onRows);
      return null;
    case "record": {
      const at = app.at();
      const [row] = at === null ? [] : await app.rows(at.row, at.row + 1);
      return row !== undefined && (await layRecord(app, laid, sheet, row.id)) ? null : t("print.noRow");
    }
    case "dashboard": {
      if (chartsOf(sheet).length === 0) return t("print.noCharts");
      const { layCharts } = await import("./chartSheet.ts");
      const destroy = await layCharts(app, laid, sheet, compared());
      addEventListener("afterprint", destroy, { once: true });
      return null;
    }
  }
}

/** What stands above each page: whose list it is, and of which day. */
function headingOf(app: App, what: Printed): { readonly left: string; readonly right: string } {
  const names = [app.state()?.workbook.settings.name, app.sheet()?.name];
  const left = [...names, ...(what === "view" ? [app.view()?.name] : [])].filter(
    (name) => name !== undefined,
  );
  const right = new Intl.DateTimeFormat(app.locale().tag, { dateStyle: "long" }).format(new Date());
  return { left: left.join(" · "), right };
}

interface Wish {
  readonly what: Printed;
  readonly paper: Paper;
  readonly turned: Turned;
}

function Wishes(props: {
  readonly app: App;
  readonly wish: Wish;
  readonly onChange: (part: Partial<Wish>) => void;
}) {
  const { t } = props.app;
  const choices = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <>
      <Labelled label={t("print.what")}>
        <Select
          options={choices<Printed>(["view", "record", "dashboard"], (value) => t(`print.what.${value}`))}
          value={props.wish.what}
          onChange={(what) => props.onChange({ what })}
        />
      </Labelled>
      <Labelled label={t("print.paper")}>
        <Select
          options={choices<Paper>(["a4", "letter"], (value) =>
            value === "a4" ? "A4" : t("print.paper.letter"),
          )}
          value={props.wish.paper}
          onChange={(paper) => props.onChange({ paper })}
        />
      </Labelled>
      <Labelled label={t("print.turned")}>
        <Select
          options={choices<Turned>(["portrait", "landscape"], (value) => t(`print.turned.${value}`))}
          value={props.wish.turned}
          onChange={(turned) => props.onChange({ turned })}
        />
      </Labelled>
    </>
  );
}

function Laying(props: { readonly app: App; readonly laid: number }) {
  const total = (): number => Math.min(MOST_PRINTED, rowsOf(props.app));
  return <Progress label={props.app.t("print.title")} value={{ done: props.laid, total: total() }} />;
}

export function PrintDialog(props: { readonly shell: Shell; readonly what: Printed }) {
  const { shell } = props;
  const { app } = shell;
  const { t } = app;
  const [wished, setWished] = createSignal<Partial<Wish>>({});
  const [laying, setLaying] = createSignal<number | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  let open = true;
  onCleanup(() => {
    open = false;
  });
  const wish = (): Wish => {
    const what = wished().what ?? props.what;
    const usual = { paper: usualPaper(app.locale().tag), turned: orientationOf(app, what) };
    return { ...usual, ...wished(), what };
  };
  const go = async (): Promise<void> => {
    setProblem(null);
    setLaying(0);
    const { what, paper, turned } = wish();
    const laid = layPaper(paper, turned);
    const why = await lay(shell, what, laid, setLaying);
    setLaying(null);
    if (why !== null || !open) {
      laid.remove();
      setProblem(why);
      return;
    }
    print(laid, paper, turned, headingOf(app, what));
    shell.setPrinting(null);
  };
  return (
    <Dialog
      title={t("print.title")}
      closeLabel={t("common.close")}
      onClose={() => shell.setPrinting(null)}
      footer={
        <>
          <Button tone="outline" onClick={() => shell.setPrinting(null)}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" busy={laying() !== null} onClick={() => void go()}>
            {t("print.go")}
          </Button>
        </>
      }
    >
      <Wishes app={app} wish={wish()} onChange={(part) => setWished({ ...wished(), ...part })} />
      <p class="quiet">{saidOf(shell, wish().what)}</p>
      <Show when={problem()}>{(why) => <Wrong>{why()}</Wrong>}</Show>
      <Show when={laying()}>{(laid) => <Laying app={app} laid={laid()} />}</Show>
    </Dialog>
  );
}
