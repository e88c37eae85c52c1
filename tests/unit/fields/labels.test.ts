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

  const numbered = (count: number): string => Array.from({ length: count }, (_, n) => `n${n}`).join(",");

  it("refuses a text that names more new labels than anyone picks from, however long it is", () => {
    const known = { type: { storage: "choices", choices: choicesNamed("n0", "n1") } } as const;
    expect(read("choices", numbered(202), known)).toHaveLength(202);
    expect(read("choices", numbered(203), known)).toEqual({ problem: "tooManyLabels" });
    const result = parsed("choices", numbered(500_000), known);
    expect(result.ok ? null : result.problem.text.length).toBeLessThan(50);
  });

  it("looks through its list once for many labels, and not for each of them", () => {
    let looks = 0;
    const choices = choicesNamed(...Array.from({ length: 100 }, (_, n) => `Label ${n}`)).map((choice) => ({
      ...choice,
      get label() {
        looks += 1;
        return choice.label;
      },
    }));
    const text = Array.from({ length: 1_000 }, (_, n) => `label ${n % 100}`).join(";");
    expect(read("choices", text, { type: { storage: "choices", choices } })).toHaveLength(100);
    expect(looks).toBeLessThan(1_000);
  });

  it("finds labels in a list that it has read another text with", () => {
    const more = parsed("choices", "new", { type });
    const other = parsed("choices", "other", { type });
    expect([more, other].map((each) => each.ok && each.choices?.at(-1)?.label)).toEqual(["new", "other"]);
    expect(
      read("choices", "a, OTHER", { type: { ...type, choices: (other.ok && other.choices) || [] } }),
    ).toEqual(["c1", "c4"]);
  });

  it("quotes what would not come back", () => {
    const value = [choiceId("c1"), choiceId("c2"), choiceId("c3")];
    expect(kindNamed("choices").plain(value, fieldOf("choices", type))).toBe('a, "b, c", "say ""x"""');
  });
});
