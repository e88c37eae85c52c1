/** What rows are recognised by: a key of one field or several, blind to how it is written. */
import {
  type Atom,
  atomAt,
  type Field,
  type FieldId,
  type FieldRole,
  findField,
  type Sheet,
} from "../core/model/index.ts";
import { meaningOfName } from "./meanings.ts";
import type { ImportOutline } from "./plan.ts";
import type { StagedImport } from "./stage.ts";

/** Where more rows than this share it with others, it tells something else than customers apart. */
const MOST_SHARED = 0.25;
const LEAST_FILLED = 0.5;

const hasRole = (role: FieldRole) => (field: Field) => field.role === role;

/** What tells customers apart, the surest first. */
const TELLING: readonly ((field: Field) => boolean)[] = [
  hasRole("code"),
  hasRole("email"),
  // Behind what nearly every customer has: branches share one, and people have none.
  (field) => field.role === undefined && meaningOfName(field.name) === "taxNumber",
  hasRole("mobile"),
];

/** What is compared of a key: blind to case, width and spaces; of a phone number its digits count. */
export function keyText(atom: Atom, field: Field): string {
  if (atom === null) return "";
  if (typeof atom === "number") return String(atom);
  const folded = atom.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  return field.kind === "phone" ? folded.replace(/\D/g, "") || folded : folded;
}

/** Separates the parts of a key; no folded text holds it. */
const PART = " ";

/** By row; "" where no part of the key is filled. Each distinct text is folded once. */
export class Keys {
  private readonly fields: readonly Field[];
  private readonly folded: readonly Map<Atom, string>[];

  constructor(fields: readonly Field[]) {
    this.fields = fields;
    this.folded = fields.map(() => new Map());
  }

  of(atom: (field: FieldId) => Atom): string {
    let filled = false;
    const parts = this.fields.map((field, index) => {
      const value = atom(field.id);
      const known = this.folded[index]?.get(value);
      const text = known ?? keyText(value, field);
      if (known === undefined) this.folded[index]?.set(value, text);
      filled ||= text !== "";
      return text;
    });
    return filled ? parts.join(PART) : "";
  }
}

/** Fields of the sheet that the file brings and a row may be recognised by. */
export function keyCandidates(sheet: Sheet, plan: ImportOutline): readonly Field[] {
  return plan.columns.flatMap(({ isNew, ignored, reading }) => {
    const field = isNew || ignored ? undefined : findField(sheet, reading.field.id);
    return field === undefined || field.type.storage === "choices" || field.kind === "longText"
      ? []
      : [field];
  });
}

/** Digits among letters, without a space: what a number of a customer looks like, whatever its column is called. */
const CODE = /^(?=.*\d)[\p{L}\d._/-]{1,24}$/u;

/** Whether most rows of the file have the field and few share it. `all`: none shares it, and each looks like a number. */
function tellsApart(field: Field, { columns, rowCount }: StagedImport, all: boolean): boolean {
  const vector = columns.get(field.id);
  if (vector === undefined) return false;
  const keys = new Keys([field]);
  const met = new Set<string>();
  let filled = 0;
  for (let row = 0; row < rowCount; row++) {
    const key = keys.of(() => atomAt(vector, row));
    if (key === "") continue;
    if (all && (met.has(key) || !CODE.test(key))) return false;
    filled += 1;
    met.add(key);
  }
  const shared = filled - met.size;
  return filled > 0 && filled >= rowCount * LEAST_FILLED && shared <= filled * MOST_SHARED;
}

/**
 * The surest key that most rows of the file have, and few share; else a column of the owner's own that holds nothing but
 * numbers of customers; none where there is no such.
 */
export function suggestKey(sheet: Sheet, plan: ImportOutline, staged: StagedImport): readonly FieldId[] {
  const candidates = keyCandidates(sheet, plan);
  for (const tells of TELLING) {
    const field = candidates.find(tells);
    if (field !== undefined && tellsApart(field, staged, false)) return [field.id];
  }
  const own = candidates.find(
    (each) => each.role === undefined && each.kind === "text" && tellsApart(each, staged, true),
  );
  return own === undefined ? [] : [own.id];
}
