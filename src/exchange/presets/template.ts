/** A receiver's own empty file as a preset: its columns and how it was written, filled by what its names mean. */
import type { ExportTemplate } from "../../core/model/index.ts";
import { ENCODINGS } from "../terms.ts";
import { FOR_SOFTWARE, type Preset } from "./preset.ts";

export function templatePreset(template: ExportTemplate): Preset {
  const { columns, lead, bom, delimiter, lineEnd, book } = template;
  const layout = { columns, rules: {} };
  if (book !== undefined) {
    const above = lead.map((line) => line.split("\t"));
    return { id: "template", kind: "book", extension: "xlsx", layout, sheet: book, lead: above };
  }
  const encoding = ENCODINGS.find((each) => each === template.encoding) ?? "utf-8";
  return {
    id: "template",
    kind: "layout",
    extension: delimiter === "," || delimiter === ";" ? "csv" : "txt",
    form: {
      ...FOR_SOFTWARE,
      encoding,
      bom,
      delimiter,
      lineEnd,
      decimal: delimiter === ";" ? "," : ".",
      ...(lead.length === 0 ? {} : { lead: () => lead }),
    },
    layout,
  };
}
