/** The keys that rows are sorted by, first to last. Every change applies at once and is one undo step. */
import { Index, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Field, fieldId, type SortKey } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
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
    <li class="key-row">
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
  const free = (): readonly Field[] => {
    const used = new Set(keys().map((key) => key.field));
    return (app.sheet()?.fields ?? []).filter((field) => !used.has(field.id));
  };
  const move = (index: number, step: -1 | 1): void => {
    const list = [...keys()];
    const [key] = list.splice(index, 1);
    if (key === undefined) return;
    list.splice(index + step, 0, key);
    apply(list);
  };
  const add = (): void => {
    const [field] = free();
    if (field !== undefined) apply([...keys(), { field: field.id, direction: "ascending" }]);
  };
  return (
    <Popover title={t("sort.title")} anchor={props.anchor} onClose={props.onClose}>
      <Show when={keys().length > 0} fallback={<p class="quiet popover-text">{t("sort.none")}</p>}>
        <ol class="key-list">
          <Index each={keys()}>
            {(key, index) => (
              <KeyRow
                app={app}
                sortKey={key()}
                rank={index + 1}
                last={index + 1 === keys().length}
                free={free()}
                onChange={(next) => apply(keys().with(index, next))}
                onMove={(step) => move(index, step)}
                onRemove={() => apply(keys().filter((_, at) => at !== index))}
              />
            )}
          </Index>
        </ol>
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
