/** Commands about columns: added, named, duplicated, deleted, and the list that a column of choices offers. */
import type { Op } from "../../core/change/index.ts";
import {
  type Atom,
  type Choice,
  type ChoiceId,
  choicesOf,
  type Field,
  type FieldId,
  fieldId,
  findSheet,
  fromAtom,
  KIND_IDS,
  lastingId,
  mapViewConditions,
  packAtoms,
  type Sheet,
  toAtom,
  type View,
  viewBeside,
  viewWithout,
} from "../../core/model/index.ts";
import { readVector } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import {
  type Built,
  type Definitions,
  fieldOp,
  GONE_FIELD,
  GONE_SHEET,
  nameProblem,
  replaced,
  viewOps,
} from "./built.ts";
import type { Command, Refusal, RemovedChoice } from "./command.ts";

type Of<Type extends Command["type"]> = Extract<Command, { readonly type: Type }>;

interface Found {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
  readonly field: Field;
  /** Its place among the sheet's fields. */
  readonly index: number;
}

function find(basis: Definitions, command: { sheet: Sheet["id"]; field: FieldId }): Found | Refusal {
  const sheet = findSheet(basis.workbook, command.sheet);
  const table = basis.table(command.sheet);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  const index = sheet.fields.findIndex(({ id }) => id === command.field);
  const field = sheet.fields[index];
  return field === undefined ? GONE_FIELD : { sheet, table, field, index };
}

const freshField = ({ fields }: Sheet, seq: number): FieldId =>
  fieldId(
    lastingId(
      "f",
      fields.map(({ id }) => id),
      seq,
    ),
  );

export function addField(basis: Definitions, command: Of<"addField">): Built | Refusal {
  const sheet = findSheet(basis.workbook, command.sheet);
  if (sheet === undefined) return GONE_SHEET;
  const problem = nameProblem(command.name, sheet.fields);
  if (problem !== null) return problem;
  const { name, kind, beside } = command;
  if (!KIND_IDS.includes(kind)) return { refused: "wrongValue" };
  const item: Field = { id: freshField(sheet, basis.seq), name, kind, type: basis.newType(kind) };
  const other = beside === undefined ? -1 : sheet.fields.findIndex(({ id }) => id === beside.field);
  const index = other < 0 ? sheet.fields.length : beside?.side === "left" ? other : other + 1;
  const views =
    beside === undefined
      ? []
      : viewOps(sheet, (view) => viewBeside(view, item.id, beside.field, beside.side));
  const ops = [fieldOp(sheet.id, { before: null, after: { index, item } }), ...views];
  return { change: { ops }, cause: { type: "addField", name } };
}

export function renameField(basis: Definitions, command: Of<"renameField">): Built | Refusal {
  const found = find(basis, command);
  if ("refused" in found) return found;
  const { sheet, field } = found;
  const problem = nameProblem(
    command.name,
    sheet.fields.filter((each) => each !== field),
  );
  if (problem !== null) return problem;
  const edit = replaced(sheet.fields, { ...field, name: command.name });
  const ops = edit === null || field.name === command.name ? [] : [fieldOp(sheet.id, edit)];
  return { change: { ops }, cause: { type: "renameField", name: command.name } };
}

export function duplicateField(basis: Definitions, command: Of<"duplicateField">): Built | Refusal {
  const found = find(basis, command);
  if ("refused" in found) return found;
  const { sheet, table, field, index } = found;
  const problem = nameProblem(command.name, sheet.fields);
  if (problem !== null) return problem;
  // What a role stands for is one column.
  const { role: _, ...rest } = field;
  const item: Field = { ...rest, id: freshField(sheet, basis.seq), name: command.name };
  const added: Op = {
    op: "field",
    sheet: sheet.id,
    edit: { before: null, after: { index: index + 1, item } },
    valuesBefore: null,
    valuesAfter: table.columnInOrder(field.id),
  };
  const ops = [added, ...viewOps(sheet, (view) => viewBeside(view, item.id, field.id, "right"))];
  return { change: { ops }, cause: { type: "duplicateField", name: command.name } };
}

/** Something is to be seen in every view: where only hidden columns are left, the first of them is shown. */
function withSomething(view: View, sheet: Sheet, gone: FieldId): View {
  const named = new Set(view.columns.map(({ field }) => field));
  const unnamed = sheet.fields.some(({ id }) => id !== gone && !named.has(id));
  if (unnamed || view.columns.some(({ hidden }) => !hidden)) return view;
  return {
    ...view,
    columns: view.columns.map((column, at) => (at === 0 ? { ...column, hidden: false } : column)),
  };
}

