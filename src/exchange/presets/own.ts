/** Files in our own columns: they come back without a question. */
import { PLAIN_CSV, type Preset, type TextForm } from "./preset.ts";

/** With a mark, by which Excel knows UTF-8. */
export const EXCEL: TextForm = { ...PLAIN_CSV, bom: true };

/** Where decimals are written with a comma Excel separates cells by semicolons, and takes `1234.56` for a text or a date. */
export const EXCEL_COMMA: TextForm = { ...EXCEL, delimiter: ";", decimal: "," };

/** What Excel calls Unicode text, which it opens the same in every region and language. */
export const EXCEL_PROOF: TextForm = {
  ...EXCEL,
  encoding: "utf-16le",
  delimiter: "\t",
  shield: true,
};

export const excel = {
  id: "excel",
  kind: "table",
  extension: "csv",
  form: "region",
} as const satisfies Preset;

export const excelProof = {
  id: "excelProof",
  kind: "table",
  extension: "csv",
  form: EXCEL_PROOF,
} as const satisfies Preset;

export const plain = {
  id: "plain",
  kind: "table",
  extension: "csv",
  form: PLAIN_CSV,
} as const satisfies Preset;

/** For the accountant, who sends it back changed. */
export const roundTrip = {
  id: "roundTrip",
  kind: "table",
  extension: "csv",
  form: "region",
  comesBack: true,
} as const satisfies Preset;

/** A file for each sheet, and a note on what is in them. */
export const pack = { id: "pack", kind: "pack", extension: "zip", form: "region" } as const satisfies Preset;

export const xlsx = { id: "xlsx", kind: "xlsx", extension: "xlsx" } as const satisfies Preset;
