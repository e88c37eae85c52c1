/** Workbook files: what is saved comes back equal, and what is damaged is refused with the reason. */

import { bytesToHex } from "@noble/hashes/utils.js";
import {
  BlobReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from "@zip.js/zip.js/lib/zip-core-custom.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../src/core/schema/index.ts";
import { makeRandom, type Random } from "../../src/core/template/random.ts";
import type { Content } from "../../src/storage/file/content.ts";
import { MANIFEST, readManifest, writeManifest } from "../../src/storage/file/manifest.ts";
import { readWorkbookFile } from "../../src/storage/file/read.ts";
import { UNSEALED } from "../../src/storage/file/seal.ts";
import { writeWorkbookFile } from "../../src/storage/file/write.ts";
import { sha256 } from "../../src/storage/frame.ts";
import type { Bytes } from "../../src/storage/keyvalue.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { tally, tellTally } from "../support/storage/tally.ts";
import { drawContent, longContent, plain } from "../support/storage/workbooks.ts";

const LONG = "sheets/1 Long.csv";
const SAVED = Date.UTC(2026, 10, 23, 12);

tellTally();

async function save(content: Content): Promise<Bytes> {
  const written = await writeWorkbookFile(content, SAVED);
  if (written.type !== "file") throw new Error(JSON.stringify(written));
  return new Uint8Array(await written.file.arrayBuffer());
}

async function open(bytes: Bytes): Promise<Content> {
  const read = await readWorkbookFile(new Blob([bytes]));
  if (read.type !== "workbook") throw new Error(JSON.stringify(read));
  expect(read.saved).toBe(SAVED);
  return read.content;
}

/** Why a file is refused. Throws if it is not. */
async function refusalOf(bytes: Bytes) {
  const read = await readWorkbookFile(new Blob([bytes]));
  if (read.type !== "refused") throw new Error(`${read.type}, not refused`);
  return read.refusal;
}

describe("a workbook file", () => {
  it("S1 brings random workbooks back, value for value", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const content = drawContent(draw);
        expect(plain(await open(await save(content)))).toEqual(plain(content));
        tally("workbook files");
      }),
      200,
    );
  });

  it("S1 brings many rows back in the sheet's own order", async () => {
    const content = longContent(20_000);
    expect(plain(await open(await save(content)))).toEqual(plain(content));
  });

  it("is called saved only if it can be opened again", async () => {
    const content = longContent(3);
    const ids = Uint32Array.of(1, 2, 1);
    const rows = new Map(Array.from(content.rows, ([sheet, own]) => [sheet, { ...own, ids }]));
    expect(await writeWorkbookFile({ ...content, rows }, SAVED)).toEqual({
      type: "unverified",
      refusal: { reason: "malformed", part: LONG, at: 4 },
    });
  });
});

/** What may happen to a file on its way, at a seeded place. */
const DAMAGES: readonly (readonly [string, (bytes: Bytes, random: Random) => Bytes])[] = [
  ["the end cut off", (bytes, random) => bytes.slice(0, random.below(bytes.length))],
  [
    "a flipped bit",
    (bytes, random) => {
      const at = random.below(bytes.length);
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte));
    },
  ],
  [
    "two pieces exchanged",
    (bytes, random) => {
      const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => random.below(bytes.length)).sort((x, y) => x - y);
      return Uint8Array.from([
        ...bytes.slice(0, a),
        ...bytes.slice(b, c),
        ...bytes.slice(a, b),
        ...bytes.slice(c),
      ]);
    },
  ],
  [
    "something behind it",
    (bytes, random) => Uint8Array.from([...bytes, ...bytes.slice(random.below(bytes.length))]),
  ],
];

const same = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

