/** Lists of contacts: the name that goes out is the one the owner sees, and each number comes home to its field. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Field, type FieldRole, fieldId, type Sheet, sheetId } from "../../src/core/model/index.ts";
import {
  contactsTable,
  findPreset,
  planImport,
  readTable,
  textColumn,
  writeCsv,
} from "../../src/exchange/index.ts";
import { arrangeTable } from "../../src/exchange/out/job.ts";
import { localeFormat } from "../../src/fields/index.ts";
import { joined, rowsOf } from "../support/csv.ts";
import { check } from "../support/property.ts";

const field = (name: string, role?: FieldRole): Field => ({
  id: fieldId(name),
  name,
  kind: "text",
  type: { storage: "text" },
  ...(role === undefined ? {} : { role }),
});

/** The rows as a receiver's file has them. */
function sent(id: string, fields: readonly Field[], rows: readonly (readonly string[])[]) {
  const preset = findPreset(id);
  const columnOf = (wanted: Field["id"]) => {
    const index = fields.findIndex((each) => each.id === wanted);
    return index < 0
      ? undefined
      : textColumn(
          wanted,
          rows.map((row) => row[index] ?? ""),
        );
  };
  const request = { name: "S", rowCount: rows.length, all: fields, own: [], fills: undefined, columnOf };
  const { source } = arrangeTable(preset, request);
  const text = (name: string, row: number): string => {
    const column = source.columns.find((each) => each.name === name);
    return column?.textOf(column.codeAt(row)) ?? "";
  };
  return { source, text };
}

const PARTS = {
  google: ["First Name", "Last Name"],
  outlook: ["First Name", "Last Name"],
  vcard: ["N given", "N family"],
} as const;
const letters = (text: string): string => text.replace(/[\s,，]+/g, "");

const latin = fc.constantFrom("Ann", "Mary Ann", "Lee", "de la Cruz", "O'Brien", "Dr. Bo", "Lee Jr.", "Zoë");
const han = fc.constantFrom("伟", "张", "欧阳", "明明", "张伟");
const part = fc.oneof(latin, han, fc.constant(""));
const whole = ([given, family]: readonly [string, string]): string =>
  /\p{Script=Han}/u.test(given + family) ? family + given : `${given} ${family}`.trim();

describe("names in parts", () => {
  it("go out as they are while they make up the name, in either order, and else the name goes out, all of it", () => {
    const person = fc.tuple(part, part);
    const edited = fc.oneof(
      fc.tuple(person, part).map(([[given], other]) => whole([given, other])),
      fc.tuple(person, part).map(([[, family], other]) => whole([other, family])),
      fc.array(part, { maxLength: 4 }).map((words) => words.join(" ")),
      fc.constantFrom("Lee, Ann", " Bo ", ",", "张 伟", "伟 Zhang"),
    );
    const fields = [field("Name", "name"), field("First Name"), field("Last Name")];
    check(
      fc.property(person, edited, fc.constantFrom("google", "outlook", "vcard"), (parts, name, id) => {
        const [given, family] = parts;
        const rows = [name, whole(parts), `${family}, ${given}`, ""].map((each) => [each, ...parts]);
        const { text } = sent(id, fields, rows);
        const out = rows.map((_, row) => PARTS[id].map((column) => text(column, row)));
        expect(out.slice(1)).toEqual([parts, parts, parts]);
        const [first = "", last = ""] = out[0] ?? [];
        const seen = letters(name) === "" ? letters(given + family) : letters(name);
        expect([letters(first + last), letters(last + first)]).toContain(seen);
      }),
      500,
    );
  });

  it.each([
    ["Anna Lee", "Ann", "Lee", "Anna", "Lee"],
    ["Ann de la Cruz", "Anna", "de la Cruz", "Ann", "de la Cruz"],
    ["Ann van Dyk", "Ann", "Lee", "Ann", "van Dyk"],
    ["Bo Berg", "Ann", "Lee", "Bo", "Berg"],
    ["Bo Berg", "", "", "Bo", "Berg"],
    ["张伟明", "伟", "张", "伟明", "张"],
    ["李伟", "伟", "张", "伟", "李"],
    ["欧阳伟", "伟", "张", "伟", "欧阳"],
    ["", "伟", "张", "伟", "张"],
  ])("%s, once %s and %s, is now %s and %s", (name, given, family, ...parts) => {
    const fields = [field("姓名", "name"), field("名字"), field("姓")];
    const { text } = sent("vcard", fields, [[name, given, family]]);
    expect([text("N given", 0), text("N family", 0)]).toEqual(parts);
  });
});

