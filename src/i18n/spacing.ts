/** Chinese as it is set: a space between Han and Latin characters, none between Han and Han. */
import { listFormat } from "./intl.ts";

const LATIN = /[\p{Script=Latin}\p{N}%]/u;
const HAN = /\p{Script=Han}/u;

function meet(left: string, right: string): boolean {
  const [end, beginning] = [left.slice(-1), right.slice(0, 1)];
  return (HAN.test(end) && LATIN.test(beginning)) || (LATIN.test(end) && HAN.test(beginning));
}

/** A sentence with names and days in it, set so where they begin and end: how they are written themselves is not its affair. */
export function spaced(texts: TemplateStringsArray, ...names: readonly (string | number)[]): string {
  return texts.reduce((sentence, text, at) => {
    const name = String(names[at - 1] ?? "");
    // Of two names beside each other, both may be Latin.
    const beside = texts[at - 1] === "" && LATIN.test(sentence.slice(-1)) && LATIN.test(name.slice(0, 1));
    const before = beside || meet(sentence, name) ? " " : "";
    return sentence + before + name + (meet(name, text) ? " " : "") + text;
  });
}

/** Names as a list that a sentence holds: "VIP 和 Major". */
export function listed(locale: string, names: readonly string[]): string {
  const parts = listFormat(locale, { type: "conjunction" }).formatToParts(names);
  return parts.reduce((list, { value }) => list + (meet(list, value) ? " " : "") + value, "");
}

/** Sentences one after the other: a full stop of Chinese has its space in itself. */
export function inARow(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) => text + (/(^|[。！？])$/u.test(text) ? "" : " ") + sentence, "");
}
