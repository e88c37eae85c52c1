/** What would become of every row of the file, under the columns they go into: a window on what the worker knows. */
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { DIFF_KINDS, FATES } from "../../exchange/api.ts";
import { rejectText } from "../../i18n/exchange.ts";
import type { AlikeLines, DiffKind, DiffRow, ImportHints } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Segmented } from "../kit/Segmented.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import { DiffCell, isPlain } from "./DiffCell.tsx";
import { lineTurned, type ReadingDecisions } from "./lines.ts";
import type { Ready } from "./Preview.tsx";

export interface DiffProps {
  readonly decisions: Pick<ImportHints, "mapping"> & ReadingDecisions;
  readonly app: App;
  readonly preview: Ready;
  /** Lines of new rows that look like rows that are there or come before; none until that is known. */
  readonly alike: AlikeLines;
  readonly disabled: boolean;
  readonly mended: NonNullable<ImportHints["mended"]>;
  readonly onDecide: (part: Pick<ImportHints, "mapping" | "mended" | "returned"> & ReadingDecisions) => void;
}

/** As in the style sheet: a finger needs more. */
const ROW_HEIGHT = matchMedia("(pointer: coarse)").matches ? 46 : 28;
/** Rows that the window moves by, and keeps beyond what is in sight on either side. */
const STEP = 5;
const IN_SIGHT = 14;
/** Rows that are there at a time. */
const WINDOW = 3 * STEP + IN_SIGHT;

interface Loaded {
  readonly start: number;
  readonly rows: readonly DiffRow[];
}

const NONE: Loaded = { start: 0, rows: [] };

function countOf({ preview: { counts, returned }, alike }: DiffProps, kind: DiffKind): number {
  if (kind === "alike") return alike.lines.length;
  if (kind === "conflict" || kind === "mine") return returned?.rows[kind] ?? 0;
  if (kind !== "all") return counts[kind];
  return FATES.reduce((sum, fate) => sum + counts[fate], 0);
}

/** The same rows as before where both have them, so that only the others are drawn. */
const withKnown = ({ start, rows }: Loaded, known: Loaded): Loaded => ({
  start,
  rows: rows.map((row, index) => known.rows[start + index - known.start] ?? row),
});

/** The rows around what is in sight, asked for again with every preview: first those in sight, so that they are seen at once. */
function createRows(props: DiffProps, kind: () => DiffKind, top: () => number) {
  const [loaded, setLoaded] = createSignal(NONE);
  const start = createMemo(() => Math.max(0, Math.floor(top() / ROW_HEIGHT / STEP) - 1) * STEP);
  const source = createMemo(() => ({ preview: props.preview, alike: props.alike, kind: kind() }));
  let asked = 0;
  let shown: ReturnType<typeof source> | null = null;
  createEffect(
    on([source, start], async ([wanted, from]) => {
      asked += 1;
      const mine = asked;
      // Laid out at once, they would hold up the thread.
      const inSight = from === 0 ? IN_SIGHT : STEP + IN_SIGHT;
      const counts = shown === wanted ? [WINDOW] : [inSight, STEP + inSight, WINDOW];
      try {
        for (const count of counts) {
          const rows = await props.app.worker.diffRows(wanted.kind, from, from + count);
          if (mine !== asked) return;
          setLoaded((known) => withKnown({ start: from, rows }, shown === wanted ? known : NONE));
          shown = wanted;
        }
      } catch {
        if (mine === asked) props.app.notify(props.app.t("notice.unexpected"), "wrong");
      }
    }),
  );
  return loaded;
}

interface RowProps extends DiffProps {
  readonly row: DiffRow;
  readonly place: number;
  /** Of all rows one is reached by Tab; arrows lead to the others. */
  readonly tabStop: boolean;
  readonly onReach: (line: number, by: "focus" | "arrow") => void;
}

/** The line's number, and the way to take the line for no row. */
function LineHead(props: RowProps) {
  const { t } = props.app;
  const line = (): number => props.row.line;
  const move = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const own = event.currentTarget.closest("tr");
    const next = event.key === "ArrowDown" ? own?.nextElementSibling : own?.previousElementSibling;
    const button = next?.querySelector<HTMLElement>(".import-leave");
    event.preventDefault();
    if (button == null) return;
    props.onReach(Number(button.dataset["line"]), "arrow");
    button.focus();
  };
  return (
    <th scope="row" class="import-line">
      {line()}
      <Show when={props.row.row !== null}>
        <Button
          tone="glyph"
          class="button import-leave"
          data-line={line()}
          aria-label={t("reading.leave", { line: line() })}
          title={t("reading.leave", { line: line() })}
          tabIndex={props.tabStop ? 0 : -1}
          disabled={props.disabled}
          onFocus={() => props.onReach(line(), "focus")}
          onKeyDown={move}
          onClick={() => props.onDecide(lineTurned(props.decisions, line(), "leave"))}
        >
          ×
        </Button>
      </Show>
    </th>
  );
}

