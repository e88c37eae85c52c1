/** A name in two parts, as it goes out to address books. */
import { expect, it } from "vitest";
import { partsOfName } from "../../../src/exchange/out/names.ts";

const NONE = { given: "", middle: "", family: "" };
/** The name, and its family name. */
const NAMES = [
  ["王小明", "王"],
  ["欧阳修文", "欧阳"],
  ["张 大明", "张"],
  ["欧阳　修", "欧阳"],
  ["山田 太郎", "山田"],
  ["王", ""],
  ["Cher", ""],
  ["Hans Peter Schmidt", "Schmidt"],
  ["Müller, Hans", "Müller"],
] as const;

it("a name that no parts are known of goes out with its family name, also a Chinese one that is written apart", () => {
  for (const [name, family] of NAMES) {
    const parts = partsOfName(name, NONE);
    expect(parts.family, name).toBe(family);
    expect(parts.given, name).toBe(name.replace(family, "").replace(/^[,\s]+|\s+$/gu, ""));
  }
});
