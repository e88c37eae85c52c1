/** Which encoding the bytes of a file are in. */
import { describe, expect, it } from "vitest";
import { runNow } from "../../../src/engine/steps.ts";
import { type Encoding, type FileBytes, readTable, readUnsettledSteps } from "../../../src/exchange/index.ts";
import { bytesOf, noteOf, rowsOf, tableOf } from "../../support/csv.ts";
import { encodeAs } from "../../support/encodings/encode.ts";

const SIMPLIFIED =
  "编号,姓名,单位\r\n001,张伟,北京茶叶公司\r\n002,王秀英,静心斋\r\n003,李霞,杭州云水间商贸有限公司\r\n";
const TRADITIONAL =
  "編號,姓名,單位\r\n001,張偉,臺北茶葉公司\r\n002,王秀英,靜心齋\r\n003,李霞,高雄雲水間商貿有限公司\r\n";
const WESTERN =
  "Code,Name,Note\r\n001,Åsa Öberg,déjà vu\r\n002,Lucía Peña,5 € – l’été\r\n003,Jörg Müller,Straße\r\n";

describe("detected", () => {
  it.each([
    ["gb18030", SIMPLIFIED, encodeAs("gb18030", SIMPLIFIED)],
    ["big5", TRADITIONAL, encodeAs("big5", TRADITIONAL)],
    ["windows-1252", WESTERN, encodeAs("windows-1252", WESTERN)],
    ["macintosh", WESTERN, encodeAs("macintosh", WESTERN)],
    ["utf-8", SIMPLIFIED, new TextEncoder().encode(SIMPLIFIED)],
    ["utf-8", WESTERN, new TextEncoder().encode(`\ufeff${WESTERN}`)],
    ["utf-16le", WESTERN, encodeAs("utf-16le", `\ufeff${WESTERN}`)],
    ["utf-16be", SIMPLIFIED, encodeAs("utf-16be", `\ufeff${SIMPLIFIED}`)],
    ["utf-16le", WESTERN, encodeAs("utf-16le", WESTERN)],
    ["utf-16be", WESTERN, encodeAs("utf-16be", WESTERN)],
  ] satisfies readonly (readonly [Encoding, string, Uint8Array])[])("%s", (encoding, text, content) => {
    const table = tableOf(content);
    expect(table.encoding).toBe(encoding);
    const [header, ...rows] = text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(table.header).toEqual(header);
    expect(rowsOf(table)).toEqual(rows);
  });
});

it.each(["Åsa", "Peña", "Müller", "Café", "Smörgås", "Noël", "São", "Malmö", "François", "Zürich"])(
  "a short file with %s in it is Western, not Chinese",
  (name) => {
    const table = tableOf(encodeAs("windows-1252", `Code,Name\r\n1,${name}\r\n2,Tom\r\n`));
    expect(rowsOf(table)[0]?.[1]).toBe(name);
  },
);

it.each(["张伟", "王秀英", "李霞", "陈静", "刘洋"])("a short file with %s in it is Chinese", (name) => {
  const table = tableOf(encodeAs("gb18030", `Code,Name\r\n1,${name}\r\n2,Tom\r\n`));
  expect(rowsOf(table)[0]?.[1]).toBe(name);
});

it("what stops being UTF-8 far into the file is read again as what it is", () => {
  const ascii = new TextEncoder().encode(`Code,Name\r\n${"1,Tom\r\n".repeat(20_000)}`);
  const tail = encodeAs("windows-1252", "2,Jörg Müller\r\n3,Åsa\r\n");
  const content = new Uint8Array(ascii.length + tail.length);
  content.set(ascii);
  content.set(tail, ascii.length);
  const table = tableOf(content);
  expect(table.encoding).toBe("windows-1252");
  expect(rowsOf(table).at(-2)).toEqual(["2", "Jörg Müller"]);
});

