/** Cards as a table: vCard 2.1, 3.0 and 4.0, as phones and address books write them. */
import { decodeLegacy } from "../csv/legacy.ts";

/** What of a card becomes a column. A second telephone or address of a kind gets the kind's name with a number. */
export const CARD_COLUMNS = [
  "code",
  "name",
  "company",
  "department",
  "title",
  "mobile",
  "phone",
  "fax",
  "email",
  "street",
  "city",
  "region",
  "postcode",
  "country",
  "website",
  "birthday",
  "category",
  "notes",
] as const;
export type CardColumn = (typeof CARD_COLUMNS)[number];

/** Ours are told by it from those whose UID means something to another program alone. */
export const PRODUCT = "-//Tierbook//EN";

/** Columns of a kind. What a card has more of stands in the last one, one below the other. */
const MOST_VALUES = 20;

interface Property {
  readonly name: string;
  /** In upper case, bare ones too. */
  readonly types: readonly string[];
  readonly value: string;
}

/** Values of one card, several of a column where it has several. */
type Card = Map<CardColumn, string[]>;

const QUOTED_PRINTABLE = /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i;

/**
 * Long lines put together again: those that begin with a space, and those that quoted-printable breaks off. A picture has
 * thousands of them.
 */
function* unfolded(text: string): Generator<string> {
  let pieces: string[] = [];
  let printable = false;
  let soft = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = pieces.length - 1;
    if (soft) pieces.splice(last, 1, (pieces[last] ?? "").slice(0, -1), line);
    else if (/^[ \t]/.test(line) && last >= 0) pieces.push(line.slice(1));
    else {
      if (last >= 0) yield pieces.join("");
      pieces = [line];
      printable = QUOTED_PRINTABLE.test(line.slice(0, line.indexOf(":")));
    }
    soft = printable && line.endsWith("=");
  }
  yield pieces.join("");
}

function fromQuotedPrintable(value: string, charset: string): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < value.length; ) {
    const code = /^=([0-9a-f]{2})/i.exec(value.slice(at, at + 3));
    if (code !== null) bytes.push(Number.parseInt(code[1] ?? "", 16));
    else bytes.push(...encoder.encode(value.charAt(at)));
    at += code === null ? 1 : 3;
  }
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes));
  } catch {
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }
}

const PROPERTY = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^:;"])*)*):(.*)$/s;

function propertyOf(line: string): Property | null {
  const match = PROPERTY.exec(line);
  if (match === null) return null;
  const [, name = "", parameters = "", raw = ""] = match;
  const charset = /;CHARSET="?([\w-]+)/i.exec(parameters)?.[1] ?? "utf-8";
  const value = QUOTED_PRINTABLE.test(parameters) ? fromQuotedPrintable(raw, charset) : raw;
  const types = parameters
    .split(";")
    .flatMap((each) => (/^TYPE=/i.test(each) ? each.slice(5).replaceAll('"', "").split(",") : [each]))
    .map((each) => each.trim().toUpperCase())
    .filter((each) => each !== "");
  return { name: name.toUpperCase(), types, value };
}

const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, char: string) => (char === "n" || char === "N" ? "\n" : char));

/** Parts of a structured value, at signs that are not escaped. */
function partsOf(value: string, separator: ";" | ","): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (char === "\\") part += char + value.charAt(++at);
    else if (char === separator) {
      parts.push(part);
      part = "";
    } else part += char;
  }
  return [...parts, part].map(unescaped);
}

const HAN = /\p{Script=Han}/u;

function nameOf(value: string): string {
  const [family = "", given = "", more = "", before = "", after = ""] = partsOf(value, ";");
  if (HAN.test(family + given)) return `${family}${more}${given}`;
  return [before, given, more, family, after].filter((part) => part !== "").join(" ");
}

