/** Which values of a column are ticked in its checklist, and the condition that comes to. */
import {
  type Atom,
  type Condition,
  conditionsOf,
  type Field,
  type FieldId,
  type Filter,
} from "../core/model/index.ts";
import { isCondition, joinParts, partsOf } from "./filter.ts";

/** Null stands for the empty cell. */
export interface Ticks {
  /** Whether values are ticked that are not set apart, those that are still to come included. */
  readonly rest: boolean;
  readonly apart: ReadonlySet<Atom>;
}

export const ALL: Ticks = { rest: true, apart: new Set() };
export const NONE: Ticks = { rest: false, apart: new Set() };

export const onlyTicked = (atoms: Iterable<Atom>): Ticks => ({ rest: false, apart: new Set(atoms) });

export const isTicked = ({ rest, apart }: Ticks, atom: Atom): boolean => apart.has(atom) !== rest;

/** The same with these ticked or not. */
export function withTicked({ rest, apart }: Ticks, atoms: Iterable<Atom>, ticked: boolean): Ticks {
  const next = new Set(apart);
  for (const atom of atoms) {
    if (ticked === rest) next.delete(atom);
    else next.add(atom);
  }
  return { rest, apart: next };
}

/** What is ticked in one, and in the other besides. */
export const together = (ticks: Ticks, more: Ticks): Ticks =>
  more.rest ? ticks : withTicked(ticks, more.apart, true);

/** The conditions that a checklist can show. */
function ticksOfCondition(condition: Condition): Ticks | null {
  switch (condition.op) {
    case "oneOf":
      return onlyTicked(condition.atoms);
    case "noneOf":
      return { rest: true, apart: new Set(condition.atoms) };
    case "empty":
      return onlyTicked([null]);
    case "notEmpty":
      return { rest: true, apart: new Set([null]) };
    default:
      return null;
  }
}

const ticksIn = (part: Filter, field: FieldId): Ticks | null =>
  isCondition(part) && part.field === field ? ticksOfCondition(part) : null;

/** What the checklist of a field begins with: all, unless a condition says otherwise. */
export function ticksOf(filter: Filter | null, field: FieldId): Ticks {
  for (const part of partsOf(filter)) {
    const ticks = ticksIn(part, field);
    if (ticks !== null) return ticks;
  }
  return ALL;
}

/** Whether the checklist shows all that the filter asks of the field. */
export const isPlainlyTicked = (filter: Filter | null, field: FieldId): boolean =>
  partsOf(filter).every(
    (part) => ticksIn(part, field) !== null || conditionsOf(part).every((each) => each.field !== field),
  );

/** A box that is empty is an unchecked one, so of these two only one is ever asked for. */
function flagCondition(field: FieldId, ticks: Ticks): Condition | null {
  const [checked, unchecked] = [isTicked(ticks, 1), isTicked(ticks, null)];
  if (checked === unchecked) return null;
  return { op: checked ? "oneOf" : "noneOf", field, atoms: [1] };
}

/** Null: every row passes. Of a checklist that lets nothing through nothing is made; see `saysNothing`. */
function conditionOf({ id: field, type }: Field, ticks: Ticks): Condition | null {
  if (type.storage === "flag") return flagCondition(field, ticks);
  const atoms = [...ticks.apart];
  if (!ticks.rest) return { op: "oneOf", field, atoms };
  return atoms.length === 0 ? null : { op: "noneOf", field, atoms };
}

/** No value is ticked, which would leave no row: a checklist like that cannot be applied. */
export const saysNothing = ({ rest, apart }: Ticks): boolean => !rest && apart.size === 0;

/** The filter with the field's checklist as ticked, in the place where it stood. */
export function withTicks(filter: Filter | null, field: Field, ticks: Ticks): Filter | null {
  const condition = conditionOf(field, ticks);
  const parts: Filter[] = [];
  let placed = condition === null;
  for (const part of partsOf(filter)) {
    if (ticksIn(part, field.id) === null) parts.push(part);
    else if (!placed && condition !== null) {
      parts.push(condition);
      placed = true;
    }
  }
  if (!placed && condition !== null) parts.push(condition);
  return joinParts(parts);
}