describe("middle names", () => {
  const fields = [
    field("Name", "name"),
    ...["First Name", "Middle Name", "Last Name"].map((name) => field(name)),
  ];
  const COLUMNS = ["First Name", "Middle Name", "Last Name"];

  it.each([
    ["Hans Peter Schmidt", "Hans", "Peter", "Schmidt"],
    ["Hans Peter Maurer", "Hans", "Peter", "Maurer"],
    ["Anna Peter Schmidt", "Anna", "Peter", "Schmidt"],
    ["Hans Schmidt", "Hans", "", "Schmidt"],
    ["Hans Georg Schmidt", "Hans Georg", "", "Schmidt"],
    ["", "Hans", "Peter", "Schmidt"],
  ])("%s, once Hans Peter Schmidt, has a middle name of its own only while it is there", (name, ...parts) => {
    const row = [name, "Hans", "Peter", "Schmidt"];
    for (const id of ["google", "outlook"]) {
      const { text } = sent(id, fields, [row]);
      expect(COLUMNS.map((column) => text(column, 0))).toEqual(parts);
    }
    const { text } = sent("vcard", fields, [row]);
    expect(["N given", "N middle", "N family"].map((column) => text(column, 0))).toEqual(parts);
  });
});

describe("Chinese addresses", () => {
  const named = (...names: readonly string[]) => names.map((name) => field(name));

  it("go out with their province as the region, wherever its column stands, and with their district where they have none", () => {
    const regionOf = (fields: readonly Field[], row: readonly string[]): string =>
      sent("google", fields, [row]).text("Address 1 - Region", 0);
    expect(regionOf(named("县", "市", "省"), ["昆山", "苏州", "江苏"])).toBe("江苏");
    expect(regionOf(named("城市", "區"), ["臺北", "大安區"])).toBe("大安區");
  });

  it("come in with a district in a column of its own, and not among the provinces", () => {
    const sheet: Sheet = { id: sheetId("s"), name: "S", fields: named("姓名", "省份"), views: [] };
    const into = (header: string): readonly (string | null)[] => {
      const table = readTable(new TextEncoder().encode(`${header}\r\n张伟,昆山\r\n李娜,太仓\r\n`), {
        header: true,
      });
      if (table.type === "refused") throw new Error(table.why.reason);
      const { columns } = planImport(table, sheet, "intoSheet", localeFormat("zh-CN", "CNY"));
      return columns.map(({ isNew, reading }) => (isNew ? null : reading.field.name));
    };
    expect(into("姓名,省")).toEqual(["姓名", "省份"]);
    expect(into("姓名,县")).toEqual(["姓名", null]);
  });
});

describe("telephone numbers", () => {
  const fields = [field("Name", "name"), field("Mobile", "mobile"), field("Phone")];
  const SHEET: Sheet = { id: sheetId("s"), name: "S", fields, views: [] };

  it("are sent to Google as what they are, and come home to their field", () => {
    const rows = [
      ["Ann Lee", "0770 1", "020 1"],
      ["Bo Berg", "", "020 2"],
      ["Cy Dow", "", ""],
    ];
    const { source, text } = sent("google", fields, rows);
    expect(rows.map((_, row) => text("Phone 1 - Label", row))).toEqual(["Mobile", "", ""]);
    expect(rows.map((_, row) => text("Phone 2 - Label", row))).toEqual(["Work", "Work", ""]);
    const preset = findPreset("google");
    if (preset.kind !== "layout") throw new Error("Google has a layout");
    const read = readTable(Uint8Array.from(joined(writeCsv(source, preset.form))), {});
    if (read.type === "refused") throw new Error(read.why.reason);
    const table = contactsTable(read);
    const plan = planImport(table, SHEET, "intoSheet", localeFormat("en", "USD"));
    const home = rowsOf(table).map((row) =>
      ["Mobile", "Phone"].map(
        (name) =>
          row[plan.columns.findIndex((each) => !each.ignored && each.reading.field.name === name)] ?? "",
      ),
    );
    expect(home).toEqual([
      ["0770 1", "020 1"],
      ["", "020 2"],
      ["", ""],
    ]);
  });

  it("of a sheet that has no field for mobile ones are no mobile ones", () => {
    const { text } = sent("google", [field("Name", "name"), field("Phone")], [["Ann", "020 1"]]);
    expect([text("Phone 2 - Label", 0), text("Phone 2 - Value", 0)]).toEqual(["Work", "020 1"]);
  });
});
