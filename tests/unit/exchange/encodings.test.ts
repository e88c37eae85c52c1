/** How often the encoding of a short file is found, over files of words that the weights were not chosen by. */
import { expect, it } from "vitest";
import { readTable } from "../../../src/exchange/index.ts";
import { type ShortFile, shortFiles } from "../../support/encodings/files.ts";
import { APART, TUNING, type Words } from "../../support/encodings/words.ts";

const COUNT = 1_000;
/** Which of the interface's languages a person who gets such files reads. */
const interfaceOf = (language: Words["language"]): string =>
  language === "zh-Hans" ? "zh-CN" : language === "zh-Hant" ? "zh-TW" : "en";

function found({ bytes, encoding }: ShortFile, language: string | undefined): boolean {
  const table = readTable(bytes, language === undefined ? {} : { language });
  return table.type === "table" && table.encoding === encoding;
}

function share(lists: readonly Words[], seed: number, hinted: boolean): number {
  const missed = new Map<string, number>();
  let right = 0;
  for (const file of shortFiles(lists, seed, COUNT)) {
    if (found(file, hinted ? interfaceOf(file.language) : undefined)) right += 1;
    else missed.set(file.encoding, (missed.get(file.encoding) ?? 0) + 1);
  }
  const list = [...missed].map(([encoding, count]) => `${encoding} ${count}`).join(", ") || "none";
  console.info(
    `encodings, ${hinted ? "with the interface's language" : "no hint"}: ${right} of ${COUNT}; missed: ${list}`,
  );
  return right / COUNT;
}

it("without a hint, 97 of 100 short files that no weight was chosen by", () => {
  expect(share(APART, 20_261_128, false)).toBeGreaterThanOrEqual(0.97);
}, 60_000);

it("with the interface's language, 99 of 100", () => {
  expect(share(APART, 20_261_128, true)).toBeGreaterThanOrEqual(0.99);
}, 60_000);

it("of the files that the weights were chosen by, 97 of 100", () => {
  expect(share(TUNING, 7, false)).toBeGreaterThanOrEqual(0.97);
}, 60_000);
