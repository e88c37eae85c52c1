/**
 * Nought as Excel shows it in accounts: as a stroke, and in brackets what is a little below it and rounded. Elsewhere a stroke
 * may be for what is not known.
 */
const SIGN = String.raw`(?:\p{Sc}|[A-Z]{3})?`;
const STROKE = new RegExp(String.raw`^\s*${SIGN}\s*-\s*${SIGN}\s*$`, "u");
/** As Excel's accounting formats leave it: a place before the sign, and those of two decimals behind. */
const STROKE_WITH_ROOM = new RegExp(String.raw`^\s${SIGN}\s*-\s{2,}${SIGN}\s*$`, "u");
const IN_BRACKETS = new RegExp(
  String.raw`^\s*${SIGN}\s?\(${SIGN}\s?0(?:[.,]0+)?\s?${SIGN}\)\s?${SIGN}\s*$`,
  "u",
);
const BRACKETED = new RegExp(String.raw`^\s*${SIGN}\s?\(${SIGN}\s?\d[\d.,'’\s]*${SIGN}\)\s?${SIGN}\s*$`, "u");
/** A currency's sign, or a figure behind a point or a comma: what counts notes has neither. */
const AMOUNT = /[.,]\d|\p{Sc}|[A-Z]{3}/u;
/** Longer texts are none of these. */
const LONGEST = 20;

export const isStroke = (text: string): boolean => text.length < LONGEST && STROKE.test(text);

const hasBrackets = (texts: readonly string[]): boolean =>
  texts.some((text) => BRACKETED.test(text) && AMOUNT.test(text));

/** Whoever lays out a table with blanks leaves room around everything. */
const isPadded = (texts: readonly string[]): boolean =>
  texts.every(({ length }) => length === texts[0]?.length);

/** Asked once at most: columns may have a million texts. */
function once(ask: () => boolean): () => boolean {
  let answer: boolean | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Whether a stroke is nought in a column with these texts. */
export function strokesIn(texts: readonly string[]): (stroke: string) => boolean {
  const bracketed = once(() => hasBrackets(texts));
  const padded = once(() => isPadded(texts));
  return (stroke) => (STROKE_WITH_ROOM.test(stroke) && !padded()) || bracketed();
}

/** Those of a new column that are nought if the others are amounts; null: none is, or the others are not. */
export function noughtsAmong(texts: readonly string[]): ReadonlySet<string> | null {
  const isNought = strokesIn(texts);
  const bracketed = once(() => hasBrackets(texts));
  const found = texts.filter(
    (text) =>
      text.length < LONGEST &&
      // What counts notes may count none.
      ((IN_BRACKETS.test(text) && (AMOUNT.test(text) || bracketed())) ||
        (STROKE.test(text) && isNought(text))),
  );
  if (found.length === 0) return null;
  const noughts = new Set(found);
  return texts.some((text) => !noughts.has(text) && AMOUNT.test(text)) ? noughts : null;
}