it("UTF-8 with a few bytes that are damaged is still UTF-8, and they are shown as what they are", () => {
  const sound = bytesOf(`编号,姓名\n${"1,张伟\n".repeat(40)}`);
  for (const at of [sound.length - 3, sound.length - 500]) {
    const content = sound.with(at, 0xff);
    const table = tableOf(content);
    expect(table.encoding).toBe("utf-8");
    expect(rowsOf(table).flat().join("")).toContain("\ufffd");
    expect(noteOf(table, "damagedText")).toMatchObject({ count: 1 });
  }
});

it.each(["utf-16le", "utf-16be", "utf-8"] as const)(
  "%s with a mark is what the mark says, though a character of it be damaged",
  (encoding) => {
    const sound = encodeAs(encoding, `\ufeffCode,Name\r\n${"1,Tom\r\n".repeat(10)}2,x`);
    const wide = encoding === "utf-8" ? [0xff] : encoding === "utf-16le" ? [0x00, 0xd8] : [0xd8, 0x00];
    for (const stray of [wide, [...wide, 0x79]]) {
      const table = tableOf(Uint8Array.from([...sound, ...stray]));
      expect(table.encoding).toBe(encoding);
      expect(rowsOf(table).length).toBe(11);
      expect(rowsOf(table).at(-1)?.[1]).toMatch(/^x\ufffd/);
      expect(noteOf(table, "damagedText")).toMatchObject({ count: 1 });
    }
    const noise = Uint8Array.from([...sound.slice(0, 3), ...Array<number>(99).fill(0xd8)]);
    expect(readTable(noise, {}).type).toBe("refused");
  },
);

describe("of a large file no more is held at once than a piece", () => {
  const ascii = (lines: number): string => `Code,Name\r\n${"1,Tom\r\n".repeat(lines)}`;
  const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => Array.from(part)));
  const LONG = 400_000;
  const MOST = 1_048_576;
  it.each([
    ["gb18030", joined(bytesOf(ascii(LONG)), encodeAs("gb18030", SIMPLIFIED))],
    ["big5", joined(encodeAs("big5", TRADITIONAL), bytesOf(ascii(LONG)))],
    ["windows-1252", joined(bytesOf(ascii(LONG)), encodeAs("windows-1252", WESTERN))],
    ["utf-8", joined(bytesOf(`${SIMPLIFIED.repeat(40)}${ascii(LONG)}2,`), Uint8Array.of(0xff))],
    ["utf-16le", joined(encodeAs("utf-16le", `\ufeff${ascii(LONG)}2,x`), Uint8Array.of(0x00, 0xd8))],
  ] as const)("%s", (encoding, content) => {
    let most = 0;
    const bytes: FileBytes = {
      length: content.length,
      subarray(from = 0, to = content.length) {
        most = Math.max(most, to - from);
        return content.subarray(from, to);
      },
    };
    const read = runNow(readUnsettledSteps(bytes, {}));
    expect(read.type === "unsettled" && read.table.encoding).toBe(encoding);
    expect(content.length).toBeGreaterThan(2 * MOST);
    expect(most).toBeLessThanOrEqual(MOST);
  });
});

it.each([
  ["at the end of a piece", 65_535],
  ["at the beginning of one", 65_536],
  ["in the middle", 70_000],
])("what is beyond ASCII for the first time %s is found", (_, at) => {
  const head = `Code,Name\r\n${"1,Tom\r\n".repeat(Math.floor((at - 13) / 7))}`;
  const line = `${"x".repeat(at - head.length - 2)},`;
  const content = [bytesOf(`${head}${line}`), encodeAs("gb18030", "张伟\r\n2,王秀英\r\n")];
  const table = tableOf(Uint8Array.from(content.flatMap((part) => Array.from(part))));
  expect(table.encoding).toBe("gb18030");
  expect(rowsOf(table).at(-1)).toEqual(["2", "王秀英"]);
});

it("the person's choice is taken at its word", () => {
  const table = tableOf(encodeAs("gb18030", SIMPLIFIED), { encoding: "windows-1252" });
  expect(table.encoding).toBe("windows-1252");
  expect(table.header).not.toContain("姓名");
});
