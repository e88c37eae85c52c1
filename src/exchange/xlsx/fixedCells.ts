/**
 * Numbers of a sheet that Excel shows with zeros in front or letters among them, as postcodes and customer numbers are, and
 * hours beyond a day. The library that reads the cells does not say how they are shown, so that the sheet's part is read
 * beside it, where its workbook has such formats at all.
 */
import { type FileEntry, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { parseCellRef } from "hucre/xlsx";
import { type FixedFormat, fixedFormat, isHours } from "./fixed.ts";

export interface FixedCell {
  readonly row: number;
  readonly column: number;
  readonly format: CellFormat;
}

type CellFormat = FixedFormat | "hours";

/** `[h]:mm:ss`, which no workbook has to write down. */
const HOURS_ID = "46";

const formatOf = (code: string): CellFormat | null => (isHours(code) ? "hours" : fixedFormat(code));

/** Longer ones are no cell's, and would be gathered for ever. */
const LONGEST_TAG = 65_536;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function entity(whole: string, name: string): string {
  const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (code === null) return ENTITIES[name] ?? whole;
  const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
  return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (found?.[1] ?? found?.[2] ?? "").replace(/&(#?\w+);/g, entity);
}

const tagsOf = (xml: string, name: string): readonly string[] =>
  Array.from(xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, "g")), ([tag]) => tag);

type Parts = ReadonlyMap<string, FileEntry>;

async function* textOf(entry: FileEntry): AsyncGenerator<string, void> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const unpacked = entry.getData(writable, { useWebWorkers: false });
  // What is wrong with it is thrown where it is read.
  unpacked.catch(() => undefined);
  const reader = readable.getReader();
  const decoder = new TextDecoder();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      yield decoder.decode(read.value, { stream: true });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function wholeText(parts: Parts, name: string): Promise<string> {
  const entry = parts.get(name);
  let text = "";
  if (entry !== undefined) for await (const piece of textOf(entry)) text += piece;
  return text;
}

interface Related {
  readonly id: string;
  readonly type: string;
  /** The part's name. */
  readonly target: string;
}

async function relatedTo(parts: Parts, part: string): Promise<readonly Related[]> {
  const [, folder = "", name = ""] = /^(.*\/)?(.*)$/.exec(part) ?? [];
  return tagsOf(await wholeText(parts, `${folder}_rels/${name}.rels`), "Relationship").map((tag) => ({
    id: attribute(tag, "Id"),
    type: attribute(tag, "Type").replace(/.*\//, ""),
    target: decodeURIComponent(new URL(attribute(tag, "Target"), `http://x/${folder}`).pathname.slice(1)),
  }));
}

/** By the number of the style, of styles that show them so. */
function fixedStyles(styles: string): ReadonlyMap<string, CellFormat> {
  const formats = new Map<string, CellFormat | null>([
    [HOURS_ID, "hours"],
    ...tagsOf(styles, "numFmt").map(
      (tag) => [attribute(tag, "numFmtId"), formatOf(attribute(tag, "formatCode"))] as const,
    ),
  ]);
  const [, rest = ""] = styles.split(/<(?:\w+:)?cellXfs(?=[\s>])/, 2);
  const [cells = ""] = rest.split(/<\/(?:\w+:)?cellXfs>/, 1);
  return new Map(
    tagsOf(cells, "xf").flatMap((tag, index) => {
      const format = formats.get(attribute(tag, "numFmtId")) ?? null;
      return format === null ? [] : [[String(index), format] as const];
    }),
  );
}

async function* cellsOf(
  entry: FileEntry,
  styles: ReadonlyMap<string, CellFormat>,
): AsyncGenerator<FixedCell, void> {
  const numbers = [...styles.keys()].join("|");
  const tags = new RegExp(`<(?:\\w+:)?c(?=\\s)(?=[^<>]*\\ss\\s*=\\s*["'](?:${numbers})["'])[^<>]*>`, "g");
  let rest = "";
  for await (const piece of textOf(entry)) {
    const text = rest + piece;
    for (const [tag] of text.matchAll(tags)) {
      const place = attribute(tag, "r");
      if (!/^[A-Z]{1,3}\d{1,7}$/.test(place)) continue;
      const { row, col } = parseCellRef(place);
      const format = styles.get(attribute(tag, "s"));
      if (format !== undefined) yield { row, column: col, format };
    }
    const open = text.lastIndexOf("<");
    rest = open > text.lastIndexOf(">") ? text.slice(open) : "";
    if (rest.length > LONGEST_TAG) return;
  }
}

async function partsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Parts> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false }).getEntries();
  return new Map(entries.flatMap((entry) => (entry.directory ? [] : [[entry.filename, entry] as const])));
}

const workbookOf = async (parts: Parts): Promise<string> =>
  (await relatedTo(parts, "")).find(({ type }) => type === "officeDocument")?.target ?? "";

/** Whether its days are counted from 1904 on, as Excel once did on a Mac. */
export async function countsFrom1904(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const parts = await partsOf(bytes);
    const [tag = ""] = tagsOf(await wholeText(parts, await workbookOf(parts)), "workbookPr");
    return /^(?:1|true)$/.test(attribute(tag, "date1904"));
  } catch {
    return false;
  }
}

/** In the order of the file. None of a workbook that is not built as it should be: the library says what is wrong with it. */
export async function* fixedCells(
  bytes: Uint8Array<ArrayBuffer>,
  sheet: string,
): AsyncGenerator<FixedCell, void> {
  try {
    const parts = await partsOf(bytes);
    const workbook = await workbookOf(parts);
    const related = await relatedTo(parts, workbook);
    const targetOf = (is: (each: Related) => boolean): string => related.find(is)?.target ?? "";
    const styles = fixedStyles(
      await wholeText(
        parts,
        targetOf(({ type }) => type === "styles"),
      ),
    );
    if (styles.size === 0) return;
    const named = tagsOf(await wholeText(parts, workbook), "sheet").find(
      (tag) => attribute(tag, "name") === sheet,
    );
    const part = parts.get(targetOf(({ id }) => named !== undefined && id === attribute(named, "id")));
    if (part !== undefined) yield* cellsOf(part, styles);
  } catch {
    return;
  }
}
