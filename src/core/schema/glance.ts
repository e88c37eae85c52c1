/**
 * What the first sheet showed when the workbook was last at rest. Opening paints it while it reads the rows; it is a
 * copy of what the journal says, and worth nothing once the journal has gone on.
 */
import * as v from "valibot";
import type { Cause } from "../change/record.ts";
import type { RowColours } from "../model/colour.ts";
import { HUES } from "../model/field.ts";
import { choiceId, type RowId, type SheetId } from "../model/ids.ts";
import type { Value } from "../model/value.ts";
import type { Workbook } from "../model/workbook.ts";
import { causeSchema } from "./cause.ts";
import { sheetIdSchema } from "./definitions.ts";

export interface GlanceRow {
  readonly id: RowId;
  /** In the order of the sheet's fields. */
  readonly values: readonly Value[];
  readonly colours?: RowColours;
}

export interface Glance {
  /** The last entry it includes. */
  readonly seq: number;
  /** The calendar day it was taken on: views know of today. */
  readonly day: number;
  readonly workbook: Workbook;
  readonly undo: Cause | null;
  readonly redo: Cause | null;
  /** Of every sheet. */
  readonly counts: readonly { readonly sheet: SheetId; readonly rows: number }[];
  /** What these are the first rows of. */
  readonly sheet: SheetId;
  readonly matching: number;
  readonly rows: readonly GlanceRow[];
}

export type GlanceBody = Omit<Glance, "workbook">;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const rowIdSchema = v.custom<RowId>((input) => typeof input === "number" && Number.isSafeInteger(input));
const valueSchema = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.null(),
  v.array(v.pipe(v.string(), v.transform(choiceId))),
]);

const hueSchema = v.picklist(HUES);
const cellColourSchema = v.strictObject({
  hue: v.nullable(hueSchema),
  bar: v.nullable(v.strictObject({ hue: hueSchema, from: v.number(), to: v.number() })),
});

export const glanceSchema: v.GenericSchema<unknown, GlanceBody> = v.strictObject({
  seq: count,
  day: v.pipe(v.number(), v.safeInteger()),
  undo: v.nullable(causeSchema),
  redo: v.nullable(causeSchema),
  counts: v.array(v.strictObject({ sheet: sheetIdSchema, rows: count })),
  sheet: sheetIdSchema,
  matching: count,
  rows: v.array(
    v.strictObject({
      id: rowIdSchema,
      values: v.array(valueSchema),
      colours: v.exactOptional(v.record(v.string(), cellColourSchema)),
    }),
  ),
});
