/** What is sought in texts, as find and replace means it: literally, anywhere or as the whole, and case by wish. */

export interface Sought {
  readonly text: string;
  readonly matchCase: boolean;
  /** The whole text of a cell, not a part of it. */
  readonly whole: boolean;
}

export interface Pattern {
  readonly matches: (text: string) => boolean;
  /** The text with every place where it matches replaced; the same text where none does. */
  readonly replaced: (text: string, by: string) => string;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** Of an empty text nothing is sought, and nothing matches. Case is folded as Unicode's simple folding has it. */
export function patternOf({ text, matchCase, whole }: Sought): Pattern {
  if (text === "") return { matches: () => false, replaced: (same) => same };
  const source = whole ? `^${escaped(text)}$` : escaped(text);
  const flags = matchCase ? "u" : "iu";
  // Without `g`, which would go on from where it last matched.
  const once = new RegExp(source, flags);
  const every = new RegExp(source, `g${flags}`);
  return {
    matches: (cell) => once.test(cell),
    // A function, since `$&` in what is typed is no pattern.
    replaced: (cell, by) => cell.replace(every, () => by),
  };
}
