/** Random workbooks with the texts and names that files break on, and long ones. */
import fc from "fast-check";
import {
  type Atom,
  atomAt,
  type Field,
  type FieldType,
  fieldId,
  isNumeric,
  packAtoms,
  type Sheet,
  sheetId,
  type Workbook,
  workbookId,
} from "../../../src/core/model/index.ts";
import type { Content, ContentRows } from "../../../src/storage/file/content.ts";
import { atomArb, type Draw, field, PLAIN_VIEW, TYPES } from "../states.ts";

const TEXTS = [
  ...['"', '""', ",", "\r", "\n", "\r\n", " ", "\t", "\0", "\ufeff", "=1+1", "00123", "#"],
  ...["\ud800", "\udc00\ud800", "\\ud800", "\\uD800", "\\\\uDFFF", "\\\ud800", "\\", "\\\\", "\ud83d\\uDE00"],
  ...["__proto__", "constructor", "../../etc", "C:\\uD", "客户\u0000", "raw 1", "true", "1.50", "1970-01-01"],
];

const textArb = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
);

/** Values that no editor makes, but a damaged or future workbook may hold. */
const ODD_NUMBERS = [
  -0,
  0.5,
  1e300,
  -5e-324,
  Number.POSITIVE_INFINITY,
  Number.MIN_SAFE_INTEGER,
  2e9,
  1e8,
  -719_529,
];

function cellArb(type: FieldType): fc.Arbitrary<Atom> {
  const usual = atomArb(type);
  if (type.storage === "text") return fc.oneof(usual, textArb);
  if (!isNumeric(type)) return fc.oneof({ weight: 5, arbitrary: usual }, textArb);
  return fc.oneof({ weight: 5, arbitrary: usual }, fc.constantFrom(...ODD_NUMBERS), fc.integer());
}

const typeArb = fc.oneof(
  fc.constantFrom(...TYPES),
  fc.constantFrom(0, 1, 4, 15).map((decimals): FieldType => ({ storage: "integer", decimals })),
);

interface Drawn {
  readonly sheet: Sheet;
  readonly rows: ContentRows;
}

function drawSheet(draw: Draw, index: number): Drawn {
  const types = draw(() => fc.array(typeArb, { maxLength: 6 }));
  const fields = types.map(
    (type, n): Field => ({
      ...field(n, type),
      name: draw(() => textArb),
      id: fieldId(n === 0 ? "__proto__" : `f${n}`),
    }),
  );
  const count = draw(() => fc.integer({ min: 0, max: 12 }));
  const ids = draw(() =>
    fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: count, maxLength: count }),
  );
  const filled = draw(() => fc.subarray(fields));
  const columns = new Map(
    filled.map(({ id, type }) => {
      const atoms = ids.map(() => draw(() => cellArb(type)));
      return [id, packAtoms(isNumeric(type), atoms)] as const;
    }),
  );
  const sheet: Sheet = { id: sheetId(`s${index}`), name: draw(() => textArb), fields, views: [PLAIN_VIEW] };
  return { sheet, rows: { ids: Uint32Array.from(ids), columns } };
}

export function drawContent(draw: Draw): Content {
  const count = draw(() => fc.integer({ min: 0, max: 3 }));
  const sheets = Array.from({ length: count }, (_, index) => drawSheet(draw, index));
  const workbook: Workbook = {
    id: workbookId("w1"),
    settings: { name: draw(() => textArb), locale: "zh-CN", currency: "CNY" },
    sheets: sheets.map(({ sheet }) => sheet),
  };
  return { workbook, rows: new Map(sheets.map(({ sheet, rows }) => [sheet.id, rows])) };
}

/** Everything that must come back, as plain data: a column without a vector is one of empty cells. */
export function plain({ workbook, rows }: Content): unknown {
  const sheets = workbook.sheets.map(({ id, fields }) => {
    const own = rows.get(id);
    return Array.from(own?.ids ?? [], (row, index) => [
      row,
      ...fields.map((each) => {
        const vector = own?.columns.get(each.id);
        return vector === undefined ? null : atomAt(vector, index);
      }),
    ]);
  });
  return { workbook, sheets };
}

/** A sheet of `count` rows, the last id first. */
export function longContent(count: number): Content {
  const ids = Uint32Array.from({ length: count }, (_, index) => count - index);
  const fields = TYPES.map((type, index) => field(index, type));
  const texts = Array.from(ids, (id) => `客户 "${id % 977}"`);
  const columns = new Map([
    [fieldId("f0"), packAtoms(false, texts)],
    [fieldId("f1"), packAtoms(true, Array.from(ids))],
  ]);
  const sheet: Sheet = { id: sheetId("s1"), name: "Long", fields, views: [PLAIN_VIEW] };
  const workbook: Workbook = {
    id: workbookId("w1"),
    settings: { name: "W", locale: "en", currency: "EUR" },
    sheets: [sheet],
  };
  return { workbook, rows: new Map([[sheet.id, { ids, columns }]]) };
}
