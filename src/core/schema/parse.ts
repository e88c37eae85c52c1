/** From stored JSON to definitions: parsed, migrated, validated. */
import * as v from "valibot";
import type { Workbook } from "../model/workbook.ts";
import { workbookSchema } from "./definitions.ts";
import { migrate } from "./version.ts";

export type ParsedWorkbook =
  | { readonly ok: true; readonly workbook: Workbook }
  /** `path` leads to the first thing that is wrong, dots between its steps; empty where it is the whole. */
  | {
      readonly ok: false;
      readonly problem: "notJson" | "unknownVersion" | "malformed";
      readonly path: string;
    };

/** `version` is the SCHEMA_VERSION of the build that wrote `json`. */
export function parseWorkbook(json: string, version: number): ParsedWorkbook {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return { ok: false, problem: "notJson", path: "" };
  }
  const migrated = migrate(version, raw);
  if (migrated === null) return { ok: false, problem: "unknownVersion", path: "" };
  const parsed = v.safeParse(workbookSchema, migrated.raw);
  if (parsed.success) return { ok: true, workbook: parsed.output };
  return { ok: false, problem: "malformed", path: v.getDotPath(parsed.issues[0]) ?? "" };
}
