/**
 * The states of a customer's life, and conditions to begin with: on the last day and on how often, else on how much. They do
 * not overlap, so that their order means nothing, and leave out only who bought on a day that nobody knows. "Won back" needs
 * a memory that no cell has: a hand gives it.
 */
import {
  type Choice,
  type ChoiceId,
  choiceId,
  type Field,
  type Filter,
  type Hue,
  type Period,
  type Sheet,
} from "../../core/model/index.ts";
import type { Translate } from "../../i18n/index.ts";

const STATES = {
  prospect: "blue",
  firstTime: "teal",
  repeat: "green",
  loyal: "violet",
  atRisk: "amber",
  lost: "slate",
  wonBack: "rose",
} as const satisfies Readonly<Record<string, Hue>>;
type State = keyof typeof STATES;

const NAMES = Object.keys(STATES).filter((name): name is State => name in STATES);

/** The field's choices with those of the seven states that it has not got, by id, behind them. */
export function withStates(choices: readonly Choice[], t: Translate): readonly Choice[] {
  const known = new Set<string>(choices.map(({ id }) => id));
  const labels = new Set(choices.map(({ label }) => label));
  const missing = NAMES.filter((name) => !known.has(name) && !labels.has(t(`life.${name}`)));
  return [
    ...choices,
    ...missing.map((name) => ({ id: choiceId(name), label: t(`life.${name}`), hue: STATES[name] })),
  ];
}

/** Days without a word after which a customer is at risk, and lost. */
const RISK = 180;
const LOST = 365;
const OFTEN = 5;
/** As far back as the form counts. */
const LONG_AGO = -36_500;

const last = (days: number): Period => ({ unit: "day", from: 1 - days, to: 0 });
const before = (days: number): Period => ({ unit: "day", from: LONG_AGO, to: -days });
const all = (...parts: readonly Filter[]): Filter => ({ op: "and", parts });

interface Grounds {
  readonly day: Field;
  /** How often, else how much. */
  readonly number: Field;
  readonly counts: boolean;
}

/** What a sheet has to tell by; null: no day or no number. */
function groundsOf({ fields }: Sheet): Grounds | null {
  const days = fields.filter(({ type, role }) => type.storage === "day" && role !== "birthday");
  const day = days.find(({ role }) => role === "lastContact") ?? days[0];
  const numbers = fields.filter(({ type }) => type.storage === "integer");
  const count = numbers.find(({ kind, role }) => kind === "number" && role !== "revenue");
  const number = count ?? numbers.find(({ role }) => role === "revenue") ?? numbers[0];
  return day === undefined || number === undefined ? null : { day, number, counts: number === count };
}

/** Null: a class that only a hand gives, or nothing to tell it by. */
export function seedOf(sheet: Sheet, choices: readonly Choice[], choice: ChoiceId): Filter | null {
  const grounds = groundsOf(sheet);
  if (grounds === null) return null;
  const { day, number, counts } = grounds;
  const scale = number.type.storage === "integer" ? 10 ** number.type.decimals : 1;
  const field = number.id;
  const bought: Filter = { op: "greater", field, value: 0 };
  const recently: Filter = { op: "within", field: day.id, period: last(RISK) };
  const often = (low: number, high: number): Filter =>
    low === high
      ? { op: "equal", field, value: low * scale }
      : { op: "between", field, low: low * scale, high: high * scale };
  const told = counts && choices.some(({ id }) => String(id) === "repeat");
  switch (String(choice)) {
    case "prospect":
      return {
        op: "or",
        parts: [
          { op: "empty", field },
          { op: "lessOrEqual", field, value: 0 },
        ],
      };
    case "active":
      return told ? null : all(bought, recently);
    case "firstTime":
      return counts ? all(often(1, 1), recently) : null;
    case "repeat":
      return counts ? all(often(2, OFTEN - 1), recently) : null;
    case "loyal":
      return counts ? all({ op: "greaterOrEqual", field, value: OFTEN * scale }, recently) : null;
    case "atRisk":
      return all(
        bought,
        { op: "within", field: day.id, period: before(RISK) },
        { op: "within", field: day.id, period: last(LOST) },
      );
    case "lost":
      return all(bought, { op: "within", field: day.id, period: before(LOST) });
    default:
      return null;
  }
}
