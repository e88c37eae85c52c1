/** Names found by their sounds and in either script: compared with every way of reading them being tried. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Field, fieldId, packAtoms, squeezed } from "../../src/core/model/index.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { type Han, LONGEST_NAME, LONGEST_SOUGHT } from "../../src/engine/query/han.ts";
import { searchPasses, searchSteps, wouldMeanHan } from "../../src/engine/query/search.ts";
import { runNow } from "../../src/engine/steps.ts";
import { HanReading } from "../../src/worker/hanReading.ts";
import { check, drawing } from "../support/property.ts";

const FIELD: Field = { id: fieldId("t"), name: "T", kind: "text", type: { storage: "text" } };

let han: Han;
beforeAll(async () => {
  const reading = new HanReading();
  expect(await reading.load()).toBe(true);
  const known = reading.known();
  if (known === null) throw new Error("it is loaded");
  han = known;
});

function tableOf(texts: readonly string[]): ColumnTable {
  const table = new ColumnTable();
  table.addColumn(FIELD.id, FIELD.type, null);
  const ids = Uint32Array.from(texts, (_, index) => index + 1);
  const columns = new Map([[FIELD.id, packAtoms(false, texts)]]);
  table.insertRows([{ at: 0, ids, columns }]);
  return table;
}

/** Whether what is left of the sought text is read from the beginning of what is left of the cell's. */
function reads(text: string, sought: string, inName: boolean, first: boolean): boolean {
  if (sought === "") return true;
  const [char] = text.split("");
  if (char === undefined) return false;
  const rest = (taken: number) => reads(text.slice(1), sought.slice(taken), inName, false);
  if ((sought[0] === char || han.plain(sought[0] ?? "") === han.plain(char)) && rest(1)) return true;
  if (!/[\u3007\u3400-\u9fff]/.test(char)) return false;
  return han.readings(char).some((reading) => {
    if (sought.startsWith(reading) && rest(reading.length)) return true;
    if (reading.startsWith(sought) && (inName || !first)) return true;
    if (!inName) return false;
    const digraph = /^[zcs]h/.test(reading) && sought.startsWith(reading.slice(0, 2));
    return (sought[0] === reading[0] && rest(1)) || (digraph && rest(2));
  });
}

function naive(text: string, search: string): boolean {
  const [seen, sought] = [squeezed(text), squeezed(search)];
  if (seen.includes(sought)) return true;
  const wanted = sought.slice(0, LONGEST_SOUGHT);
  const inName = seen.length <= LONGEST_NAME;
  // A text without Han characters is what it says.
  if (!/[\u3007\u3400-\u9fff]/.test(seen)) return false;
  return [...seen.split("").keys()].some((at) => reads(seen.slice(at), wanted, inName, true));
}

const PIECES = [..."张張伟偉曾单單吕女重庆慶嗯一〇𠮷漢aｗé g1　-ZW", "\uffff"];
const textArb = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 28 })
  .map((pieces) => pieces.join(""));
const soughtArb = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(..."zhangweizwcqnulven")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join(""));
/** Read off a text, so that something is found: whole syllables, initials, characters, in turn. */
const readArb = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.nat(20),
      fc.array(fc.constantFrom("char", "initial", "whole"), { minLength: 1, maxLength: 8 }),
    )
    .map(([text, from, ways]) =>
      ways
        .map((way, index) => {
          const char = squeezed(text).charAt(from + index);
          const reading = han.readings(char)[0] ?? char;
          return way === "char" ? char : way === "initial" ? reading.slice(0, 1) : reading;
        })
        .join(""),
    );

describe("a search for names", () => {
  it("Q1 finds the rows that trying every reading finds, for all rows as for single ones", () => {
    let hits = 0;
    check(
      fc.property(fc.array(textArb, { minLength: 1, maxLength: 12 }), drawing(), (texts, draw) => {
        const search = draw(() => fc.oneof(soughtArb, readArb(texts)));
        if (squeezed(search) === "") return;
        const table = tableOf(texts);
        const mask = runNow(searchSteps(table, [FIELD], search, han)) ?? [];
        const passes = searchPasses(table, [FIELD], search, han);
        const expected = texts.map((text) => naive(text, search));
        expect(texts.map((_, slot) => mask[slot] === 1)).toEqual(expected);
        expect(texts.map((_, slot) => passes?.(slot))).toEqual(expected);
        hits += expected.filter(Boolean).length;
      }),
      1000,
    );
    expect(hits).toBeGreaterThan(350);
  });

  it("Q1 finds the same in tables of many texts", () => {
    const names = Array.from({ length: 5000 }, (_, index) =>
      [..."张李王曾单吕"]
        .map((_, at, all) => all[(index >> (at * 2)) % all.length])
        .join("")
        .concat(String(index)),
    );
    const table = tableOf(names);
    for (const search of ["zl", "zhangli", "曾单", "lw", "12", "zzz9"]) {
      const mask = runNow(searchSteps(table, [FIELD], search, han)) ?? [];
      expect(Array.from(mask, (each) => each === 1)).toEqual(names.map((name) => naive(name, search)));
    }
  });

  it.each([
    ["zw", "张伟"],
    ["zw", "張偉"],
    ["zhangwei", "张伟"],
    ["zhangwei", "張偉"],
    ["ZhangWei", "張偉"],
    ["zhang wei", "张伟"],
    ["ｚｈａｎｇ", "张伟"],
    ["zhw", "张伟"],
    ["zwei", "张伟"],
    ["zhangw", "张伟"],
    ["张wei", "張偉"],
    ["张", "張偉"],
    ["張", "张伟"],
    ["zhang wei", "ZhangWei"],
    ["zhangwei", "Zhang Wei"],
    ["muller", "Müller"],
    ["MÜLLER", "muller"],
    ["ＡＣＭＥ", "acme"],
    ["acme", "ＡＣＭＥ　Ltd"],
    ["ｶﾌｪ", "カフェ"],
    ["zeng", "曾国藩"],
    ["shanwei", "单伟"],
    ["lvbu", "吕布"],
    ["lubu", "吕布"],
    ["ouyang", "欧阳修"],
    ["chongqing", "重庆小面"],
    ["shanghai", "上海市浦东新区世纪大道一百号上海环球金融中心八十八楼"],
    ["上海環球", "上海市浦东新区世纪大道一百号上海环球金融中心八十八楼"],
  ])("%s finds %s", (search, text) => {
    expect(searchPasses(tableOf([text]), [FIELD], search, han)?.(0)).toBe(true);
  });

  it.each([
    ["hang", "张伟"],
    ["zwx", "张伟"],
    ["wz", "张伟"],
    ["张三", "张伟"],
    // Initials are looked for in names, not in notes.
    ["sd", "上海市浦东新区世纪大道一百号上海环球金融中心八十八楼"],
  ])("%s does not find %s", (search, text) => {
    expect(searchPasses(tableOf([text]), [FIELD], search, han)?.(0)).toBe(false);
  });

  it("says when knowing Han characters would help, and only then", () => {
    const met = (texts: readonly string[], search: string) => {
      const table = tableOf(texts);
      runNow(searchSteps(table, [FIELD], search));
      return wouldMeanHan(table, [FIELD], search);
    };
    expect(met(["张伟"], "zw")).toBe(true);
    expect(met(["张伟"], "張")).toBe(true);
    expect(met(["张伟"], "12")).toBe(false);
    expect(met(["Müller"], "zw")).toBe(false);
  });
});
