/** The note in an accountant's pack: what the files hold, so that what arrived can be compared with what was sent. */
import type { Field } from "../core/model/index.ts";
import { totalsSteps } from "../engine/aggregate/totals.ts";
import { runNow } from "../engine/steps.ts";
import { filesToPack, type Job } from "../exchange/out/job.ts";
import { formIn } from "../exchange/presets/index.ts";
import type { Translate } from "../i18n/index.ts";
import type { Part } from "./exporting.ts";

/** Digits and the decimal sign, as the files have them. */
function plainTotal(value: bigint, decimals: number, decimal: string): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? "" : decimal + digits.slice(-decimals);
  return (value < 0n ? "-" : "") + whole + fraction;
}

function totalLine(t: Translate, field: Field, { table, slots }: Part, decimal: string): readonly string[] {
  const { numbers } = runNow(totalsSteps(table, [{ fields: [field], slots }]));
  if (numbers === null) return [];
  const { value, decimals } = numbers.sum;
  return [`  ${t("export.note.total", { column: field.name, total: plainTotal(value, decimals, decimal) })}`];
}

/** Lines of it end as Windows has them. */
export function packNote(t: Translate, parts: readonly Part[], job: Job): string {
  const { preset, decimal, moment } = job;
  const form = formIn("form" in preset ? preset.form : "region", decimal);
  const [year, month, day, hours, minutes] = moment.map((part) => String(part).padStart(2, "0"));
  const files = filesToPack(job).map(({ name }) => name);
  const sheets = parts.flatMap((part, index) => [
    "",
    t("export.note.sheet", {
      file: files[index] ?? "",
      rows: part.slots.length,
      columns: part.fields.length,
    }),
    ...part.fields
      .filter(({ type }) => type.storage === "integer")
      .flatMap((field) => totalLine(t, field, part, form.decimal)),
  ]);
  const delimiter = form.delimiter === ";" ? t("delimiter.semicolon") : t("delimiter.comma");
  return [
    t("export.note.title"),
    t("export.note.made", { time: `${year}-${month}-${day} ${hours}:${minutes}` }),
    ...sheets,
    "",
    t("export.note.formats", { delimiter, decimal: form.decimal }),
    "",
  ].join("\r\n");
}
