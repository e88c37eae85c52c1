/** A receiver's own empty file, as text or as a workbook of Excel: its columns are found, and it comes out filled in. */
import { describe, expect, it } from "vitest";
import { fieldId } from "../../../src/core/model/index.ts";
import { type ExportSource, templatePreset, textSource, xlsxFile } from "../../../src/exchange/index.ts";
import { suggestFills } from "../../../src/exchange/out/arrange.ts";
import { outFile } from "../../../src/exchange/out/job.ts";
import { readTemplate } from "../../../src/exchange/out/template.ts";
import { sheetNames, sheetRows } from "../../../src/exchange/xlsx/read.ts";
import { bytesOfFile } from "../../support/exports.ts";

const COLUMNS = ["客户编码", "Name", "开户行"];
const LEAD = [["客户导入模板"], [], ["带 * 为必填\t项", "", "x"]];
const MOMENT = [2026, 11, 28, 0, 0, 0, 0] as const;

const empty = (columns: readonly string[]): ExportSource => textSource(columns, []);

async function readBack(
  bytes: Uint8Array<ArrayBuffer>,
  sheet: string,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of sheetRows(bytes, sheet)) rows.push(cells);
  return rows;
}

describe("a template", () => {
  it("of text has its columns in the line with the most cells, and what stands above is kept", async () => {
    const text = "\ufeffAcme import;;\r\nCode;Name;Bank\r\n";
    expect(await readTemplate(new TextEncoder().encode(text))).toEqual({
      columns: ["Code", "Name", "Bank"],
      lead: ["Acme import;;"],
      encoding: "utf-8",
      bom: true,
      delimiter: ";",
      lineEnd: "\r\n",
    });
  });

  it("of Excel is filled in on the sheet that has the most columns, below what stands there", async () => {
    const book = xlsxFile("模板.xlsx", [
      { name: "说明", source: empty(["请先阅读"]) },
      { name: "客户", source: empty(COLUMNS), lead: LEAD },
    ]);
    const template = await readTemplate(await bytesOfFile(book));
    if (template === null) throw new Error("no template");
    expect(template).toMatchObject({ columns: COLUMNS, book: "客户" });
    const source = textSource(COLUMNS, [
      ["00123", "张伟", ""],
      ["=1+1", "Zoë", "6222020200112233445"],
    ]);
    const tables = [{ name: "Customers", source, fills: null, origins: [] }];
    const preset = templatePreset(template);
    const { file } = outFile(
      { preset, decimal: ".", tables, decision: undefined, moment: MOMENT },
      "Out",
      "",
    );
    expect(file.name).toBe("Out.xlsx");
    const bytes = await bytesOfFile(file);
    expect(await sheetNames(bytes)).toEqual(["客户"]);
    expect(await readBack(bytes, "客户")).toEqual([
      ["客户导入模板"],
      [],
      ["带 * 为必填 项", "", "x"],
      COLUMNS,
      ["00123", "张伟"],
      ["=1+1", "Zoë", "6222020200112233445"],
    ]);
  });

  it("asks a sheet that has mobile numbers alone for those, where it says telephone", () => {
    const field = (role: "mobile" | null, name: string) => ({
      id: fieldId(name),
      name,
      kind: "phone" as const,
      type: { storage: "text" as const },
      ...(role === null ? {} : { role }),
    });
    const filled = (fields: readonly ReturnType<typeof field>[]) =>
      suggestFills({ columns: ["Telefon", "手机"], rules: {} }, fields).map((fill) =>
        fill.fill === "field" ? String(fill.field) : fill.fill,
      );
    expect(filled([field("mobile", "Mobile")])).toEqual(["Mobile", "Mobile"]);
    expect(filled([field("mobile", "Mobile"), field(null, "Landline")])).toEqual(["Landline", "Mobile"]);
  });

  it.each([
    ["an older file of Excel", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]],
    ["a damaged workbook", [0x50, 0x4b, 3, 4, 1, 2, 3]],
    ["nothing", []],
  ])("is not %s", async (_, bytes) => {
    expect(await readTemplate(Uint8Array.from(bytes))).toBeNull();
  });
});
