/** The parts of a filter or of one group of it: conditions to edit, and what the form only words. */
import { For, type JSX, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Join } from "../../app/filter.ts";
import type { Field, Filter } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Select.tsx";
import { ConditionRow } from "./ConditionRow.tsx";
import { filterText } from "./describe.ts";
import { type ConditionDraft, newDraft, type PartDraft } from "./draft.ts";
import type { Draft } from "./tree.ts";

/** A condition on a field that none of the drafts asks about yet; null without fields. */
export function nextDraft(
  drafts: readonly Draft[],
  fields: readonly Field[],
  nextKey: () => number,
): ConditionDraft | null {
  const used = new Set(drafts.map((draft) => (draft.type === "condition" ? draft.field : null)));
  const field = fields.find((each) => !used.has(each.id)) ?? fields[0];
  return field === undefined ? null : newDraft(nextKey(), field);
}

interface JoinSelectProps {
  readonly app: App;
  readonly join: Join;
  readonly onChange: (join: Join) => void;
}

export function JoinSelect(props: JoinSelectProps) {
  const { t } = props.app;
  const joins = () => (["and", "or"] as const).map((value) => ({ value, label: t(`filter.join.${value}`) }));
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is in it.
    <label class="filter-join">
      <span>{t("filter.join")}</span>
      <Select options={joins()} value={props.join} onChange={props.onChange} />
    </label>
  );
}

interface KeptRowProps {
  readonly app: App;
  readonly filter: Filter;
  readonly onRemove: () => void;
}

function KeptRow(props: KeptRowProps) {
  const words = (): string => filterText(props.app, props.filter);
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

interface RowProps<T> {
  readonly draft: T;
  readonly rank: number;
  /** `soon`: the person is still typing. */
  readonly onChange: (draft: T, soon: boolean) => void;
  readonly onRemove: () => void;
}

export function PartRow(props: RowProps<PartDraft> & { readonly app: App; readonly pins?: boolean }) {
  const condition = () => (props.draft.type === "condition" ? props.draft : null);
  const kept = () => (props.draft.type === "kept" ? props.draft.filter : null);
  return (
    <Show
      when={condition()}
      fallback={
        <Show when={kept()}>
          {(filter) => <KeptRow app={props.app} filter={filter()} onRemove={props.onRemove} />}
        </Show>
      }
    >
      {(draft) => (
        <ConditionRow
          app={props.app}
          draft={draft()}
          rank={props.rank}
          onChange={props.onChange}
          onRemove={props.onRemove}
          pins={props.pins === true}
        />
      )}
    </Show>
  );
}

interface PartListProps<T> {
  readonly drafts: readonly T[];
  readonly onChange: (drafts: readonly T[], soon: boolean) => void;
  readonly children: (row: RowProps<T>) => JSX.Element;
}

function focusPart(part: Element | null, at: number): void {
  const row = Array.from(part?.querySelectorAll(".condition-list > li") ?? []).at(at);
  row?.querySelector<HTMLElement>("select, input")?.focus();
}

/** The keyboard goes on in the condition that was just added to a list inside `part`. */
export function focusAdded(part: Element | null): void {
  queueMicrotask(() => focusPart(part, -1));
}

/** The same for a condition by its place, once what has just come up has put the keyboard at its beginning. */
export function focusCondition(part: Element | null, at: number): void {
  setTimeout(() => focusPart(part, at));
}

/** Rows by key, so that a field being typed into stays while its draft changes. */
export function PartList<T extends Draft>(props: PartListProps<T>) {
  const keys = (): readonly number[] => props.drafts.map((draft) => draft.key);
  const find = (key: number): T | undefined => props.drafts.find((draft) => draft.key === key);
  const replace = (next: T, soon: boolean): void =>
    props.onChange(
      props.drafts.map((draft) => (draft.key === next.key ? next : draft)),
      soon,
    );
  const remove = (key: number): void =>
    props.onChange(
      props.drafts.filter((draft) => draft.key !== key),
      false,
    );
  return (
    <ul class="condition-list">
      <For each={keys()}>
        {(key, index) => (
          <Show when={find(key)}>
            {(draft) =>
              props.children({
                get draft() {
                  return draft();
                },
                get rank() {
                  return index() + 1;
                },
                onChange: replace,
                onRemove: () => remove(key),
              })
            }
          </Show>
        )}
      </For>
    </ul>
  );
}
