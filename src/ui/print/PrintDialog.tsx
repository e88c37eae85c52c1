/** What is put on which paper: the browser's own dialog, with its preview and its printers, comes after. */
import { createSignal, onCleanup, Show } from "solid-js";
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

export function PrintDialog(props: { readonly shell: Shell; readonly what: Printed }) {
  const { shell } = props;
  const { app } = shell;
  const { t } = app;
  const [what, setWhat] = createSignal<Printed>(props.what);
  const [paper, setPaper] = createSignal<Paper>(usualPaper(app.locale().tag));
  const [turned, setTurned] = createSignal<Turned | null>(null);
  const [laying, setLaying] = createSignal<number | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  let open = true;
  onCleanup(() => {
    open = false;
  });
  // What is folded away is not printed; heads of groups are.
  const rows = (): number => app.counts()?.places ?? 0;
  const usual = (): Turned => {
    const [sheet, view] = [app.sheet(), app.view()];
    if (what() !== "view" || sheet === null || view === null) return "portrait";
    const width = printedColumns(sheet, view).reduce((sum, column) => sum + column.width, 0);
    return width > WIDE ? "landscape" : "portrait";
  };
  const orientation = (): Turned => turned() ?? usual();
  const said = (): string => {
    if (what() !== "view") return "";
    return rows() > MOST_PRINTED
      ? t("print.cut", { most: MOST_PRINTED, rows: rows() })
      : t("print.rows", { rows: rows() });
  };
  /** Null: laid; else why not. */
  const lay = async (laid: HTMLElement): Promise<string | null> => {
    const [sheet, view] = [app.sheet(), app.view()];
    if (sheet === null || view === null) return t("print.noRows");
    switch (what()) {
      case "view":
        if (rows() === 0) return t("print.noRows");
        await layView(app, laid, sheet, view, setLaying);
        return null;
      case "record": {
        const at = app.at();
        const [row] = at === null ? [] : await app.rows(at.row, at.row + 1);
        return row !== undefined && (await layRecord(app, laid, sheet, row.id)) ? null : t("print.noRow");
      }
      case "dashboard": {
        if (chartsOf(sheet).length === 0) return t("print.noCharts");
        const { layCharts } = await import("./chartSheet.ts");
        const destroy = await layCharts(app, laid, sheet);
        addEventListener("afterprint", destroy, { once: true });
        return null;
      }
    }
  };
  const go = async (): Promise<void> => {
    setProblem(null);
    setLaying(0);
    const [on, way] = [paper(), orientation()];
    const laid = layPaper(on, way);
    const why = await lay(laid);
    setLaying(null);
    if (why !== null || !open) {
      laid.remove();
      setProblem(why);
      return;
    }
    const names = [app.state()?.workbook.settings.name, app.sheet()?.name];
    const left = [...names, ...(what() === "view" ? [app.view()?.name] : [])].filter(
      (name) => name !== undefined,
    );
    const right = new Intl.DateTimeFormat(app.locale().tag, { dateStyle: "long" }).format(new Date());
    print(laid, on, way, { left: left.join(" · "), right });
    shell.setPrinting(null);
  };
  const choices = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
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
      <Labelled label={t("print.what")}>
        <Select
          options={choices<Printed>(["view", "record", "dashboard"], (value) => t(`print.what.${value}`))}
          value={what()}
          onChange={setWhat}
        />
      </Labelled>
      <Labelled label={t("print.paper")}>
        <Select
          options={choices<Paper>(["a4", "letter"], (value) =>
            value === "a4" ? "A4" : t("print.paper.letter"),
          )}
          value={paper()}
          onChange={setPaper}
        />
      </Labelled>
      <Labelled label={t("print.turned")}>
        <Select
          options={choices<Turned>(["portrait", "landscape"], (value) => t(`print.turned.${value}`))}
          value={orientation()}
          onChange={setTurned}
        />
      </Labelled>
      <p class="quiet">{said()}</p>
      <Show when={problem()}>{(why) => <Wrong>{why()}</Wrong>}</Show>
      <Show when={laying()}>
        {(laid) => (
          <Progress
            label={t("print.title")}
            value={{ done: laid(), total: Math.min(MOST_PRINTED, rows()) }}
          />
        )}
      </Show>
    </Dialog>
  );
}
