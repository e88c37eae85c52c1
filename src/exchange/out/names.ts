/** A person's name in its parts, as address books want it. What cannot be told apart is all given name. */
import type { NamePart } from "../../core/model/index.ts";

const HAN = /^\p{Script=Han}{2,}$/u;
/** Written apart, the family name stands first all the same. */
const HAN_APART = /^(\p{Script=Han}{1,2})\s+(\p{Script=Han}+)$/u;
/** Chinese family names of two characters. */
const DOUBLE = new Set(
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 夏侯 长孙 長孫 宇文 端木 南宫 南宮 百里 呼延 轩辕 軒轅 独孤 獨孤".split(
    " ",
  ),
);

type Parts = Readonly<Record<NamePart, string>>;

function split(name: string): Parts {
  const text = name.trim();
  if (HAN.test(text)) {
    const characters = [...text];
    const long = characters.length > 2 && DOUBLE.has(characters.slice(0, 2).join(""));
    return {
      family: characters.slice(0, long ? 2 : 1).join(""),
      middle: "",
      given: characters.slice(long ? 2 : 1).join(""),
    };
  }
  const [, family, given] = HAN_APART.exec(text) ?? [];
  if (family !== undefined && given !== undefined) return { family, middle: "", given };
  const comma = text.indexOf(",");
  if (comma > 0)
    return { family: text.slice(0, comma).trim(), middle: "", given: text.slice(comma + 1).trim() };
  const space = text.lastIndexOf(" ");
  return space < 0
    ? { given: text, middle: "", family: "" }
    : { given: text.slice(0, space).trim(), middle: "", family: text.slice(space + 1) };
}

export const partOfName = (name: string, part: NamePart): string => split(name)[part];

const SOME_HAN = /\p{Script=Han}/u;
const bare = (text: string): string => text.replace(/[\s,，]+/g, "");

/** A middle name that is still there in a part of its own again. */
function withMiddle(parts: Parts, middle: string): Parts {
  const { given, family } = parts;
  if (middle !== "" && given.endsWith(` ${middle}`))
    return { given: given.slice(0, -middle.length).trim(), middle, family };
  if (middle !== "" && family.startsWith(`${middle} `))
    return { given, middle, family: family.slice(middle.length).trim() };
  return parts;
}

/**
 * A name in parts that were known before it was edited: those where they still are the name, in either order, else the name's own,
 * as near to them as it allows. All of the name is in them.
 */
export function partsOfName(name: string, known: Parts): Parts {
  const text = name.trim();
  const [given, middle, family] = [known.given.trim(), known.middle.trim(), known.family.trim()];
  const whole = bare(text);
  if (whole === "" || whole === bare(given + middle + family) || whole === bare(family + middle + given))
    return known;
  if (whole === bare(given + family) || whole === bare(family + given)) return { ...known, middle: "" };
  const han = SOME_HAN.test(text);
  // Where each part stands, and what divides it from the other.
  const [first, last, gap] = han ? [family, given, ""] : [given, family, " "];
  const begins = first !== "" && text.startsWith(first + gap) && text.length > first.length;
  const ends = last !== "" && text.endsWith(gap + last) && text.length > last.length;
  // A family name that is still there is surer than a given one.
  const at = ends && !(han && begins) ? text.length - last.length : begins ? first.length : -1;
  if (at < 0) return withMiddle(split(text), middle);
  const parts = [text.slice(0, at).trim(), text.slice(at).trim()] as const;
  if (han) return { family: parts[0], middle: "", given: parts[1] };
  return withMiddle({ given: parts[0], middle: "", family: parts[1] }, middle);
}