/** What was put right may be written anew, but is not gone to. */
const BAD = ".import-mend[aria-invalid]";

function Row(props: RowProps) {
  const { app } = props;
  const { t } = app;
  const fate = (): string => {
    const { why, like, fate: what } = props.row;
    if (why !== null) return rejectText(t, app.language(), why);
    if (like === null) return t(`diff.${what}`);
    return like.in === "sheet" ? t("diff.like", like) : t("diff.likeLine", like);
  };
  const mendable = (): boolean => props.row.cells.some((cell) => cell.mendable === true);
  const goToCell = (event: MouseEvent & { readonly currentTarget: HTMLElement }): void => {
    const cell = event.currentTarget.closest("tr")?.querySelector<HTMLInputElement>(BAD);
    cell?.scrollIntoView({ block: "nearest", inline: "center" });
    cell?.focus({ preventScroll: true });
  };
  return (
    <tr
      aria-rowindex={props.place + 2}
      data-fate={props.row.fate}
      data-alike={props.row.like === null ? undefined : ""}
    >
      <LineHead {...props} />
      <td class="import-fate" title={fate()}>
        {/* By keys the cell is reached as any other. */}
        <Show when={mendable()} fallback={<span class="import-why">{fate()}</span>}>
          <Button class="button import-why" tabIndex={-1} disabled={props.disabled} onClick={goToCell}>
            {fate()}
          </Button>
        </Show>
      </td>
      <For each={props.row.cells}>
        {(cell, index) =>
          isPlain(cell) ? (
            <td
              class={props.preview.columns[index()]?.destination.to === "nowhere" ? "import-out" : undefined}
            >
              {cell.text}
            </td>
          ) : (
            <DiffCell {...props} row={props.row} cell={cell} index={index()} />
          )
        }
      </For>
    </tr>
  );
}

export function DiffTable(props: DiffProps) {
  const { t } = props.app;
  const [kind, setKind] = createSignal<DiffKind>("all");
  const [top, setTop] = createSignal(0);
  let scroll: HTMLElement | undefined;
  const kinds = (): readonly DiffKind[] =>
    DIFF_KINDS.filter((each) => each === "all" || each === kind() || countOf(props, each) > 0);
  const total = (): number => countOf(props, kind());
  const rows = createRows(props, kind, top);
  const after = (): number => Math.max(0, total() - rows().start - rows().rows.length);
  const show = (next: DiffKind): void => {
    setKind(next);
    scroll?.scrollTo({ top: 0, left: 0 });
  };
  // What was decided in a cell is read again, and its row may be gone from here: the next one is at hand.
  let next: string | null = null;
  createEffect(
    on(rows, () => {
      // None is left: the table has the keyboard, where it stands, and no button that leaves a line out.
      const found = next === null ? null : scroll?.querySelector<HTMLElement>(next);
      if (found != null) found.focus();
      else if (next !== null) scroll?.focus({ preventScroll: true });
      next = null;
    }),
  );
  const [reached, setReached] = createSignal<number | null>(null);
  const tabStop = createMemo(() => {
    const lines = rows().rows.filter(({ row }) => row !== null);
    return (lines.find(({ line }) => line === reached()) ?? lines[0])?.line;
  });
  const reach = (line: number, by: "focus" | "arrow"): void => {
    setReached(line);
    // Far down, its rows are read anew.
    if (by === "arrow") next = `.import-leave[data-line="${line}"]`;
  };
  const decide: DiffProps["onDecide"] = (part) => {
    next = part.mended !== undefined ? BAD : part.returned !== undefined ? "td select" : null;
    props.onDecide(part);
  };
  return (
    <>
      {/* Where the same becomes of all rows, there is nothing to choose from. */}
      <Show when={kinds().length > 2}>
        <Segmented
          label={t("diff.show")}
          options={kinds().map((each) => ({
            value: each,
            label: t("diff.kind", { name: t(`diff.${each}`), count: countOf(props, each) }),
          }))}
          value={kind()}
          onChange={show}
        />
      </Show>
      <section
        ref={scroll}
        class="import-scroll"
        data-kind={kind()}
        data-reasons={props.preview.counts.rejected + props.alike.lines.length > 0 ? "" : undefined}
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
              {(row, index) => (
                <Row
                  {...props}
                  onDecide={decide}
                  onReach={reach}
                  row={row}
                  place={rows().start + index()}
                  tabStop={row.line === tabStop()}
                />
              )}
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
