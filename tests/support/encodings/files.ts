/** Short files of customers, 1 to 50 rows, in an encoding their language is written in; the same for the same seed. */
import { makeRandom } from "../../../src/core/template/random.ts";
import type { Encoding } from "../../../src/exchange/index.ts";
import { canEncode, encodeAs } from "./encode.ts";
import type { Words } from "./words.ts";

export interface ShortFile {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: Encoding;
  readonly language: Words["language"];
}

const CHINESE: Readonly<Record<"zh-Hans" | "zh-Hant", readonly Encoding[]>> = {
  "zh-Hans": ["gb18030", "gb18030", "gb18030", "utf-16le", "utf-16be"],
  "zh-Hant": ["big5", "big5", "big5", "utf-16le", "utf-16be"],
};
const WESTERN: readonly Encoding[] = [
  "windows-1252",
  "windows-1252",
  "macintosh",
  "macintosh",
  "utf-16le",
  "utf-16be",
];

type Random = ReturnType<typeof makeRandom>;

/** A third of the files have names of columns in English and few cells beyond ASCII, as exports of programs do. */
function textOf(words: Words, random: Random): string {
  const plain = random.below(3) === 0;
  const delimiter = random.pick([",", ";", "\t"]);
  const end = random.pick(["\r\n", "\n"]);
  const columns = [words.names, words.companies, words.cities, words.notes].filter(
    (_, index) => index === 0 || random.below(3) > 0,
  );
  const header = ["Code", "Name", "Company", "City", "Note"].slice(0, columns.length + 1);
  const lines = [(plain ? header : words.header.slice(0, columns.length + 1)).join(delimiter)];
  const count = random.below(2) === 0 ? 1 + random.below(5) : 1 + random.below(50);
  for (let row = 1; row <= count; row++) {
    const cells = columns.map((list) => (plain && random.below(2) === 0 ? "n/a" : random.pick(list)));
    lines.push([String(row).padStart(4, "0"), ...cells].join(delimiter));
  }
  return lines.join(end) + (random.below(4) === 0 ? "" : end);
}

/** Only files in which something is beyond ASCII, for others are the same in all of these encodings. */
export function* shortFiles(lists: readonly Words[], seed: number, count: number): Generator<ShortFile> {
  const random = makeRandom(seed);
  for (let made = 0; made < count; ) {
    const words = random.pick(lists);
    const { language } = words;
    const encodings = language === "zh-Hans" || language === "zh-Hant" ? CHINESE[language] : WESTERN;
    const encoding = random.pick(encodings);
    const text = textOf(words, random);
    const wide = encoding === "utf-16le" || encoding === "utf-16be";
    if (!canEncode(encoding, text) || (!wide && !/[^\0-\x7f]/.test(text))) continue;
    made += 1;
    const bytes = encodeAs(encoding, (wide && random.below(2) === 0 ? "\ufeff" : "") + text);
    yield { bytes, text, encoding, language };
  }
}