describe("a damaged workbook file", () => {
  it("S3 is refused with the reason at 1,000 seeded places, always", async () => {
    const reasons = new Map<string, number>();
    let damaged = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const bytes = await save(drawContent(draw));
        const random = makeRandom(seed);
        for (let n = 0; n < 25; n++) {
          const [kind, damage] = random.pick(DAMAGES);
          const changed = damage(bytes, random);
          // Pieces exchanged for themselves.
          if (same(changed, bytes)) continue;
          const { reason } = await refusalOf(changed);
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
          damaged += 1;
          tally(`workbook files with ${kind}`);
        }
      }),
      42,
    );
    expect(damaged).toBeGreaterThanOrEqual(1000);
    for (const reason of ["damagedPart", "inconsistent", "notAWorkbook", "truncated"]) {
      expect(reasons.get(reason), reason).toBeGreaterThan(0);
    }
    expect(reasons.has("malformed"), "what is damaged is called so").toBe(false);
  });

  it("S3 is refused wherever its end is cut or has another bit, up to the last byte before the seal and in it", async () => {
    const bytes = await save(longContent(3));
    for (let at = bytes.length - UNSEALED.length - 30; at < bytes.length; at++) {
      await refusalOf(bytes.slice(0, at));
      const bit = 1 << (at % 8);
      await refusalOf(bytes.map((byte, index) => (index === at ? byte ^ bit : byte)));
    }
  });
});

/** The file without its seal, as another program would pack it again. */
function unsealed(bytes: Bytes): Bytes {
  const stripped = bytes.slice(0, bytes.length - UNSEALED.length);
  // Of the comment, the length is the last field before it.
  stripped.set([0, 0], stripped.length - 2);
  return stripped;
}

describe("the seal", () => {
  it("S3 twin: without it nobody would know of what was put before it", async () => {
    const bytes = await save(longContent(20));
    // Before the list, where a zip may hold what its list does not name.
    const list = new DataView(bytes.buffer).getUint32(bytes.length - UNSEALED.length - 6, true);
    const more = Uint8Array.from([...bytes.slice(0, list), 1, 2, 3, ...bytes.slice(list)]);
    new DataView(more.buffer).setUint32(more.length - UNSEALED.length - 6, list + 3, true);
    expect((await refusalOf(more)).reason).toBe("inconsistent");
    expect(await readWorkbookFile(new Blob([unsealed(more)]))).toMatchObject({ type: "workbook" });
  });

  it("S3 twin: without it a bit between the parts could be another and nobody would know", async () => {
    const bytes = await save(longContent(20));
    const list = new DataView(bytes.buffer).getUint32(bytes.length - UNSEALED.length - 6, true);
    // Of the system that made it, which no reader minds.
    const madeBy = list + 5;
    const flipped = bytes.map((byte, index) => (index === madeBy ? byte ^ 1 : byte));
    expect(await refusalOf(flipped)).toEqual({ reason: "inconsistent", part: null, at: null });
    expect(await readWorkbookFile(new Blob([unsealed(flipped)]))).toMatchObject({ type: "workbook" });
  });
});

/** Takes a file apart, changes the text of a part, and where `fitting` makes the checksums fit, as if it had been written so. */
async function forge(
  bytes: Bytes,
  name: RegExp,
  change: (text: string) => string,
  fitting = true,
): Promise<Bytes> {
  const texts = new Map<string, string>();
  for (const entry of await new ZipReader(new BlobReader(new Blob([bytes]))).getEntries()) {
    if (entry.directory) continue;
    const writer = new Uint8ArrayWriter();
    const plainBytes = await entry.getData(writer, { useWebWorkers: false });
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(plainBytes);
    texts.set(entry.filename, name.test(entry.filename) ? change(text) : text);
  }
  const encoder = new TextEncoder();
  if (fitting && !name.test(MANIFEST)) {
    const { saved, parts } = readManifest(encoder.encode(texts.get(MANIFEST)));
    const renewed = parts.map(async (record) => {
      const content = encoder.encode(texts.get(record.name));
      return { ...record, bytes: content.length, sha256: bytesToHex(await sha256(content)) };
    });
    const manifest = writeManifest({ saved, parts: await Promise.all(renewed) });
    texts.set(MANIFEST, new TextDecoder().decode(manifest));
  }
  return pack(texts);
}

