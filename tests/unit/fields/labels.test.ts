/** Checkboxes, ratings and choices as people and files write them. */
import { describe, expect, it } from "vitest";
import { type Choice, choiceId, HUES } from "../../../src/core/model/index.ts";
import { fieldOf, kindNamed, parsed, read, shown } from "../../support/fields.ts";

const choicesNamed = (...labels: string[]): readonly Choice[] =>
  labels.map((label, index) => ({ id: choiceId(`c${index + 1}`), label, hue: "teal" }));

describe("checkbox", () => {
  it("reads yes and no in words, signs and digits, blind to case and width", () => {
    for (const text of ["TRUE", "true", "Yes", "y", "1", "x", "✓", "√", "是", "对", "對", "ｙｅｓ", " Y "])
      expect(read("checkbox", text), text).toBe(true);
    for (const text of ["FALSE", "no", "N", "0", "✗", "否", "错", "錯", "ｎｏ"])
      expect(read("checkbox", text), text).toBe(false);
    for (const text of ["perhaps", "2", "tr", "✓✓"])
      expect(read("checkbox", text), text).toEqual({ problem: "notACheckbox" });
  });
});

describe("rating", () => {
  it("reads stars and digits from one to five; none is empty", () => {
    for (const text of ["3", "３", "★★★", "★★★☆☆", "⭐⭐⭐", "⭐️⭐️⭐️"])
      expect(read("rating", text), text).toBe(3);
    for (const text of ["0", "☆☆☆☆☆"]) expect(read("rating", text), text).toBeNull();
    for (const text of ["6", "★★★★★★", "-1", "2.5", "0x3", "1e0", "four"])
      expect(read("rating", text), text).toEqual({ problem: "outOfRange" });
    expect(shown("rating", 4)).toBe("★★★★");
  });
});

describe("choice", () => {
  const type = { storage: "choice", choices: choicesNamed("vip", "VIP", "Ａ级", " Major ") } as const;

  it("finds a label exactly first, else blind to case, width and spaces around it", () => {
    expect(read("choice", "VIP", { type })).toBe("c2");
    expect(read("choice", "vip", { type })).toBe("c1");
    expect(read("choice", "Vip ", { type })).toBe("c1");
    expect(read("choice", "a级", { type })).toBe("c3");
  });

  it("adds a label that is new, trimmed, under a free id and the next hue", () => {
    const result = parsed("choice", " Minor ", { type });
    const added = { id: "c5", label: "Minor", hue: HUES[4] };
    expect(result).toEqual({ ok: true, value: "c5", choices: [...type.choices, added] });
    expect(parsed("choice", "VIP", { type })).toEqual({ ok: true, value: "c2" });
  });
});

describe("choices", () => {
  const type = { storage: "choices", choices: choicesNamed("a", "b, c", 'say "x"') } as const;

  it("splits at every separator, but not inside quotes", () => {
    expect(read("choices", 'a; "b, c"、 "say ""x"""，a', { type })).toEqual(["c1", "c2", "c3"]);
    expect(read("choices", " , ;", { type })).toBeNull();
  });

  it("adds each new label once", () => {
    const result = parsed("choices", "d, D, e", { type });
    expect(result).toMatchObject({ ok: true, value: ["c4", "c5"] });
    expect(result.ok && result.choices?.map(({ label }) => label)).toEqual([
      "a",
      "b, c",
      'say "x"',
      "d",
      "e",
    ]);
  });

  it("quotes what would not come back", () => {
    const value = [choiceId("c1"), choiceId("c2"), choiceId("c3")];
    expect(kindNamed("choices").plain(value, fieldOf("choices", type))).toBe('a, "b, c", "say ""x"""');
  });
});
