/** Groups: tiers, states, cities, months; as bars, a line, a ring or a funnel. */
import {
  type Atom,
  type ChartRecipe,
  choicesOf,
  type Field,
  type Filter,
  type Hue,
  type Sheet,
} from "../../../core/model/index.ts";
import { kindOf } from "../../../fields/index.ts";
import { listed } from "../../../i18n/spacing.ts";
import type { ChartGroup, Exact, GroupsAnswer, Range } from "../../../worker/api.ts";
import { asNumber, fullText, percentText, periodText, shortNumber, shortText } from "../numbers.ts";
import type { Cell, Drawing, Mark, Speaker, Told } from "../told.ts";
import { type Earlier, sinceText } from "./earlier.ts";

type GroupsRecipe = Extract<ChartRecipe, { kind: "groups" }>;

/** Whether its rows are called customers. */
export const isOfPeople = ({ fields }: Sheet): boolean => fields.some(({ role }) => role === "tier");

const countsPeople = (app: Speaker): boolean => {
  const sheet = app.sheet();
  return sheet !== null && isOfPeople(sheet);
};

export function groupsTitle(app: Speaker, sheet: Sheet, recipe: GroupsRecipe): string {
  const nameOf = (id: string | undefined): string =>
    sheet.fields.find((field) => field.id === id)?.name ?? app.t("filter.gone");
  const by = nameOf(recipe.by);
  const storage = sheet.fields.find(({ id }) => id === recipe.by)?.type.storage;
  const scale = storage === undefined || storage === "day" || storage === "integer";
  return recipe.measure === "count"
    ? app.t("chart.title.count", { by, scale, people: isOfPeople(sheet) })
    : app.t(`chart.title.${recipe.measure}`, { by, scale, of: nameOf(recipe.of) });
}

const isPeriod = (answer: GroupsAnswer): boolean => answer.unit !== null;

function labelOf(app: Speaker, { by, unit }: GroupsAnswer, { atom, range }: ChartGroup): string {
  if (atom === null) return by.role === "tier" ? app.t("charts.noTier") : app.t("chart.empty");
  if (unit !== null && typeof atom === "number") return periodText(app, unit, atom);
  const text = (value: Atom): string => kindOf(by).format(value, by, app.locale());
  if (range !== null && range.low !== range.high) return rangeText(app, by, range);
  if (by.type.storage === "flag") return text(atom) || String(atom);
  const choice = choicesOf(by.type).find(({ id }) => id === atom);
  return choice?.label ?? text(atom);
}

/** Of fractions up to where the next one begins; of whole numbers both ends. */
function rangeText(app: Speaker, by: Field, { low, high }: Range): string {
  const decimals = by.type.storage === "integer" ? by.type.decimals : 0;
  const text = (value: number): string => shortNumber(app, value / 10 ** decimals, by);
  return app.t("filter.range", { low: text(low), high: text(decimals === 0 ? high : high + 1) });
}

const hueOf = ({ by }: GroupsAnswer, atom: Atom): Hue | null =>
  choicesOf(by.type).find(({ id }) => id === atom)?.hue ?? null;

function pickOf({ by }: GroupsAnswer, { atom, range }: ChartGroup): readonly Filter[] {
  if (range !== null) return [{ op: "between", field: by.id, low: range.low, high: range.high }];
  if (atom === null && (by.type.storage === "day" || by.type.storage === "integer"))
    return [{ op: "empty", field: by.id }];
  return [{ op: "oneOf", field: by.id, atoms: [atom] }];
}

/** What asks for all that is beyond the groups shown. */
function beyond({ by, groups }: GroupsAnswer): Filter {
  const atoms = groups.map(({ atom }) => atom);
  if (by.type.storage !== "choices") return { op: "noneOf", field: by.id, atoms };
  // A row of several choices may be beyond those shown and among them.
  const all: readonly Atom[] = [...choicesOf(by.type).map(({ id }) => id), null];
  return { op: "oneOf", field: by.id, atoms: all.filter((atom) => !atoms.includes(atom)) };
}

