/** What the stored reason of a change must look like. */
import * as v from "valibot";
import { type Cause, CHART_TASKS, VIEW_TASKS } from "../change/record.ts";
import { fieldIdSchema, sheetIdSchema } from "./definitions.ts";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const causeSchema: v.GenericSchema<unknown, Cause> = v.variant("type", [
  v.strictObject({ type: v.literal("create"), from: v.picklist(["blank", "sample", "import", "file"]) }),
  v.strictObject({ type: v.literal("edit"), cells: count, sheet: sheetIdSchema, field: fieldIdSchema }),
  v.strictObject({
    type: v.picklist(["addRows", "deleteRows", "duplicateRows"]),
    rows: count,
    sheet: sheetIdSchema,
  }),
  v.strictObject({
    type: v.literal("import"),
    file: v.string(),
    added: count,
    updated: count,
    rejected: count,
    sheet: sheetIdSchema,
    unchanged: v.exactOptional(count),
    skipped: v.exactOptional(count),
    excluded: v.exactOptional(count),
    hash: v.exactOptional(v.string()),
    cancelled: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    type: v.literal("undoImport"),
    of: count,
    file: v.string(),
    sheet: sheetIdSchema,
    removed: count,
    restored: count,
    kept: count,
  }),
  v.strictObject({
    type: v.picklist(["addSheet", "renameSheet", "moveSheet", "duplicateSheet", "deleteSheet"]),
    name: v.string(),
  }),
  v.strictObject({
    type: v.picklist([
      "addField",
      "renameField",
      "duplicateField",
      "deleteField",
      "editChoices",
      "changeKind",
    ]),
    name: v.string(),
  }),
  v.strictObject({
    type: v.picklist(["sort", "filter", "columns", "colours", "totals", "group", "pinned"]),
    sheet: sheetIdSchema,
  }),
  v.strictObject({ type: v.picklist(VIEW_TASKS), sheet: sheetIdSchema, name: v.string() }),
  v.strictObject({ type: v.picklist(CHART_TASKS), sheet: sheetIdSchema, name: v.string() }),
  v.strictObject({
    type: v.picklist(["setClassifier", "removeClassifier"]),
    sheet: sheetIdSchema,
    field: fieldIdSchema,
  }),
  v.strictObject({ type: v.literal("classify"), cells: count }),
  v.strictObject({ type: v.literal("settings") }),
  v.strictObject({ type: v.literal("mergeRows"), sheet: sheetIdSchema, rows: v.exactOptional(count) }),
  v.strictObject({ type: v.picklist(["keepApart", "forgetApart"]), sheet: sheetIdSchema, rows: count }),
  v.strictObject({ type: v.literal("export"), file: v.string(), rows: count, sheet: sheetIdSchema }),
  v.strictObject({ type: v.literal("saveExport"), preset: v.string(), name: v.exactOptional(v.string()) }),
  v.strictObject({ type: v.literal("restoreRow"), sheet: sheetIdSchema, asOf: v.number() }),
  v.strictObject({
    type: v.literal("restoreColumn"),
    sheet: sheetIdSchema,
    name: v.string(),
    asOf: v.number(),
  }),
  v.strictObject({ type: v.literal("restoreAll"), asOf: v.number() }),
]);
