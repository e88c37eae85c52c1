/** One sentence per language for why a workbook file is not opened. */
import type { FileRefusal } from "../storage/index.ts";
import type { Translate } from "./index.ts";

/** Where the damage is, as far as it is known: a line is one of a sheet. */
function damagedText(t: Translate, { part, at }: FileRefusal): string {
  if (part === null) return t("file.refused.damaged");
  if (typeof at !== "number") return t("file.refused.damagedPart", { part });
  return t("file.refused.damagedLine", { part, line: at });
}

export function fileRefusalText(t: Translate, refusal: FileRefusal): string {
  switch (refusal.reason) {
    case "unreadable":
    case "notAWorkbook":
    case "tooNew":
    case "tooLarge":
    case "truncated":
      return t(`file.refused.${refusal.reason}`);
    case "inconsistent":
    case "missingPart":
    case "unknownPart":
    case "damagedPart":
    case "malformed":
      return damagedText(t, refusal);
  }
}
