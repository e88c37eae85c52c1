/** Rows as cards: vCard 3.0 (RFC 2426) or 4.0 (RFC 6350), in UTF-8. */
import type { Steps } from "../../engine/steps.ts";
import type { ExportColumn, ExportSource, Write } from "../csv/write.ts";
import { PRODUCT } from "./read.ts";

export type Version = "3.0" | "4.0";

const CARDS_PER_STEP = 512;
/** Octets of a line, its end not counted. */
const LONGEST_LINE = 75;

const CHARACTERS: Readonly<Record<string, string>> = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };

export const escaped = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(/[\\;,\n]/g, (char) => CHARACTERS[char] ?? char);

const octets = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A line that goes on in further lines, each begun by a space; no character is cut in two. */
export function folded(line: string): string {
  let text = "";
  let length = 0;
  for (const char of line) {
    const size = octets(char);
    if (length + size > LONGEST_LINE) {
      text += "\r\n ";
      length = 1;
    }
    text += char;
    length += size;
  }
  return text;
}

type Card = (column: string) => string;

/** A property of one text; nothing where that is empty. */
const plain = (name: string, text: string): readonly string[] =>
  text === "" ? [] : [`${name}:${escaped(text)}`];

function structured(name: string, parts: readonly string[]): readonly string[] {
  return parts.every((part) => part === "") ? [] : [`${name}:${parts.map(escaped).join(";")}`];
}

function linesOf(of: Card, version: Version): readonly string[] {
  const old = version === "3.0";
  const type = (name: string): string => `TYPE=${old ? name.toUpperCase() : name}`;
  // The name in parts must stand in every card of version 3, be it empty.
  const name = [of("N family"), of("N given"), of("N middle"), "", ""].map(escaped).join(";");
  const day = of("BDAY");
  return [
    "BEGIN:VCARD",
    `VERSION:${version}`,
    `PRODID:${PRODUCT}`,
    ...plain("UID", of("UID")),
    `FN:${escaped(of("FN"))}`,
    `N:${name}`,
    ...structured("ORG", of("ORG unit") === "" ? [of("ORG")] : [of("ORG"), of("ORG unit")]),
    ...plain("TITLE", of("TITLE")),
    ...plain(`TEL;${type("cell")}`, of("TEL cell")),
    ...plain(`TEL;${type("work")}`, of("TEL work")),
    ...plain(`TEL;${type("fax")}`, of("TEL fax")),
    ...plain("EMAIL", of("EMAIL")),
    ...plain("EMAIL", of("EMAIL 2")),
    ...structured(`ADR;${type("work")}`, [
      "",
      "",
      of("ADR street"),
      of("ADR locality"),
      of("ADR region"),
      of("ADR code"),
      of("ADR country"),
    ]),
    // A link is no text, so nothing in it is escaped.
    ...(of("URL") === "" ? [] : [`URL:${of("URL").replace(/[\r\n]+/g, " ")}`]),
    ...(day === "" ? [] : [`BDAY:${old ? day : day.replaceAll("-", "")}`]),
    ...plain("CATEGORIES", of("CATEGORIES")),
    ...plain("NOTE", of("NOTE")),
    "END:VCARD",
  ];
}

export function cardsWriter(
  { columns }: ExportSource,
  version: Version,
): (from: number, to: number) => string {
  const byName = new Map<string, ExportColumn>(columns.map((column) => [column.name, column]));
  return (from, to) => {
    let text = "";
    for (let row = from; row < to; row++) {
      const of: Card = (name) => {
        const column = byName.get(name);
        const code = column?.codeAt(row) ?? 0;
        return column === undefined || code === 0 ? "" : column.textOf(code).toWellFormed();
      };
      for (const line of linesOf(of, version)) text += `${folded(line)}\r\n`;
    }
    return text;
  };
}

export function* writeCardsSteps(source: ExportSource, version: Version, write: Write): Steps<void> {
  const encoder = new TextEncoder();
  const cards = cardsWriter(source, version);
  const { rowCount } = source;
  for (let from = 0; from < rowCount; from += CARDS_PER_STEP) {
    const to = Math.min(rowCount, from + CARDS_PER_STEP);
    write(encoder.encode(cards(from, to)));
    yield { done: to, total: rowCount };
  }
}
