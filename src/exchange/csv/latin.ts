/** How likely a character beyond ASCII is in Western text, given its neighbours: natural logarithms, roughly. */

/** Letters of the languages of Western Europe by how often they come; none else is expected in these encodings. */
const COMMON = new Set([..."éèàêçäöüßáíóñãôõåøæú"]);
const SELDOM = new Set([..."âîûëïœìòùýÿšžðþ"]);
const COMMON_CAPITALS = new Set([..."ÉÄÖÜÅØÁÑÇÓÍÀÈÊÚÆÎÔ"]);
/** They stand beside figures or spaces. */
const SIGNS = new Set([..."€£§°º²³½¼×™®©·•–—…"]);
const OPENING = new Set([..."“„«‘‚¿¡"]);
const CLOSING = new Set([..."”»“’"]);

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const APOSTROPHE = "’";
const NO_BREAK_SPACE = "\u00a0";
/** Before an apostrophe inside a word: l’, d’, qu’, O’; behind it: ’s, ’t. */
const ELIDED = /(?:^|[^\p{L}])(?:\p{L}|qu|Qu)$/u;
const ENDING = /^(?:s|t|re|ll|ve|d|m)(?:[^\p{L}]|$)/u;

const CONTROL = -20;
const STRANGE = -12;
/** Two such characters side by side are rare in words of these languages. */
const BESIDE_ANOTHER = -3;

function letterScore(char: string, before: string, after: string): number {
  const beside = before >= "\x80" && LETTER.test(before) ? BESIDE_ANOTHER : 0;
  if (UPPER.test(char)) {
    const known = COMMON_CAPITALS.has(char) ? -5 : -9;
    if (LOWER.test(before)) return beside + STRANGE;
    return beside + (LETTER.test(after) ? known : known - 3);
  }
  const known = COMMON.has(char) ? -3.5 : SELDOM.has(char) ? -6 : -10;
  // "MüLLER" is not written; "à" may stand alone.
  const between = UPPER.test(before) && UPPER.test(after) ? -4 : 0;
  const alone = LETTER.test(before) || LETTER.test(after) || char === "à" || char === "é" ? 0 : -4;
  return beside + known + between + alone;
}

function signScore(char: string, before: string, after: string, around: readonly [string, string]): number {
  const [left, right] = around;
  if (char === APOSTROPHE && LETTER.test(before) && LETTER.test(after)) {
    return ELIDED.test(left) || ENDING.test(right) ? -4.5 : -10;
  }
  if (char === NO_BREAK_SPACE) return /\d/.test(before) || /[\d€%:;!?»]/.test(after) ? -4.5 : -9;
  const inWord = LETTER.test(before) && LETTER.test(after);
  if (OPENING.has(char) && !LETTER.test(before) && LETTER.test(after)) return -6;
  if (CLOSING.has(char) && before !== " " && before !== "" && !LETTER.test(after)) return -6;
  if (SIGNS.has(char)) return inWord ? STRANGE : -6;
  return STRANGE;
}

/** The sum over all characters beyond ASCII. */
export function latinScore(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char < "\x80") continue;
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (char < NO_BREAK_SPACE) sum += CONTROL;
    else if (LETTER.test(char) && char !== "º" && char !== "ª") sum += letterScore(char, before, after);
    else
      sum += signScore(char, before, after, [
        text.slice(Math.max(0, at - 3), at),
        text.slice(at + 1, at + 5),
      ]);
  }
  return sum;
}
