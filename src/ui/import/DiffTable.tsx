/** What would become of every row of the file, under the columns they go into: a window on what the worker knows. */
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { FATES } from "../../exchange/api.ts";
import { kindOf } from "../../fields/index.ts";
import { problemText } from "../../fields/messages.ts";
import { rejectText } from "../../i18n/exchange.ts";
import type { DiffCell, DiffRow, Fate, ImportHints } from "../../worker/api.ts";
import { Segmented } from "../kit/Segmented.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import type { Ready } from "./Preview.tsx";

export interface DiffProps {
  readonly app: App;
  readonly preview: Ready;
  readonly disabled: boolean;
  readonly mended: NonNullable<ImportHints["mended"]>;
  readonly onDecide: (part: Pick<ImportHints, "mapping" | "mended">) => void;
}

/** As in the style sheet. */
const ROW_HEIGHT = 28;
/** Rows that are asked for at a time, and kept beyond what is in sight. */
const STEP = 40;
const IN_SIGHT = 20;

type Kind = Fate | "all";

interface Loaded {
  readonly start: number;
  readonly rows: readonly DiffRow[];
}

const countOf = ({ counts }: Ready, kind: Kind): number => {
  if (kind !== "all") return counts[kind];
  return FATES.reduce((sum, fate) => sum + counts[fate], 0);
};

/** The rows around what is in sight, asked for again with every preview. */
function createRows(props: DiffProps, kind: () => Kind, top: () => number) {
  const [loaded, setLoaded] = createSignal<Loaded>({ start: 0, rows: [] });
  const start = createMemo(() => Math.max(0, Math.floor(top() / ROW_HEIGHT / STEP) - 1) * STEP);
  let asked = 0;
  createEffect(
    on([() => props.preview, kind, start], async ([_, wanted, from]) => {
      asked += 1;
      const mine = asked;
      try {
        const rows = await props.app.worker.diffRows(wanted, from, from + 3 * STEP + IN_SIGHT);
        if (mine === asked) setLoaded({ start: from, rows });
      } catch {
        if (mine === asked) props.app.notify(props.app.t("notice.unexpected"), "wrong");
      }
    }),
  );
  return loaded;
}

interface CellProps extends DiffProps {
  readonly row: DiffRow;
  readonly index: number;
  readonly cell: DiffCell;
}

function Cell(props: CellProps) {
  const { app } = props;
  const { t } = app;
  const column = () => props.preview.columns[props.index];
  const problem = (): string | null => {
    const { problem: found } = props.cell;
    return found === undefined ? null : problemText(app.language(), found);
  };
  const text = (side: "before" | "after"): string => {
    const value = props.cell.change?.[side] ?? null;
    const field = column()?.definition;
    if (value === null || field === undefined) return t("common.empty");
    return kindOf(field).format(value, field, app.locale());
  };
  const mend = (written: string): void => {
    const { row, index } = props;
    if (row.row === null || written === props.cell.text) return;
    props.onDecide({ mended: [...props.mended, { row: row.row, column: index, text: written }] });
  };
  return (
    <td
      classList={{
        "import-out": column()?.destination.to === "nowhere",
        "import-changed": props.cell.change !== undefined,
      }}
    >
      <Show
        when={props.cell.mendable === true}
        fallback={
          <Show when={props.cell.change} fallback={props.cell.text}>
            <del>{text("before")}</del> <span aria-hidden="true">→</span> <ins>{text("after")}</ins>
          </Show>
        }
      >
        <input
          class="input import-mend"
          value={props.cell.text}
          disabled={props.disabled}
          aria-invalid="true"
          aria-label={t("diff.mend", { column: column()?.header ?? "", line: props.row.line })}
          title={problem() ?? undefined}
          onChange={(event) => mend(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.isComposing) event.currentTarget.blur();
          }}
        />
      </Show>
    </td>
  );
}

function Row(props: DiffProps & { readonly row: DiffRow; readonly place: number }) {
  const { app } = props;
  const { t } = app;
  const fate = (): string => {
    const { why, fate: what } = props.row;
    return why === null ? t(`diff.${what}`) : rejectText(t, app.language(), why);
  };
  return (
    <tr aria-rowindex={props.place + 2} data-fate={props.row.fate}>
      <th scope="row" class="import-line">
        {props.row.line}
      </th>
      <td class="import-fate" title={fate()}>
        {fate()}
      </td>
      <For each={props.row.cells}>
        {(cell, index) => <Cell {...props} row={props.row} cell={cell} index={index()} />}
      </For>
    </tr>
  );
}

export function DiffTable(props: DiffProps) {
  const { t } = props.app;
  const [kind, setKind] = createSignal<Kind>("all");
  const [top, setTop] = createSignal(0);
  let scroll: HTMLElement | undefined;
  const kinds = (): readonly Kind[] => [
    "all",
    ...FATES.filter((fate) => props.preview.counts[fate] > 0 || fate === kind()),
  ];
  const total = (): number => countOf(props.preview, kind());
  const rows = createRows(props, kind, top);
  const after = (): number => Math.max(0, total() - rows().start - rows().rows.length);
  const show = (next: Kind): void => {
    setKind(next);
    scroll?.scrollTo({ top: 0, left: 0 });
  };
  // What was mended is read again, and its row may be gone from here: the next one is at hand.
  let mending = false;
  createEffect(
    on(rows, () => {
      if (mending) scroll?.querySelector<HTMLElement>(".import-mend")?.focus();
      mending = false;
    }),
  );
  const decide: DiffProps["onDecide"] = (part) => {
    mending = part.mended !== undefined;
    props.onDecide(part);
  };
  return (
    <>
      <Segmented
        label={t("diff.show")}
        options={kinds().map((each) => ({
          value: each,
          label: t("diff.kind", { name: t(`diff.${each}`), count: countOf(props.preview, each) }),
        }))}
        value={kind()}
        onChange={show}
      />
      <section
        ref={scroll}
        class="import-scroll"
        data-kind={kind()}
        aria-label={t("import.preview")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <table class="import-table" aria-rowcount={total() + 1}>
          <caption class="unseen">{t("import.preview")}</caption>
          <thead>
            <tr>
              <th scope="col" class="import-line">
                {t("diff.line")}
              </th>
              <th scope="col" class="import-fate">
                {t("diff.fate")}
              </th>
              <For each={props.preview.columns}>
                {(_, index) => <ColumnHead {...props} onDecide={decide} index={index()} />}
              </For>
            </tr>
          </thead>
          <tbody>
            <Show when={rows().start > 0}>
              <tr class="import-space" style={{ height: `${rows().start * ROW_HEIGHT}px` }} />
            </Show>
            <For each={rows().rows}>
              {(row, index) => <Row {...props} onDecide={decide} row={row} place={rows().start + index()} />}
            </For>
            <Show when={after() > 0}>
              <tr class="import-space" style={{ height: `${after() * ROW_HEIGHT}px` }} />
            </Show>
          </tbody>
        </table>
      </section>
    </>
  );
}
