/** The JSON parts of a workbook file: what parts there are and what they must hash to, and the definitions. */
import * as v from "valibot";
import { type SheetId, sheetId, type Workbook } from "../../core/model/index.ts";
import { parseWorkbook, SCHEMA_VERSION } from "../../core/schema/index.ts";
import type { Bytes } from "../keyvalue.ts";
import { Refused } from "./refusal.ts";

export const MANIFEST = "manifest.json";
export const DEFINITIONS = "workbook.json";

const FORMAT = "tierbook-workbook";
const FORMAT_VERSION = 1;

export interface PartRecord {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  /** When it was saved, by the clock of the machine: ISO 8601. */
  readonly saved: string;
  readonly parts: readonly PartRecord[];
}

export interface SheetRecord {
  readonly sheet: SheetId;
  /** Name of the part with its rows. */
  readonly part: string;
  readonly rows: number;
}

export interface Definitions {
  readonly workbook: Workbook;
  readonly sheets: readonly SheetRecord[];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const manifestSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(FORMAT_VERSION),
  saved: v.pipe(v.string(), v.isoTimestamp()),
  parts: v.array(v.strictObject({ name: v.string(), bytes: count, sha256: v.string() })),
});

const definitionsSchema = v.strictObject({
  schema: count,
  sheets: v.array(
    v.strictObject({
      sheet: v.pipe(v.string(), v.transform(sheetId)),
      part: v.string(),
      rows: count,
    }),
  ),
  workbook: v.unknown(),
});

const encoder = new TextEncoder();

const jsonBytes = (value: unknown): Bytes => encoder.encode(`${JSON.stringify(value, null, 2)}\n`);

export const writeManifest = (manifest: Manifest): Bytes =>
  jsonBytes({ format: FORMAT, version: FORMAT_VERSION, ...manifest });

export const writeDefinitions = ({ sheets, workbook }: Definitions): Bytes =>
  jsonBytes({ schema: SCHEMA_VERSION, sheets, workbook });

function parseJson(part: string, bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused("malformed", part);
  }
}

function parsed<T>(part: string, schema: v.GenericSchema<unknown, T>, raw: unknown): T {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  throw new Refused("malformed", part, v.getDotPath(result.issues[0]) ?? "");
}

/** Throws Refused. */
export function readManifest(bytes: Bytes): Manifest {
  const raw = parseJson(MANIFEST, bytes);
  const version = v.safeParse(v.object({ format: v.literal(FORMAT), version: count }), raw);
  if (version.success && version.output.version > FORMAT_VERSION) throw new Refused("tooNew", MANIFEST);
  const { saved, parts } = parsed(MANIFEST, manifestSchema, raw);
  return { saved, parts };
}

const refuse = (at: string): never => {
  throw new Refused("malformed", DEFINITIONS, at);
};

/** The sheets' ids and their fields' must be unique, and each sheet must have its rows. Throws Refused. */
function checkReferences({ workbook, sheets }: Definitions): void {
  if (new Set(workbook.sheets.map(({ id }) => id)).size !== workbook.sheets.length) refuse("workbook.sheets");
  for (const [index, { fields }] of workbook.sheets.entries()) {
    const ids = new Set(fields.map(({ id }) => id));
    if (ids.size !== fields.length) refuse(`workbook.sheets.${index}.fields`);
  }
  if (sheets.length !== workbook.sheets.length) refuse("sheets");
  for (const [index, { sheet }] of sheets.entries()) {
    if (sheet !== workbook.sheets[index]?.id) refuse(`sheets.${index}.sheet`);
  }
  if (new Set(sheets.map(({ part }) => part)).size !== sheets.length) refuse("sheets");
}

/** Throws Refused. */
export function readDefinitions(bytes: Bytes): Definitions {
  const raw = parsed(DEFINITIONS, definitionsSchema, parseJson(DEFINITIONS, bytes));
  const { schema, sheets } = raw;
  if (schema > SCHEMA_VERSION) throw new Refused("tooNew", DEFINITIONS);
  const result = parseWorkbook(JSON.stringify(raw.workbook) ?? "", schema);
  if (!result.ok) throw new Refused("malformed", DEFINITIONS, `workbook.${result.path}`);
  const definitions = { sheets, workbook: result.workbook };
  checkReferences(definitions);
  return definitions;
}
