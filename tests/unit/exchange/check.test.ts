/** Cells that do not fit their receiver are found before anything is written, each with its reason. */
import { describe, expect, it } from "vitest";
import { runNow } from "../../../src/engine/steps.ts";
import { checkSteps, findPreset, type Misfit, textSource } from "../../../src/exchange/index.ts";

function found(id: string, column: string, texts: readonly string[]): readonly (readonly [number, Misfit])[] {
  const preset = findPreset(id);
  if (preset.kind !== "layout") throw new Error(`${id} has no layout`);
  const source = textSource(
    [column],
    texts.map((text) => [text]),
  );
  return runNow(checkSteps(source, preset.form, preset.layout.rules)).first.map(({ row, misfit }) => [
    row,
    misfit,
  ]);
}

describe("checks", () => {
  it.each([
    [
      "sage50",
      "A/C",
      ["A1", "", "LONGERTHAN8", "A1"],
      [
        [1, "required"],
        [2, "tooLong"],
        [3, "notUnique"],
      ],
    ],
    [
      "sage50",
      "Name",
      ["Müller", "张伟", "Łódź"],
      [
        [1, "lacks"],
        [2, "lacks"],
      ],
    ],
    ["datev", "Konto", ["10000", "K-1"], [[1, "notANumber"]]],
    [
      "datev",
      "Ort",
      ["Köln", "a\nb", "x".repeat(31)],
      [
        [1, "lineBreak"],
        [2, "tooLong"],
      ],
    ],
    [
      "chinaTax",
      "名称",
      ["公司", "a~~b", "a\nb", "𠮷"],
      [
        [1, "separator"],
        [2, "lineBreak"],
        [3, "lacks"],
      ],
    ],
    [
      "chinaTax",
      "税号",
      ["", "91350100M000100Y43", "91350100M000100Y44", "12345"],
      [
        [2, "shape"],
        [3, "shape"],
      ],
    ],
    ["xero", "EmailAddress", ["a@b.c", "nowhere"], [[1, "shape"]]],
    [
      "google",
      "Notes",
      ["fine", "=1+1", "-5", "+86 138", "@x", "＝1"],
      [
        [1, "formula"],
        [4, "formula"],
        [5, "formula"],
      ],
    ],
  ] as const)("%s: %s", (id, column, texts, expected) => {
    const cells = found(id, column, texts).map(([row, { why }]) => [row, why]);
    expect([...cells].sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(expected);
  });

  it("counts all, and lists the first hundred of each kind", () => {
    const preset = findPreset("sage50");
    if (preset.kind !== "layout") throw new Error("no layout");
    const texts = Array.from({ length: 300 }, () => ["张"]);
    const checked = runNow(checkSteps(textSource(["Name"], texts), preset.form, preset.layout.rules));
    expect(checked).toMatchObject({ stopping: 300, unfit: 0, formulas: 0 });
    expect(checked.first.length).toBe(100);
  });

  it("names each row that stops the file once, whatever else is wrong with it", () => {
    const preset = findPreset("sage50");
    if (preset.kind !== "layout") throw new Error("no layout");
    const source = textSource(
      ["A/C", "Name", "Contact Name"],
      [
        ["TOOLONGACCOUNT", "Bo", "Bo"],
        ["2", "张", "伟"],
        ["3", "Zoë", "Łódź"],
        ["3", "Ann", "Ann"],
      ],
    );
    const checked = runNow(checkSteps(source, preset.form, preset.layout.rules));
    expect(checked).toMatchObject({ stopping: 3, unfit: 2 });
    expect(Array.from(checked.stopped)).toEqual([1, 2]);
  });
});
