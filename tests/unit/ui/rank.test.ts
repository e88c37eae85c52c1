/** What is found by a part of its name. */
import { describe, expect, it } from "vitest";
import { keyCaps } from "../../../src/ui/commands/keys.ts";
import { ranked } from "../../../src/ui/commands/rank.ts";

const names = [
  "Save as file",
  "Open file",
  "Filter",
  "Profile",
  "All workbooks",
  "Settings",
  "客户",
  "Äpfel",
];
const find = (typed: string): readonly string[] => ranked(names, typed, (name) => [name]);

describe("ranked", () => {
  it("puts beginnings before beginnings of words, before what is inside, before letters in their order", () => {
    expect(find("fil")).toEqual(["Filter", "Save as file", "Open file", "Profile"]);
    expect(find("wb")).toEqual([]);
    expect(find("stg")).toEqual(["Settings"]);
  });

  it("is blind to case, width and accents", () => {
    expect(find("ａｐｆ")).toEqual(["Äpfel"]);
    expect(find("OPEN")).toEqual(["Open file"]);
    expect(find("客")).toEqual(["客户"]);
  });

  it("finds everything, in its order, for nothing", () => {
    expect(find("  ")).toEqual(names);
  });

  it("takes the best of several names", () => {
    const found = ranked(
      [
        ["导出", "export csv"],
        ["导入", "import csv"],
      ],
      "exp",
      (each) => each,
    );
    expect(found).toEqual([["导出", "export csv"]]);
  });
});

describe("keyCaps", () => {
  it("are those of the machine, the plus key too", () => {
    expect(keyCaps("Mod+Shift+PageUp", false)).toEqual(["Ctrl", "Shift", "PageUp"]);
    expect(keyCaps("Ctrl+Space", true)).toEqual(["⌃", "Space"]);
    expect(keyCaps("Ctrl+Space", false)).toEqual(["Ctrl", "Space"]);
    expect(keyCaps("Mod++", false)).toEqual(["Ctrl", "+"]);
    expect(keyCaps("Mod+K", true)).toEqual(["⌘", "K"]);
  });
});