export function deleteField(basis: Definitions, command: Of<"deleteField">): Built | Refusal {
  const found = find(basis, command);
  if ("refused" in found) return found;
  const { sheet, table, field, index } = found;
  if (sheet.fields.length === 1) return { refused: "lastField" };
  const gone: Op = {
    op: "field",
    sheet: sheet.id,
    edit: { before: { index, item: field }, after: null },
    valuesBefore: table.columnInOrder(field.id),
    valuesAfter: null,
  };
  const without = (view: View): View => {
    const next = viewWithout(view, field.id);
    return next === view ? view : withSomething(next, sheet, field.id);
  };
  return {
    change: { ops: [...viewOps(sheet, without), gone] },
    cause: { type: "deleteField", name: field.name },
  };
}

/** Why the list cannot be one: labels are there and told apart. */
function listProblem(choices: readonly Choice[]): Refusal | null {
  for (const [at, choice] of choices.entries()) {
    const problem = nameProblem(
      choice.label,
      choices.slice(0, at).map(({ label }) => ({ name: label })),
    );
    if (problem !== null) return problem;
    if (choices.findIndex(({ id }) => id === choice.id) !== at) return { refused: "wrongValue" };
  }
  return null;
}

/** What an atom becomes when some of its choices go; a cell of several holds each once. */
function swapper(field: Field, removed: readonly RemovedChoice[]): (atom: string) => Atom {
  const by = new Map<string, ChoiceId | null>(removed.map((each) => [each.id, each.by]));
  return (atom) => {
    const value = fromAtom(field.type, atom);
    const ids = typeof value === "object" && value !== null ? value : [atom];
    if (!ids.some((id) => by.has(id))) return atom;
    const next = ids.map((id) => (by.has(id) ? (by.get(id) ?? null) : id)).filter((id) => id !== null);
    return toAtom([...new Set(next)].join(" "));
  };
}

/** The cells that hold what is removed; none: no op. */
function swapOps({ sheet, table, field }: Found, swap: (atom: string) => Atom): readonly Op[] {
  const column = table.columns.get(field.id);
  if (column?.form !== "coded") return [];
  const { codes, dictionary } = column;
  const next = dictionary.map(swap);
  const slots = table.order.filter((slot) => {
    const code = codes[slot] ?? 0;
    return code !== 0 && next[code - 1] !== dictionary[code - 1];
  });
  if (slots.length === 0) return [];
  const after = packAtoms(
    false,
    Array.from(slots, (slot) => next[(codes[slot] ?? 0) - 1] ?? null),
  );
  const before = readVector(column, slots);
  return [{ op: "cells", sheet: sheet.id, field: field.id, rows: table.idsOf(slots), before, after }];
}

/** Views ask for the choices that took the place of those removed; for nothing where none did. */
function swapConditions(view: View, field: FieldId, swap: (atom: string) => Atom): View {
  return mapViewConditions(view, (condition) => {
    if (condition.field !== field || !("atoms" in condition)) return condition;
    const atoms = condition.atoms.flatMap((atom): readonly Atom[] => {
      const next = typeof atom === "string" ? swap(atom) : atom;
      return atom !== null && next === null ? [] : [next];
    });
    if (atoms.every((atom, at) => atom === condition.atoms[at])) return condition;
    return atoms.length === 0 ? null : { ...condition, atoms: [...new Set(atoms)] };
  });
}

export function setChoices(basis: Definitions, command: Of<"setChoices">): Built | Refusal {
  const found = find(basis, command);
  if ("refused" in found) return found;
  const { sheet, field } = found;
  const { type } = field;
  if (type.storage !== "choice" && type.storage !== "choices") return { refused: "wrongValue" };
  const gone = new Set<string>(command.removed.map(({ id }) => id));
  const kept = command.choices.filter(({ id }) => !gone.has(id));
  const named = new Set<string>(kept.map(({ id }) => id));
  const others = choicesOf(type).filter(({ id }) => !gone.has(id) && !named.has(id));
  const choices = [...kept, ...others];
  const problem = listProblem(choices);
  if (problem !== null) return problem;
  const stray = command.removed.some(({ by }) => by !== null && !choices.some(({ id }) => id === by));
  if (stray) return { refused: "wrongValue" };
  const swap = swapper(field, command.removed);
  const edit = replaced(sheet.fields, { ...field, type: { ...type, choices } });
  const same = JSON.stringify(choices) === JSON.stringify(type.choices);
  const ops = [
    ...(edit === null || same ? [] : [fieldOp(sheet.id, edit)]),
    ...swapOps(found, swap),
    ...viewOps(sheet, (view) => swapConditions(view, field.id, swap)),
  ];
  return { change: { ops }, cause: { type: "editChoices", name: field.name } };
}