interface Figure {
  /** Null: all that are beyond those shown. */
  readonly group: ChartGroup | null;
  readonly label: string;
  readonly hue: Hue | null;
  readonly value: number;
  readonly before: number | null;
  readonly short: string;
  readonly full: string;
  readonly fullBefore: string;
  readonly share: string;
  readonly pick: Mark["pick"];
}

type Then = Earlier<GroupsAnswer> | null;

/** Of groups that hold no row: nothing, or nothing that is known. */
const noneOf = ({ whole }: GroupsAnswer): Exact | null => whole && { value: 0n, decimals: 0 };

/** With what was, beside the groups of now also those that are gone. */
function figuresOf(app: Speaker, answer: GroupsAnswer, then: Then): readonly Figure[] {
  const whole = answer.whole === null ? 0 : asNumber(answer.whole);
  const { groups, of } = answer;
  const losses = groups.some(({ value }) => value !== null && value.value < 0n);
  const figure = (
    value: Exact | null,
    before: Exact | null,
    rest: Pick<Figure, "group" | "label" | "hue" | "pick">,
  ): Figure => ({
    ...rest,
    value: value === null ? 0 : asNumber(value),
    short: shortText(app, value, of),
    full: fullText(app, value, of),
    share: value === null || losses ? "" : percentText(app, asNumber(value), whole),
    before: before === null ? null : asNumber(before),
    fullBefore: fullText(app, before, of),
  });
  const now = new Map(groups.map((group) => [group.atom, group] as const));
  // What is laid out to stand beside the present holds all of its groups.
  const shown = (then?.answer.groups ?? groups).map((group) => {
    const known = now.get(group.atom);
    const named = known === undefined && then !== null ? then.answer : answer;
    return figure(known === undefined ? noneOf(answer) : known.value, then && group.value, {
      group: known ?? { ...group, rows: 0, value: noneOf(answer) },
      label: labelOf(app, named, group),
      hue: hueOf(named, group.atom),
      pick: pickOf(answer, group),
    });
  });
  const others = answer.others ?? then?.answer.others ?? null;
  if (others === null) return shown;
  const none = noneOf(answer);
  const rest = figure(answer.others?.value ?? none, then && (then.answer.others?.value ?? none), {
    group: null,
    label: app.t("chart.others", { groups: others.groups }),
    hue: null,
    pick: answer.others === null ? null : [beyond(answer)],
  });
  return [...shown, rest];
}

function extremes(list: readonly Figure[]): { readonly top: Figure; readonly low: Figure } | null {
  const [first] = list;
  if (first === undefined) return null;
  const top = list.reduce((best, each) => (each.value > best.value ? each : best), first);
  const low = list.reduce((least, each) => (each.value < least.value ? each : least), first);
  return { top, low };
}

function ofTiers(app: Speaker, answer: GroupsAnswer, top: Figure, atom: Atom): string {
  if (answer.of === null)
    return atom === null
      ? app.t("charts.mostWithout", { share: top.share, total: answer.rows })
      : app.t("charts.mostCustomers", { tier: top.label, share: top.share, total: answer.rows });
  const words = {
    customers: percentText(app, top.group?.rows ?? 0, answer.rows),
    share: top.share,
    field: answer.of.name,
  };
  return atom === null
    ? app.t("charts.carriesWithout", words)
    : app.t("charts.carries", { ...words, tier: top.label });
}

/** All rows are in one group, or only one has anything to measure. */
function ofOne(app: Speaker, answer: GroupsAnswer, { group, label, full }: Figure): string {
  const { by, of, rows: total } = answer;
  if (of !== null) return app.t("chart.say.only", { top: label, value: full });
  if (group?.atom !== null)
    return app.t("chart.say.onlyOne", { top: label, total, people: countsPeople(app) });
  return by.role === "tier"
    ? app.t("charts.mostWithout", { share: percentText(app, 1, 1), total })
    : app.t("chart.say.allEmpty", { field: by.name, total, people: countsPeople(app) });
}

/** As many as are named one by one. */
const FEW = 3;

