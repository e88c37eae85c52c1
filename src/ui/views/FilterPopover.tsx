/** The conditions that rows must all meet. What is complete applies at once; typing applies when it pauses. */
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { isCondition, type Join, joinOf, joinParts, listedParts } from "../../app/filter.ts";
import type { Field, Filter } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Popover } from "../kit/Popover.tsx";
import { Select } from "../kit/Select.tsx";
import { ConditionRow } from "./ConditionRow.tsx";
import { filterText } from "./describe.ts";
import { type ConditionDraft, type Draft, draftOf, filterOf, newDraft } from "./draft.ts";
import "./views.css";

interface FilterPopoverProps {
  readonly app: App;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

const PAUSE_MS = 250;
const same = (a: Filter | null, b: Filter | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The form's conditions over the view's filter: drafts lead while typed into, and follow undo or a chart's click. */
function createDrafts(app: App) {
  let lastKey = 0;
  const nextKey = (): number => {
    lastKey += 1;
    return lastKey;
  };
  const shown = (): Filter | null => app.view()?.filter ?? null;
  const fieldOf = (part: Filter): Field | undefined =>
    isCondition(part) ? app.fieldOf(part.field) : undefined;
  const read = (filter: Filter | null): readonly Draft[] =>
    listedParts(filter).map((part) => draftOf(nextKey(), part, fieldOf(part), app.locale()));
  const [drafts, setDrafts] = createSignal(read(shown()));
  const [join, setJoin] = createSignal<Join>(joinOf(shown()));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wanted = (): Filter | null =>
    joinParts(
      drafts()
        .map((draft) =>
          filterOf(draft, draft.type === "condition" ? app.fieldOf(draft.field) : undefined, app.locale()),
        )
        .filter((part) => part !== null),
      join(),
    );
  const apply = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const view = app.view();
    const filter = wanted();
    if (view !== null && !same(filter, view.filter)) void app.setView("filter", { ...view, filter });
  };
  const change = (next: readonly Draft[], soon: boolean): void => {
    setDrafts(next);
    clearTimeout(timer);
    if (soon) timer = setTimeout(apply, PAUSE_MS);
    else apply();
  };
  createEffect(
    on(
      shown,
      (filter) => {
        if (timer !== undefined || same(filter, wanted())) return;
        setDrafts(read(filter));
        setJoin(joinOf(filter));
      },
      { defer: true },
    ),
  );
  // Closing while still typing keeps what was typed.
  onCleanup(() => timer !== undefined && apply());
  const changeJoin = (next: Join): void => {
    setJoin(next);
    apply();
  };
  return { drafts, change, nextKey, join, changeJoin };
}

interface KeptRowProps {
  readonly app: App;
  readonly filter: Filter | null;
  readonly onRemove: () => void;
}

function KeptRow(props: KeptRowProps) {
  const words = (): string => (props.filter === null ? "" : filterText(props.app, props.filter));
  return (
    <li class="condition-kept">
      <span>{words()}</span>
      <Button
        tone="glyph"
        aria-label={props.app.t("filter.removeChip", { condition: words() })}
        onClick={props.onRemove}
      >
        ×
      </Button>
    </li>
  );
}

export function FilterPopover(props: FilterPopoverProps) {
  const { app } = props;
  const { t } = app;
  const { drafts, change, nextKey, join, changeJoin } = createDrafts(app);
  const joins = () => (["and", "or"] as const).map((value) => ({ value, label: t(`filter.join.${value}`) }));
  const keys = (): readonly number[] => drafts().map((draft) => draft.key);
  const find = (key: number): Draft | undefined => drafts().find((draft) => draft.key === key);
  const condition = (key: number): ConditionDraft | undefined => {
    const draft = find(key);
    return draft?.type === "condition" ? draft : undefined;
  };
  const kept = (key: number): Filter | null => {
    const draft = find(key);
    return draft?.type === "kept" ? draft.filter : null;
  };
  const replace = (next: Draft, soon: boolean): void =>
    change(
      drafts().map((draft) => (draft.key === next.key ? next : draft)),
      soon,
    );
  const remove = (key: number): void =>
    change(
      drafts().filter((draft) => draft.key !== key),
      false,
    );
  const add = (): void => {
    const used = new Set(drafts().map((draft) => (draft.type === "condition" ? draft.field : null)));
    const fields = app.sheet()?.fields ?? [];
    const field = fields.find((each) => !used.has(each.id)) ?? fields[0];
    if (field !== undefined) change([...drafts(), newDraft(nextKey(), field)], false);
  };
  return (
    <Popover title={t("filter.title")} anchor={props.anchor} onClose={props.onClose}>
      <Show when={drafts().length > 0} fallback={<p class="quiet popover-text">{t("filter.none")}</p>}>
        <Show when={drafts().length > 1}>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is in it. */}
          <label class="filter-join">
            <span>{t("filter.join")}</span>
            <Select options={joins()} value={join()} onChange={changeJoin} />
          </label>
        </Show>
        <ul class="condition-list">
          <For each={keys()}>
            {(key, index) => (
              <Show
                when={condition(key)}
                fallback={<KeptRow app={app} filter={kept(key)} onRemove={() => remove(key)} />}
              >
                {(draft) => (
                  <ConditionRow
                    app={app}
                    draft={draft()}
                    rank={index() + 1}
                    onChange={replace}
                    onRemove={() => remove(key)}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <div class="popover-foot">
        <Button tone="outline" onClick={add}>
          {t("filter.add")}
        </Button>
        <Show when={drafts().length > 0}>
          <Button onClick={() => change([], false)}>{t("filter.clear")}</Button>
        </Show>
      </div>
    </Popover>
  );
}
