/** The list of presets, in the order in which they are offered; the first is the default. */
import { chinaTax } from "./chinaTax.ts";
import { datev } from "./datev.ts";
import { freeAgent } from "./freeAgent.ts";
import { google } from "./google.ts";
import { myob } from "./myob.ts";
import { outlook } from "./outlook.ts";
import { EXCEL, EXCEL_COMMA, excel, excelProof, pack, plain, roundTrip, xlsx } from "./own.ts";
import type { Preset, TextForm } from "./preset.ts";
import { quickbooks } from "./quickbooks.ts";
import { sage50 } from "./sage50.ts";
import { sageAccounting } from "./sageAccounting.ts";
import { vcard, vcard4 } from "./vcard.ts";
import { wave } from "./wave.ts";
import { xero } from "./xero.ts";

export { EXCEL, EXCEL_COMMA, EXCEL_PROOF } from "./own.ts";
export * from "./preset.ts";
export { templatePreset } from "./template.ts";

const LIST = [
  excel,
  roundTrip,
  excelProof,
  plain,
  xlsx,
  pack,
  xero,
  quickbooks,
  sage50,
  sageAccounting,
  freeAgent,
  wave,
  myob,
  datev,
  chinaTax,
  google,
  outlook,
  vcard,
  vcard4,
] as const;

export type PresetId = (typeof LIST)[number]["id"];

export const PRESETS: readonly [Preset<PresetId>, ...Preset<PresetId>[]] = LIST;

/** The default for a name that no preset has. */
export function findPreset(id: string): Preset<PresetId> {
  return PRESETS.find((preset) => preset.id === id) ?? PRESETS[0];
}

/** `decimal`: the sign that the workbook's region writes. */
export const formIn = (form: TextForm | "region", decimal: string): TextForm =>
  form === "region" ? (decimal === "," ? EXCEL_COMMA : EXCEL) : form;