/** Several groups share the first place; null where one has it. */
function ofEquals(app: Speaker, answer: GroupsAnswer, first: readonly Figure[]): string | null {
  const { of, rows, groups, others } = answer;
  const [one] = first;
  if (one === undefined || first.length === 1) return null;
  const said = { groups: first.length, value: one.full };
  // Of what is beyond those shown, more may be equal to them.
  if (first.length === groups.length)
    return app.t(others === null ? "chart.say.equal" : "chart.say.firstEqual", said);
  const named = first.map(({ label }) => label);
  const names =
    first.length > FEW ? app.t("chart.most.groups", { count: first.length }) : listed(app.language(), named);
  const total = of === null ? rows : null;
  return app.t("chart.say.tied", { names, value: one.full, total, people: countsPeople(app) });
}

function sentenceOf(
  app: Speaker,
  answer: GroupsAnswer,
  list: readonly Figure[],
  recipe: GroupsRecipe,
): string {
  const { t } = app;
  const own = list.filter(({ group }) => group !== null && group.rows > 0 && group.value !== null);
  const found = extremes(own);
  if (found === null) return "";
  const { top, low } = found;
  if (own.length === 1 && answer.others === null) return ofOne(app, answer, top);
  const equals = ofEquals(
    app,
    answer,
    own.filter(({ value }) => value === top.value),
  );
  if (equals !== null) return equals;
  const last = own.findLast(({ group }) => group?.atom !== null);
  if (isPeriod(answer) && last === top) return t("chart.say.latest", { top: top.label, value: top.full });
  if (isPeriod(answer) && last !== undefined)
    return t("chart.say.periods", {
      top: top.label,
      value: top.full,
      last: last.label,
      lastValue: last.full,
    });
  const additive = recipe.measure === "count" || recipe.measure === "sum";
  // What is beyond those shown is lower than they are.
  if (!additive && answer.others !== null) return t("chart.say.highest", { top: top.label, value: top.full });
  if (!additive)
    return t("chart.say.ends", { top: top.label, value: top.full, low: low.label, lowest: low.full });
  if (top.share === "")
    return t("chart.say.losses", { top: top.label, value: top.full, low: low.label, lowest: low.full });
  if (answer.by.role === "tier") return ofTiers(app, answer, top, top.group?.atom ?? null);
  return answer.of === null
    ? t("chart.say.count", {
        top: top.label,
        share: top.share,
        total: answer.rows,
        people: countsPeople(app),
      })
    : t("chart.say.sum", { top: top.label, value: top.full, share: top.share, of: answer.of.name });
}

/** What the figures are. */
function measuredName(app: Speaker, { of }: GroupsAnswer, { measure }: GroupsRecipe): string {
  if (of === null || measure === "count") return app.t(countsPeople(app) ? "charts.count" : "charts.rows");
  return measure === "sum" ? of.name : app.t(`chart.of.${measure}`, { of: of.name });
}

function drawingOf(
  app: Speaker,
  answer: GroupsAnswer,
  list: readonly Figure[],
  recipe: GroupsRecipe,
  then: Then,
): Drawing {
  const { look } = recipe;
  const since = sinceText(app, then);
  if (look === "line" || (isPeriod(answer) && look === "bars")) {
    // Who has no day stands in the table; on the axis there is no place for it.
    const placed = list.filter(({ group }) => group !== null && group.atom !== null);
    return {
      look: look === "line" ? "line" : "columns",
      labels: placed.map(({ label }) => label),
      series: [
        {
          name: measuredName(app, answer, recipe),
          rank: 0,
          values: placed.map(({ value }) => value),
          before: then && placed.map(({ before }) => before),
          picks: placed.map(({ pick }) => pick),
        },
      ],
      since,
      mirrored: false,
      whole: answer.of === null,
      format: (value) => shortNumber(app, value, answer.of),
    };
  }
  const marks = list.map(
    ({ group, label, hue, value, before, short, share, pick }): Mark => ({
      label,
      rest: group === null,
      hue,
      value,
      before,
      text: share === "" ? short : `${short} · ${share}`,
      pick,
    }),
  );
  // A ring shows shares of a whole: with losses, or of nothing at all, there is none.
  const shared =
    marks.some(({ value }) => value > 0) &&
    marks.every(({ value, before }) => Math.min(value, before ?? 0) >= 0);
  if (look === "doughnut" && shared) return { look, marks, since };
  const limit = excessOf(list) > MOST_EXCESS ? longestOf(list) * CUT_OFF : null;
  return { look: look === "doughnut" ? "bars" : look, marks, since, limit };
}

