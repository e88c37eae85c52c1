/** Columns in which amounts below nothing stand in brackets, as accountants and Excel's own formats write them. */

/** A text of the column with a minus in place of brackets; undefined where it is not written as the others are. */
type WithMinus = (text: string) => string | undefined;

/** Excel leaves room in front of all, or behind those without a bracket; the currency stands on either side of the bracket. */
const OPENING = /^( ?)([^\d\s()-]* ?)\(/u;

/** A place in front and one behind, as Excel's accounting formats leave them, and no more. */
const WITH_ROOM = /^ (\S(?:.*\S)?) $/;

/** For columns in which nothing is below nought. Null where not all have room. */
const withoutRoom = (texts: readonly string[]): WithMinus | null =>
  texts.length > 0 && texts.every((text) => WITH_ROOM.test(text))
    ? (text) => WITH_ROOM.exec(text)?.[1]
    : null;

/** Null: none is in brackets, and there is no room for them. Each column has one way of writing, so that every value gives its text back (F2). */
export function minusForBrackets(texts: readonly string[]): WithMinus | null {
  const first = texts.find((text) => text.endsWith(")"));
  if (first === undefined) return withoutRoom(texts);
  const opening = OPENING.exec(first);
  if (opening === null) return null;
  const [, room = "", lead = ""] = opening;
  const behind = texts.find((text) => !text.endsWith(")"))?.endsWith(" ") === true ? " " : "";
  const begin = `${room}${lead}(`;
  return (text) => {
    if (text.startsWith(begin) && text.endsWith(")")) return `-${lead}${text.slice(begin.length, -1)}`;
    const own = text.slice(room.length, text.length - behind.length);
    return own.startsWith("-") || `${room}${own}${behind}` !== text ? undefined : own;
  };
}

const BRACKETED = /^ ?\([^.,]*\)$/;

/** Nothing but plain numbers in brackets: these count notes or items, and are no amounts. */
export const areBracketed = (texts: readonly string[]): boolean =>
  texts.every((text) => BRACKETED.test(text));

/** Null where one of them is missing. */
export const allOf = (texts: readonly (string | undefined)[]): readonly string[] | null =>
  texts.every((text) => text !== undefined) ? texts : null;
