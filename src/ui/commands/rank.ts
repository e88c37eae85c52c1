/** How well a name fits what was typed: for lists in which a person finds a thing by a part of its name. */
import { normalise } from "../../core/model/index.ts";

/** Lower is nearer. */
const BEGINS = 0;
const BEGINS_WORD = 1;
const CONTAINS = 2;
const IN_ORDER = 3;

const WORD = /[\p{L}\p{N}]/u;

function beginsWord(name: string, sought: string): boolean {
  for (let at = name.indexOf(sought); at >= 0; at = name.indexOf(sought, at + 1)) {
    if (at > 0 && !WORD.test(name[at - 1] ?? "")) return true;
  }
  return false;
}

/** Whether the letters come in this order, with others between them. */
function inOrder(name: string, sought: string): boolean {
  let at = 0;
  for (const letter of sought.replaceAll(" ", "")) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Null: it does not fit at all. Blind to case, width and accents, as the search is. */
export function rank(name: string, typed: string): number | null {
  const [text, sought] = [normalise(name), normalise(typed).trim()];
  if (text.startsWith(sought)) return BEGINS;
  if (beginsWord(text, sought)) return BEGINS_WORD;
  if (text.includes(sought)) return CONTAINS;
  // Of one or two letters in any order nearly everything is made.
  return sought.length > 2 && inOrder(text, sought) ? IN_ORDER : null;
}

/** Those that fit, nearest first, otherwise in their order. `names`: all that a thing is called. */
export function ranked<T>(
  all: readonly T[],
  typed: string,
  names: (each: T) => readonly string[],
): readonly T[] {
  const fitting = all.flatMap((each) => {
    const ranks = names(each).flatMap((name) => rank(name, typed) ?? []);
    return ranks.length === 0 ? [] : [{ each, rank: Math.min(...ranks) }];
  });
  return fitting.sort((a, b) => a.rank - b.rank).map(({ each }) => each);
}