async function pack(texts: ReadonlyMap<string, string>): Promise<Bytes> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [part, text] of texts) {
    await writer.add(part, new Uint8ArrayReader(new TextEncoder().encode(text)));
  }
  return Uint8Array.from(await writer.close());
}

const unchanged = (text: string): string => text;

describe("a workbook file that was packed again", () => {
  it("opens if its parts are what they were", async () => {
    const content = longContent(20);
    expect(plain(await open(await forge(await save(content), /csv$/, unchanged)))).toEqual(plain(content));
  });

  it.each<[string, RegExp, (text: string) => string, string]>([
    ["a value", /csv$/, (text) => text.replace(",0.07,", ",0.08,"), LONG],
    ["a row", /csv$/, (text) => text.replace(/^19,.*\r\n/m, ""), LONG],
    ["a name", /workbook/, (text) => text.replace("Long", "Lang"), "workbook.json"],
    ["a checksum", /manifest/, (text) => text.replace(/("sha256": ")./g, "$1x"), "workbook.json"],
  ])("S3 is refused if it was changed: %s", async (_, name, change, part) => {
    const forged = await forge(await save(longContent(20)), name, change, false);
    expect(await refusalOf(forged)).toMatchObject({ reason: "damagedPart", part });
  });
});

describe("a workbook file whose checksums hold", () => {
  it("S3 twin: without the checksums a changed value would come in", async () => {
    const content = longContent(20);
    const forged = await forge(await save(content), /csv$/, (text) => text.replace(",0.07,", ",0.08,"));
    expect(plain(await open(forged))).not.toEqual(plain(content));
  });

  const JSON_PART = "workbook.json";

  it("S3 twin: with them, and the number of rows, made to fit, rows that were cut off or exchanged are not missed", async () => {
    const content = longContent(20);
    const cut = await forge(await save(content), /csv$|workbook/, (text) =>
      text.replace('"rows": 20', '"rows": 18').replace(/^(19|20),.*\r\n/gm, ""),
    );
    const opened = plain(await open(cut));
    expect(opened).not.toEqual(plain(content));
    expect(JSON.stringify(opened).length).toBeLessThan(JSON.stringify(plain(content)).length);
    const exchanged = await forge(await save(content), /csv$/, (text) =>
      text.replace(/^(19,.*\r\n)(18,.*\r\n)/m, "$2$1"),
    );
    expect(plain(await open(exchanged))).not.toEqual(plain(content));
  });

  it.each<[string, RegExp, (text: string) => string, object]>([
    ["a row without an id", /csv$/, (text) => text.replace(/^20,/m, ","), { part: LONG, at: 2 }],
    ["an id twice", /csv$/, (text) => text.replace(/^19,/m, "20,"), { part: LONG, at: 3 }],
    ["an id without end", /csv$/, (text) => text.replace(/^19,/m, "400000000,"), { part: LONG, at: 3 }],
    ["a cell too many", /csv$/, (text) => text.replace(/^19,/m, "19,,"), { part: LONG, at: 3 }],
    ["no number", /csv$/, (text) => text.replace(",0.19,", ",x,"), { part: LONG, at: 3 }],
    ["too few decimals", /csv$/, (text) => text.replace(",0.19,", ",0.1,"), { part: LONG, at: 3 }],
    ["no number behind raw", /csv$/, (text) => text.replace(",0.19,", ",raw x,"), { part: LONG, at: 3 }],
    ["another name of a field", /csv$/, (text) => text.replace("F0", "F9"), { part: LONG, at: 1 }],
    ["a row less", /csv$/, (text) => text.replace(/^19,.*\r\n/m, ""), { part: LONG }],
    ["a row more", /csv$/, (text) => `${text}21,,,,,,\r\n`, { part: LONG, at: 22 }],
    ["an open quote", /csv$/, (text) => `${text}"`, { part: LONG }],
    ["no text at all", /csv$/, () => "", { part: LONG }],
    [
      "definitions of a newer build",
      /workbook/,
      (text) => text.replace(/"schema": \d+/, `"schema": ${SCHEMA_VERSION + 1}`),
      { reason: "tooNew" },
    ],
    [
      "a manifest of a newer build",
      /manifest/,
      (text) => text.replace('"version": 1', '"version": 2'),
      { reason: "tooNew" },
    ],
    ["another format", /manifest/, (text) => text.replace("tierbook", "other"), { part: MANIFEST }],
    ["no JSON", /workbook/, (text) => text.slice(1), { part: JSON_PART }],
    [
      "a wrong definition",
      /workbook/,
      (text) => text.replace('"decimals": 2', '"decimals": -2'),
      { part: JSON_PART, at: "workbook.sheets.0.fields.1.type.decimals" },
    ],
    [
      "a field twice",
      /workbook/,
      (text) => text.replace('"id": "f1"', '"id": "f0"'),
      { part: JSON_PART, at: "workbook.sheets.0.fields" },
    ],
    [
      "rows of another sheet",
      /workbook/,
      (text) => text.replace('"sheet": "s1"', '"sheet": "s2"'),
      { part: JSON_PART, at: "sheets.0.sheet" },
    ],
    [
      "a part that is not there",
      /workbook/,
      (text) => text.replace(LONG, "sheets/2.csv"),
      { reason: "missingPart", part: "sheets/2.csv" },
    ],
    [
      "more rows than memory",
      /workbook/,
      (text) => text.replace('"rows": 20', '"rows": 9007199254740991'),
      { reason: "tooLarge", part: LONG },
    ],
    [
      "a part twice in the manifest",
      /manifest/,
      (text) => text.replace(LONG, JSON_PART),
      { part: MANIFEST, at: "parts" },
    ],
    [
      "a part that the manifest does not name",
      /manifest/,
      (text) => text.replace(LONG, "sheets/2.csv"),
      { reason: "unknownPart", part: LONG },
    ],
  ])("S3 is refused at its place with %s", async (_, name, change, expected) => {
    const forged = await forge(await save(longContent(20)), name, change);
    expect(await refusalOf(forged)).toMatchObject({ reason: "malformed", ...expected });
  });
});

describe("a bomb", () => {
  it("is refused for what it declares", async () => {
    const bytes = await pack(new Map([[MANIFEST, " ".repeat(65 << 20)]]));
    expect(await refusalOf(bytes)).toMatchObject({ reason: "tooLarge", part: MANIFEST });
  });

  it("is refused where it unpacks to more than it declares", async () => {
    const bytes = await pack(new Map([[MANIFEST, " ".repeat(1 << 20)]]));
    const view = new DataView(bytes.buffer);
    const list = view.getUint32(bytes.length - 6, true);
    for (const at of [22, list + 24]) view.setUint32(at, 10, true);
    expect((await refusalOf(bytes)).reason).toMatch(/damagedPart|inconsistent/);
  });
});

describe("saving and opening in slices", () => {
  it("tells how far it is, and leaves others their turn", async () => {
    const content = longContent(60_000);
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    const heard: number[] = [];
    const written = await writeWorkbookFile(content, SAVED, {
      onProgress: ({ done, total }) => heard.push(done / total),
    });
    clearInterval(others);
    expect(turns).toBeGreaterThan(3);
    expect(heard.toSorted((a, b) => a - b)).toEqual(heard);
    expect(heard.at(-1)).toBe(1);
    if (written.type !== "file") throw new Error(written.type);
    expect(written.rows).toBe(60_000);
  });

  it("stops when it is cancelled", async () => {
    const content = longContent(60_000);
    const stop = new AbortController();
    const saving = writeWorkbookFile(content, SAVED, { signal: stop.signal });
    setTimeout(() => stop.abort(), 30);
    expect(await saving).toEqual({ type: "cancelled" });
    const bytes = await save(longContent(20));
    const signal = AbortSignal.abort();
    expect(await readWorkbookFile(new Blob([bytes]), { signal })).toEqual({ type: "cancelled" });
  });
});
