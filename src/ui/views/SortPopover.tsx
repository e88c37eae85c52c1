/** The keys that rows are sorted by, first to last. Every change applies at once and is one undo step. */
import { createSignal, Index, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  type Field,
  fieldId,
  HAN_ORDERS,
  type HanOrder,
  hanOrderOf,
  type SortKey,
} from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { dragInList } from "../kit/dragging.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Popover } from "../kit/Popover.tsx";
import { Select } from "../kit/Select.tsx";
import "./views.css";

export interface ViewPopoverProps {
  readonly app: App;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

type Direction = SortKey["direction"];
const DIRECTIONS: readonly Direction[] = ["ascending", "descending"];

type Order = "text" | "number" | "day" | "flag" | "choice";

function directionKey(field: Field | undefined, direction: Direction): `sort.${Order}.${Direction}` {
  switch (field?.type.storage) {
    case "integer":
      return `sort.number.${direction}`;
    case "day":
      return `sort.day.${direction}`;
    case "flag":
      return `sort.flag.${direction}`;
    case "choice":
    case "choices":
      return `sort.choice.${direction}`;
    case "text":
    case undefined:
      return `sort.text.${direction}`;
  }
}

interface KeyRowProps {
  readonly app: App;
  readonly sortKey: SortKey;
  readonly rank: number;
  readonly last: boolean;
  readonly free: readonly Field[];
  /** A line where what is dragged would go. */
  readonly drop: "above" | "below" | null;
  readonly onDrag: (event: PointerEvent) => void;
  readonly onChange: (key: SortKey) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

function KeyRow(props: KeyRowProps) {
  const { t } = props.app;
  const field = (): Field | undefined => props.app.fieldOf(props.sortKey.field);
  const name = (): string => field()?.name ?? t("filter.gone");
  const fields = () => [
    { value: String(props.sortKey.field), label: name() },
    ...props.free.map((each) => ({ value: String(each.id), label: each.name })),
  ];
  return (
    <li class="key-row" data-drop={props.drop ?? undefined}>
      <span class="drag-handle" aria-hidden="true" onPointerDown={(event) => props.onDrag(event)} />
      <span class="key-rank">{props.rank}</span>
      <Select
        label={t("sort.key", { rank: props.rank })}
        options={fields()}
        value={props.sortKey.field}
        onChange={(id) => props.onChange({ ...props.sortKey, field: fieldId(id) })}
      />
      <Select
        label={t("sort.direction")}
        options={DIRECTIONS.map((value) => ({ value, label: t(directionKey(field(), value)) }))}
        value={props.sortKey.direction}
        onChange={(direction) => props.onChange({ ...props.sortKey, direction })}
      />
      <span class="key-actions">
        <Button
          tone="glyph"
          aria-label={t("sort.up", { field: name() })}
          disabled={props.rank === 1}
          onClick={() => props.onMove(-1)}
        >
          ↑
        </Button>
        <Button
          tone="glyph"
          aria-label={t("sort.down", { field: name() })}
          disabled={props.last}
          onClick={() => props.onMove(1)}
        >
          ↓
        </Button>
        <Button tone="glyph" aria-label={t("sort.remove", { field: name() })} onClick={props.onRemove}>
          ×
        </Button>
      </span>
    </li>
  );
}

export function SortPopover(props: ViewPopoverProps) {
  const { app } = props;
  const { t } = app;
  const keys = (): readonly SortKey[] => app.view()?.sort ?? [];
  const apply = (sort: readonly SortKey[]): void => {
    const view = app.view();
    if (view !== null) void app.setView("sort", { ...view, sort });
  };
  /** Asked of those only who read Chinese, or keep a workbook in it. */
  const order = (): HanOrder | null => {
    const locale = app.state()?.workbook.settings.locale ?? "";
    return [locale, app.language()].some((tag) => tag.startsWith("zh")) ? hanOrderOf(locale) : null;
  };
  const free = (): readonly Field[] => {
    const used = new Set(keys().map((key) => key.field));
    return (app.sheet()?.fields ?? []).filter((field) => !used.has(field.id));
  };
  let list: HTMLOListElement | undefined;
  const [drop, setDrop] = createSignal<{ readonly at: number; readonly from: number } | null>(null);
  const move = (from: number, to: number): void => {
    const key = keys()[from];
    if (key !== undefined && to !== from) apply(keys().toSpliced(from, 1).toSpliced(to, 0, key));
  };
  const drag = (from: number, event: PointerEvent): void => {
    if (list === undefined) return;
    dragInList(list, event, {
      over: (at) => setDrop(at === null ? null : { at, from }),
      end: (at) => {
        setDrop(null);
        if (at !== null) move(from, at > from ? at - 1 : at);
      },
    });
  };
  const dropAt = (index: number): "above" | "below" | null => {
    const now = drop();
    if (now === null || now.at === now.from || now.at === now.from + 1) return null;
    if (now.at === index) return "above";
    return now.at === index + 1 && index === keys().length - 1 ? "below" : null;
  };
  const add = (): void => {
    const [field] = free();
    if (field !== undefined) apply([...keys(), { field: field.id, direction: "ascending" }]);
  };
  return (
    <Popover title={t("sort.title")} anchor={props.anchor} onClose={props.onClose}>
      <Show when={keys().length > 0} fallback={<p class="quiet popover-text">{t("sort.none")}</p>}>
        <ol ref={list} class="key-list">
          <Index each={keys()}>
            {(key, index) => (
              <KeyRow
                app={app}
                sortKey={key()}
                rank={index + 1}
                last={index + 1 === keys().length}
                free={free()}
                drop={dropAt(index)}
                onDrag={(event) => drag(index, event)}
                onChange={(next) => apply(keys().with(index, next))}
                onMove={(step) => move(index, index + step)}
                onRemove={() => apply(keys().filter((_, at) => at !== index))}
              />
            )}
          </Index>
        </ol>
      </Show>
      <Show when={order()}>
        {(now) => (
          <Labelled label={t("sort.han")}>
            <Select
              options={HAN_ORDERS.map((value) => ({ value, label: t(`sort.han.${value}`) }))}
              value={now()}
              onChange={(next) => void app.dispatch({ type: "setHanOrder", order: next })}
            />
          </Labelled>
        )}
      </Show>
      <div class="popover-foot">
        <Button tone="outline" disabled={free().length === 0} onClick={add}>
          {t("sort.add")}
        </Button>
        <Show when={keys().length > 0}>
          <Button onClick={() => apply([])}>{t("sort.clear")}</Button>
        </Show>
      </div>
    </Popover>
  );
}