/** What is beyond those shown may be thousands of groups: from so many times the longest bar on it would leave the bars no room. */
const MOST_EXCESS = 2;
/** So much longer than the longest is the bar that is cut off. */
const CUT_OFF = 1.15;

const lengthOf = ({ value, before }: Figure): number => Math.max(Math.abs(value), Math.abs(before ?? 0));

const longestOf = (list: readonly Figure[]): number =>
  Math.max(0, ...list.filter(({ group }) => group !== null).map(lengthOf));

/** How many times as long as the longest of those shown what is beyond them is. */
function excessOf(list: readonly Figure[]): number {
  const others = list.find(({ group }) => group === null);
  const longest = longestOf(list);
  return others === undefined || longest === 0 ? 0 : lengthOf(others) / longest;
}

function rowsOf(answer: GroupsAnswer, list: readonly Figure[], shares: boolean, then: Then) {
  return list.map(({ label, hue, full, share, fullBefore, pick }): readonly Cell[] => [
    { text: label, pick, hue: answer.by.type.storage === "choice" ? hue : null },
    { text: full },
    ...(shares ? [{ text: share }] : []),
    ...(then === null ? [] : [{ text: fullBefore }]),
  ]);
}

/** What changed since then. */
function changesOf(
  app: Speaker,
  { by, of }: GroupsAnswer,
  list: readonly Figure[],
  then: Then,
): readonly string[] {
  if (then === null) return [];
  const { moves, day } = then;
  const { top } = extremes(list.filter(({ group }) => group !== null)) ?? {};
  const changed =
    top === undefined || (moves !== null && of === null)
      ? []
      : [app.t("chart.changed", { what: top.label, was: top.fullBefore, is: top.full, day })];
  if (moves === null) return changed;
  // Only tiers are in an order of worth.
  if (by.role === "tier") return [...changed, app.t("chart.moved", { ...moves, day })];
  const moved = { rows: moves.up + moves.down, field: by.name, day, people: countsPeople(app) };
  return of === null ? [app.t("chart.movedBetween", moved)] : changed;
}

function notesOf(app: Speaker, { others, groups }: GroupsAnswer): readonly string[] {
  return others === null ? [] : [app.t("chart.say.top", { most: groups.length, others: others.groups })];
}

function notesOfPicture(
  app: Speaker,
  drawing: Drawing,
  list: readonly Figure[],
  { look }: GroupsRecipe,
  then: Then,
): readonly string[] {
  if (drawing.look === "doughnut") return then === null ? [] : [app.t("chart.ringInside", { day: then.day })];
  const isCut = "limit" in drawing && drawing.limit !== null;
  return [
    ...(look === "doughnut" ? [app.t("chart.noRing")] : []),
    ...(isCut ? [app.t("chart.cutOff", { times: Math.round(excessOf(list)) })] : []),
  ];
}

export function tellGroups(app: Speaker, answer: GroupsAnswer, recipe: GroupsRecipe, then: Then): Told {
  const { t } = app;
  const list = figuresOf(app, answer, then);
  const drawing = drawingOf(app, answer, list, recipe, then);
  const shares = list.some(({ share }) => share !== "");
  const since = sinceText(app, then);
  return {
    // The same whether compared or not.
    sentence: sentenceOf(app, answer, then === null ? list : figuresOf(app, answer, null), recipe),
    notes: [...notesOf(app, answer), ...changesOf(app, answer, list, then)],
    ofPicture: notesOfPicture(app, drawing, list, recipe, then),
    drawing,
    head: [
      answer.by.role === "tier" ? t("charts.tier") : answer.by.name,
      measuredName(app, answer, recipe),
      ...(shares ? [t("charts.share")] : []),
      ...(since === null ? [] : [since]),
    ],
    rows: rowsOf(answer, list, shares, then),
  };
}
