/** What searches know of Han characters, loaded when one first meets them: their simplified forms and their sounds. */
import type { Han } from "../engine/query/han.ts";
import { loadPinyin } from "./pinyin.ts";

/** Of traditional characters. */
function simplified(pairs: string): ReadonlyMap<string, string> {
  const one = pairs.split("|").map((pair): [string, string] => {
    const [from = "", to = ""] = pair.split(" ");
    return [from, to];
  });
  // What takes two UTF-16 units is looked for as it is written.
  return new Map(one.filter(([from, to]) => from.length === 1 && to.length === 1));
}

/** ü is typed as v or u, and stands as yu in passports. */
const spellings = (reading: string): readonly string[] =>
  reading.includes("ü") ? ["v", "u", "yu"].map((u) => reading.replace("ü", u)) : [reading];

const LETTERS = /^[a-zü]+$/;

async function loadHan(): Promise<Han> {
  const [pinyin, { default: pairs }] = await Promise.all([
    loadPinyin(),
    import("opencc-js/dict/TSCharacters"),
  ]);
  const plain = simplified(pairs);
  const known = new Map<string, readonly string[]>();
  const read = (char: string): readonly string[] => {
    const readings = pinyin.readings(char).filter((reading) => LETTERS.test(reading));
    return [...new Set(readings.flatMap(spellings))];
  };
  return {
    plain: (char) => plain.get(char) ?? char,
    readings: (char) => {
      const before = known.get(char);
      if (before !== undefined) return before;
      const readings = read(char);
      known.set(char, readings);
      return readings;
    },
  };
}

export class HanReading {
  private han: Han | null = null;
  private loading: Promise<boolean> | null = null;

  readonly known = (): Han | null => this.han;

  /** False where it cannot be had: texts are then searched as they are written, and it is not tried again. */
  load(): Promise<boolean> {
    this.loading ??= loadHan().then(
      (han) => {
        this.han = han;
        return true;
      },
      () => false,
    );
    return this.loading;
  }
}