const DATE = /^(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?$/;

function telephone({ types }: Property): CardColumn {
  if (types.some((type) => type.includes("FAX"))) return "fax";
  return types.some((type) => type === "CELL" || type === "MOBILE" || type === "IPHONE") ? "mobile" : "phone";
}

type Entry = readonly [column: CardColumn, text: string];

function addressEntries(value: string): readonly Entry[] {
  const [box = "", extended = "", street = "", city = "", region = "", code = "", country = ""] = partsOf(
    value,
    ";",
  );
  return [
    ["street", [box, extended, street].filter((part) => part !== "").join("\n")],
    ["city", city],
    ["region", region],
    ["postcode", code],
    ["country", country],
  ];
}

function companyEntries(value: string): readonly Entry[] {
  const [company = "", ...units] = partsOf(value, ";");
  return [
    ["company", company],
    ["department", units.filter((unit) => unit !== "").join(" ")],
  ];
}

function birthday(text: string): string {
  const date = DATE.exec(text);
  return date === null ? text : `${date[1]}-${date[2]}-${date[3]}`;
}

/** Empty ones among them; none for what has no column. */
function entriesOf(property: Property): readonly Entry[] {
  const { name, value } = property;
  const text = unescaped(value);
  switch (name) {
    case "FN":
      return [["name", text]];
    case "ORG":
      return companyEntries(value);
    case "TITLE":
      return [["title", text]];
    case "TEL":
      return [[telephone(property), text.replace(/^tel:/i, "")]];
    case "EMAIL":
      return [["email", text.replace(/^mailto:/i, "")]];
    case "ADR":
      return addressEntries(value);
    case "URL":
      return [["website", value]];
    case "BDAY":
      return [["birthday", birthday(text)]];
    case "CATEGORIES":
      return [["category", text]];
    case "NOTE":
      return [["notes", text]];
    default:
      return [];
  }
}

const below = (above: string, text: string): string => (above === "" ? text : `${above}\n${text}`);

function cardOf(properties: readonly Property[]): Card {
  const card: Card = new Map();
  /** All that one property says has the same place in its columns, so that no part of another address fills a gap. */
  const put = (...entries: readonly Entry[]): void => {
    if (entries.every(([, text]) => text === "")) return;
    for (const [column, text] of entries) {
      const known = card.get(column) ?? [];
      if (known.length < MOST_VALUES) card.set(column, [...known, text]);
      else if (text !== "") known.push(below(known.pop() ?? "", text));
    }
  };
  for (const property of properties) put(...entriesOf(property));
  const structured = properties.find(({ name }) => name === "N");
  if (!card.has("name") && structured !== undefined) put(["name", nameOf(structured.value)]);
  const ours = properties.some(({ name, value }) => name === "PRODID" && value === PRODUCT);
  const uid = ours ? properties.find(({ name }) => name === "UID") : undefined;
  if (uid !== undefined) put(["code", unescaped(uid.value)]);
  return card;
}

/** The line at which a card begins, its bytes as text: a file whose first line that is not blank is one. */
export const isVcard = (bytes: Uint8Array): boolean =>
  /^\ufeff?\s*BEGIN:VCARD\s*[\r\n]/i.test(new TextDecoder().decode(bytes.subarray(0, 64)));

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeLegacy(new TextDecoder("gb18030").decode(bytes), "gb18030");
  }
}

/** The first row names the columns: those that a card has something in. `word`: what a column is called. */
export function readCards(
  bytes: Uint8Array,
  word: (column: CardColumn) => string,
): readonly (readonly string[])[] {
  const cards: Card[] = [];
  let open: Property[] | null = null;
  /** Also of a card that is cut off. */
  const close = (): void => {
    if (open !== null) cards.push(cardOf(open));
    open = null;
  };
  for (const line of unfolded(textOf(bytes))) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      close();
      open = [];
    } else if (/^END:VCARD\s*$/i.test(line)) close();
    else {
      const property = open === null ? null : propertyOf(line);
      if (property !== null) open?.push(property);
    }
  }
  close();
  const columns = CARD_COLUMNS.flatMap((column) => {
    const places = Array.from({ length: MOST_VALUES }, (_, place) => ({ column, place }));
    return places.filter(({ place }) => cards.some((card) => (card.get(column)?.[place] ?? "") !== ""));
  });
  const header = columns.map(({ column, place }) =>
    place === 0 ? word(column) : `${word(column)} ${place + 1}`,
  );
  return [
    header,
    ...cards.map((card) => columns.map(({ column, place }) => card.get(column)?.[place] ?? "")),
  ];
}
