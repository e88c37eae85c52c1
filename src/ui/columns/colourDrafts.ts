/** A column's rules of colour as their form has them: what is complete applies at once, typing when it pauses. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { App } from "../../app/app.ts";
import { isCondition } from "../../app/filter.ts";
import type { ColourRule, Field, FieldId, Hue, Storage } from "../../core/model/index.ts";
import { type ConditionDraft, draftOf, filterOf, newDraft, type PartDraft } from "../views/draft.ts";

const PAUSE_MS = 250;

export interface RuleDraft {
  readonly key: number;
  readonly type: ColourRule["type"];
  readonly hue: Hue;
  /** Of the type "when"; kept while another is looked at. */
  readonly condition: PartDraft | null;
}

/** What can be added with one press, the likeliest first. */
export const PRESETS = ["when", "top", "overdue", "dueSoon", "bar", "choice", "duplicates"] as const;
export type Preset = (typeof PRESETS)[number];

export function presetsFor(storage: Storage): readonly Preset[] {
  switch (storage) {
    case "text":
      return ["when", "duplicates"];
    case "integer":
      return ["when", "top", "bar", "duplicates"];
    case "day":
      return ["overdue", "dueSoon", "when", "bar", "duplicates"];
    case "flag":
      return ["when"];
    case "choice":
    case "choices":
      return ["choice", "when"];
  }
}

/** Types of rule that mean something for a column. */
export const typesFor = (storage: Storage): readonly ColourRule["type"][] =>
  (["when", "duplicates", "choice", "bar"] as const).filter((type) => {
    const listed = storage === "choice" || storage === "choices";
    if (type === "choice") return listed;
    if (type === "bar") return storage === "integer" || storage === "day";
    return type === "when" || storage !== "flag";
  });

function conditionFor(preset: Preset, key: number, field: Field): ConditionDraft {
  const draft = newDraft(key, field);
  switch (preset) {
    case "top":
      return { ...draft, op: "top", count: "10", unit: "rows" };
    case "overdue":
      return { ...draft, op: "within", period: "beforeToday" };
    case "dueSoon":
      return { ...draft, op: "within", period: "nextDays", count: "7" };
    case "when":
    case "bar":
    case "choice":
    case "duplicates":
      return draft;
  }
}

const HUE_OF: Readonly<Record<Preset, Hue>> = {
  when: "amber",
  top: "green",
  overdue: "rose",
  dueSoon: "amber",
  bar: "teal",
  choice: "slate",
  duplicates: "rose",
};

export function draftFor(preset: Preset, key: number, field: Field): RuleDraft {
  const type = preset === "bar" || preset === "choice" || preset === "duplicates" ? preset : "when";
  return { key, type, hue: HUE_OF[preset], condition: conditionFor(preset, key, field) };
}

export interface ColourDrafts {
  readonly list: Accessor<readonly RuleDraft[]>;
  /** `soon`: the person is still typing. */
  readonly change: (next: readonly RuleDraft[], soon: boolean) => void;
  readonly nextKey: () => number;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Drafts lead while they are edited, and follow undo. */
export function createColourDrafts(app: App, id: FieldId): ColourDrafts {
  let lastKey = 0;
  const nextKey = (): number => {
    lastKey += 1;
    return lastKey;
  };
  const all = (): readonly ColourRule[] => app.view()?.colours ?? [];
  const own = (): readonly ColourRule[] => all().filter((rule) => rule.field === id);
  const read = (rule: ColourRule): RuleDraft => {
    const key = nextKey();
    const field = rule.type === "when" ? app.fieldOf(rule.condition.field) : app.fieldOf(id);
    const fresh = field === undefined ? null : newDraft(key, field);
    const condition = rule.type === "when" ? draftOf(key, rule.condition, field, app.locale()) : fresh;
    return { key, type: rule.type, hue: "hue" in rule ? rule.hue : "slate", condition };
  };
  const write = ({ type, hue, condition }: RuleDraft): readonly ColourRule[] => {
    if (type === "choice") return [{ type, field: id }];
    if (type !== "when") return [{ type, field: id, hue }];
    const asked = condition?.type === "condition" ? app.fieldOf(condition.field) : undefined;
    const filter = condition === null ? null : filterOf(condition, asked, app.locale());
    return filter === null || !isCondition(filter) ? [] : [{ type, field: id, condition: filter, hue }];
  };
  const [list, setList] = createSignal<readonly RuleDraft[]>(own().map(read));
  const wanted = (): readonly ColourRule[] => list().flatMap(write);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const view = app.view();
    if (view === null || same(wanted(), own())) return;
    // Rules of other columns keep their places among themselves: which column comes first means nothing.
    const colours = [...all().filter((rule) => rule.field !== id), ...wanted()];
    void app.setView("colours", { ...view, colours });
  };
  createEffect(
    on(
      () => JSON.stringify(own()),
      () => {
        if (timer === undefined && !same(wanted(), own())) setList(own().map(read));
      },
      { defer: true },
    ),
  );
  // Closing while still typing keeps what was typed.
  onCleanup(() => timer !== undefined && apply());
  return {
    list,
    change: (next, soon) => {
      setList(next);
      clearTimeout(timer);
      if (soon) timer = setTimeout(apply, PAUSE_MS);
      else apply();
    },
    nextKey,
  };
}
