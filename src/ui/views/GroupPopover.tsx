/** The fields that rows are grouped by, from the outermost. Every change applies at once and is one undo step. */
import { Index, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  type Field,
  fieldId,
  type GroupKey,
  groupKey,
  MOST_GROUP_KEYS,
  PERIOD_UNITS,
  withTogether,
} from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Popover } from "../kit/Popover.tsx";
import { Select } from "../kit/Select.tsx";
import type { ViewPopoverProps } from "./SortPopover.tsx";
import "./views.css";

interface KeyRowProps {
  readonly app: App;
  readonly groupKey: GroupKey;
  readonly rank: number;
  readonly free: readonly Field[];
  readonly onChange: (key: GroupKey) => void;
  readonly onRemove: () => void;
}

function KeyRow(props: KeyRowProps) {
  const { t } = props.app;
  const field = (): Field | undefined => props.app.fieldOf(props.groupKey.field);
  const name = (): string => field()?.name ?? t("filter.gone");
  const fields = () => [
    { value: String(props.groupKey.field), label: name() },
    ...props.free.map((each) => ({ value: String(each.id), label: each.name })),
  ];
  const choose = (id: string): void => {
    const chosen = props.app.fieldOf(fieldId(id));
    if (chosen !== undefined) props.onChange(groupKey(chosen));
  };
  return (
    <li class="key-row group-row">
      <span class="key-rank">{props.rank}</span>
      <Select
        label={t("groups.key", { rank: props.rank })}
        options={fields()}
        value={props.groupKey.field}
        onChange={choose}
      />
      <Show when={field()?.type.storage === "day"}>
        <Select
          label={t("groups.unit")}
          options={PERIOD_UNITS.map((value) => ({ value, label: t(`groups.unit.${value}`) }))}
          value={props.groupKey.unit ?? "day"}
          onChange={(unit) => props.onChange({ ...props.groupKey, unit })}
        />
      </Show>
      <span class="key-actions">
        <Button tone="glyph" aria-label={t("groups.remove", { field: name() })} onClick={props.onRemove}>
          ×
        </Button>
      </span>
    </li>
  );
}

export function GroupPopover(props: ViewPopoverProps) {
  const { app } = props;
  const { t } = app;
  const keys = (): readonly GroupKey[] => app.view()?.group ?? [];
  const apply = (group: readonly GroupKey[]): void => {
    const view = app.view();
    if (view !== null) void app.setView("group", withTogether(view, view.totals ?? null, group));
  };
  const free = (): readonly Field[] => {
    const used = new Set(keys().map((key) => key.field));
    return (app.sheet()?.fields ?? []).filter((field) => !used.has(field.id));
  };
  const add = (): void => {
    // What has few values makes groups that are an overview.
    const field = free().find(({ type }) => type.storage === "choice") ?? free()[0];
    if (field !== undefined) apply([...keys(), groupKey(field)]);
  };
  return (
    <Popover title={t("groups.title")} anchor={props.anchor} onClose={props.onClose}>
      <Show when={keys().length > 0} fallback={<p class="quiet popover-text">{t("groups.none")}</p>}>
        <ol class="key-list">
          <Index each={keys()}>
            {(key, index) => (
              <KeyRow
                app={app}
                groupKey={key()}
                rank={index + 1}
                free={free()}
                onChange={(next) => apply(keys().with(index, next))}
                onRemove={() => apply(keys().filter((_, at) => at !== index))}
              />
            )}
          </Index>
        </ol>
      </Show>
      <div class="popover-foot">
        <Button
          tone="outline"
          disabled={free().length === 0 || keys().length >= MOST_GROUP_KEYS}
          onClick={add}
        >
          {t("groups.add")}
        </Button>
        <Show when={keys().length > 0}>
          <Button onClick={() => void app.fold(null, true)}>{t("groups.foldAll")}</Button>
          <Button onClick={() => void app.fold(null, false)}>{t("groups.openAll")}</Button>
          <Button onClick={() => apply([])}>{t("groups.clear")}</Button>
        </Show>
      </div>
    </Popover>
  );
}
