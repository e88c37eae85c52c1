/** A person's name in its two parts, as address books want it. What cannot be told apart is all given name. */
import type { NamePart } from "../../core/model/index.ts";

const HAN = /^\p{Script=Han}{2,}$/u;
/** Chinese family names of two characters. */
const DOUBLE = new Set(
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 夏侯 长孙 長孫 宇文 端木 南宫 南宮 百里 呼延 轩辕 軒轅 独孤 獨孤".split(
    " ",
  ),
);

function split(name: string): Readonly<Record<NamePart, string>> {
  const text = name.trim();
  if (HAN.test(text)) {
    const characters = [...text];
    const long = characters.length > 2 && DOUBLE.has(characters.slice(0, 2).join(""));
    return {
      family: characters.slice(0, long ? 2 : 1).join(""),
      given: characters.slice(long ? 2 : 1).join(""),
    };
  }
  const comma = text.indexOf(",");
  if (comma > 0) return { family: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
  const space = text.lastIndexOf(" ");
  return space < 0
    ? { given: text, family: "" }
    : { given: text.slice(0, space).trim(), family: text.slice(space + 1) };
}

export const partOfName = (name: string, part: NamePart): string => split(name)[part];
