/** All columns of the view in their order: shown or hidden, frozen, and put elsewhere by dragging or Alt with an arrow. */
import { createSignal, For, onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { columnsOf, type FieldId, normalise, type ViewColumn } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";
import { dragInList } from "../kit/dragging.ts";
import { Empty } from "../kit/Empty.tsx";
import { TextField } from "../kit/TextField.tsx";
import { inShownOrder, moved } from "./arrange.ts";
import "./columns.css";

export interface ColumnsPanelProps {
  readonly app: App;
  readonly onClose: () => void;
}

interface RowProps {
  readonly app: App;
  readonly column: ViewColumn;
  /** It is the only one that is shown. */
  readonly last: boolean;
  /** A line where what is dragged would go. */
  readonly drop: "above" | "below" | null;
  readonly onChange: (part: Partial<ViewColumn>) => void;
  /** Null: nothing is to be moved while only some are listed. */
  readonly onStep: ((step: -1 | 1) => void) | null;
  readonly onDrag: (event: PointerEvent) => void;
}

function Row(props: RowProps) {
  const { t } = props.app;
  const name = (): string => props.app.fieldOf(props.column.field)?.name ?? "";
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0 || !event.altKey || props.onStep === null) return;
    event.preventDefault();
    props.onStep(step);
  };
  return (
    <li
      class="columns-row"
      data-field={props.column.field}
      data-drop={props.drop ?? undefined}
      data-frozen={props.column.frozen ? "" : undefined}
      onKeyDown={onKeyDown}
    >
      <span
        class="drag-handle"
        aria-hidden="true"
        data-off={props.onStep === null ? "" : undefined}
        onPointerDown={(event) => props.onStep !== null && props.onDrag(event)}
      />
      <Check
        checked={!props.column.hidden}
        disabled={props.last}
        onChange={(shown) => props.onChange({ hidden: !shown })}
      >
        <span class="columns-name">{name()}</span>
      </Check>
      <Button
        aria-label={t("columns.freeze", { name: name() })}
        aria-pressed={props.column.frozen}
        on={props.column.frozen}
        onClick={() => props.onChange({ frozen: !props.column.frozen })}
      >
        {t(props.column.frozen ? "columns.frozen" : "grid.freeze")}
      </Button>
    </li>
  );
}

export function ColumnsPanel(props: ColumnsPanelProps) {
  const { app } = props;
  const { t } = app;
  let list: HTMLUListElement | undefined;
  let find: HTMLDivElement | undefined;
  onMount(() => setTimeout(() => find?.querySelector("input")?.focus()));
  const [search, setSearch] = createSignal("");
  const [drop, setDrop] = createSignal<{ readonly at: number; readonly from: number } | null>(null);
  const [said, setSaid] = createSignal("");
  const columns = (): readonly ViewColumn[] => {
    const [sheet, view] = [app.sheet(), app.view()];
    return sheet === null || view === null ? [] : inShownOrder(columnsOf(sheet, view));
  };
  const nameOf = (id: FieldId): string => app.fieldOf(id)?.name ?? "";
  const listed = (): readonly ViewColumn[] => {
    const sought = normalise(search()).trim();
    return columns().filter(({ field }) => normalise(nameOf(field)).includes(sought));
  };
  const hidden = (): number => columns().filter((column) => column.hidden).length;
  const apply = (next: readonly ViewColumn[]): void => {
    const view = app.view();
    if (view !== null) void app.setView("columns", { ...view, columns: next });
  };
  const change = (id: FieldId, part: Partial<ViewColumn>): void =>
    apply(columns().map((column) => (column.field === id ? { ...column, ...part } : column)));
  const move = (id: FieldId, to: number): void => {
    const next = moved(columns(), id, to);
    if (next === null) return;
    apply(next);
    const place = next.findIndex(({ field }) => field === id) + 1;
    setSaid(t("columns.moved", { name: nameOf(id), place, count: next.length }));
  };
  const step = (id: FieldId, by: -1 | 1): void => {
    const held = document.activeElement;
    move(id, columns().findIndex(({ field }) => field === id) + by);
    // A row that is moved in the page loses the keyboard.
    if (held instanceof HTMLElement) queueMicrotask(() => held.focus());
  };
  const drag = (id: FieldId, event: PointerEvent): void => {
    if (list === undefined) return;
    const from = columns().findIndex(({ field }) => field === id);
    dragInList(list, event, {
      over: (at) => setDrop(at === null ? null : { at, from }),
      end: (at) => {
        setDrop(null);
        if (at !== null) move(id, at > from ? at - 1 : at);
      },
    });
  };
  const showAll = (): void => {
    apply(columns().map((column) => ({ ...column, hidden: false })));
    // The button has nothing to do any more, and gives the keyboard up.
    find?.querySelector("input")?.focus();
  };
  const dropAt = (index: number): "above" | "below" | null => {
    const now = drop();
    if (now === null || now.at === now.from || now.at === now.from + 1) return null;
    if (now.at === index) return "above";
    return now.at === index + 1 && index === columns().length - 1 ? "below" : null;
  };
  return (
    <section
      class="columns-panel"
      aria-label={t("columns.label")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="columns-head">
        <h2>{t("columns.label")}</h2>
        <Button tone="glyph" aria-label={t("common.close")} onClick={props.onClose}>
          ×
        </Button>
      </div>
      <div ref={find} class="columns-find">
        <TextField
          type="search"
          label={t("columns.find")}
          placeholder={t("columns.find")}
          spellcheck={false}
          value={search()}
          onText={setSearch}
        />
      </div>
      <Show when={listed().length > 0} fallback={<Empty text={t("columns.none")} />}>
        <ul ref={list} class="columns-list">
          <For each={listed().map(({ field }) => field)}>
            {(id, index) => (
              <Show when={listed().find(({ field }) => field === id)}>
                {(column) => (
                  <Row
                    app={app}
                    column={column()}
                    last={!column().hidden && hidden() === columns().length - 1}
                    drop={dropAt(index())}
                    onChange={(part) => change(id, part)}
                    onStep={search().trim() === "" ? (by) => step(id, by) : null}
                    onDrag={(event) => drag(id, event)}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <div class="columns-foot">
        <p class="quiet">{t("columns.hint")}</p>
        <Button tone="outline" disabled={hidden() === 0} onClick={showAll}>
          {t("columns.showAll")}
        </Button>
      </div>
      <p class="unseen" role="status">
        {said()}
      </p>
    </section>
  );
}
