/** Copy, cut and paste of cells: what is small is written at once, what is large is made by the worker meanwhile. */
import { findField, type Value } from "../../../core/model/index.ts";
import { clipHtml, clipTable, clipText, TEXT_ONLY } from "../../../exchange/clipboard/cells.ts";
import { problemText } from "../../../fields/messages.ts";
import { refusalText } from "../../../i18n/wording.ts";
import type { Copied, Pasted, PasteRequest, Picked } from "../../../worker/api.ts";
import type { Cursor } from "../selection/cursor.ts";
import { type Box, cellsOf, isSingle } from "../selection/ranges.ts";
import { readHtmlTable } from "./html.ts";

/** Cells that are written to the clipboard in the same task as the key, if the grid has them at hand. */
const AT_ONCE = 2000;
/** Longer texts are a table already; reading their HTML too would hold up the page. */
export const LONG = 1 << 18;

/** Of rows the grid has at hand; null where it has not all of them. */
function atHand(cursor: Cursor, { fields: ids }: Picked, box: Box) {
  const sheet = cursor.app.sheet();
  if (sheet === null || cellsOf(box) > AT_ONCE) return null;
  const fields = ids.slice(box.left, box.right + 1).map((id) => findField(sheet, id));
  const known = fields.filter((field) => field !== undefined);
  const places = known.map((field) => sheet.fields.indexOf(field));
  const locale = cursor.app.locale();
  const values: Value[][] = [];
  for (let row = box.top; row <= box.bottom; row++) {
    const data = cursor.api.getDisplayedRowAtIndex(row)?.data;
    if (data === undefined) return null;
    if (data.head !== undefined) continue;
    values.push(places.map((place) => data.values[place] ?? null));
  }
  const texts = values.map((row) => known.map((field, at) => clipText(row[at] ?? null, field, locale)));
  return { text: clipTable(texts), html: clipHtml(values, known, locale) };
}

function tellCopied({ app }: Cursor, copied: Copied): void {
  if (copied.type === "apart") app.notify(app.t("clip.apart"), "wrong");
  else if (copied.type === "tooMany") app.notify(app.t("clip.tooMany", { most: copied.most }), "wrong");
  else if (copied.cells > AT_ONCE) app.notify(app.t("clip.copied", { cells: copied.cells }));
}

/** Writes what the worker makes; the browser waits for it, so that this key press still counts as the reason. */
async function writeLater(made: Promise<Copied>, cells: number): Promise<void> {
  const part = async (name: "text" | "html"): Promise<Blob> => {
    const copied = await made;
    if (copied.type !== "copied") throw new Error(copied.type);
    return copied[name] ?? new Blob([], { type: "text/html" });
  };
  const html = cells < TEXT_ONLY ? { "text/html": part("html") } : {};
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": part("text"), ...html })]);
}

/** `data` is what a key press brings along; a menu brings none. True where something was selected to be copied. */
export function copyCells(cursor: Cursor, data: DataTransfer | null, cut: boolean): boolean {
  const sheet = cursor.app.sheet();
  const picked = cursor.picked();
  const [box] = picked.boxes;
  if (sheet === null || box === undefined) return false;
  if (isSingle(cursor.selection()) && cursor.api.getDisplayedRowAtIndex(box.top)?.data?.head !== undefined) {
    cursor.app.notify(refusalText(cursor.app.t, { refused: "groupHead" }), "wrong");
    return false;
  }
  const clip = picked.boxes.length === 1 && data !== null ? atHand(cursor, picked, box) : null;
  const made = clip === null || cut ? cursor.app.worker.copyCells(sheet.id, picked, cut) : null;
  if (clip !== null) {
    data?.setData("text/plain", clip.text);
    data?.setData("text/html", clip.html);
  } else if (made !== null) {
    const cells = picked.boxes.reduce((sum, each) => sum + cellsOf(each), 0);
    writeLater(made, cells).catch(async () => {
      if ((await made).type === "copied") cursor.app.notify(cursor.app.t("clip.notWritten"), "wrong");
    });
  }
  void made?.then((copied) => tellCopied(cursor, copied));
  return true;
}

/**
 * What is on the clipboard, as cells. The text keeps spaces, and large tables are quick to read; but not every program
 * quotes the line breaks in its cells, and where the text has another shape than the table the table is right.
 */
function clipOf(text: string, readHtml: () => string): PasteRequest["clip"] | null {
  if (text.length > LONG) return text;
  const html = readHtml();
  const table = html === "" || html.length > 4 * LONG ? null : readHtmlTable(html);
  if (table === null) return text === "" ? null : text;
  if (text === "") return table;
  const lines = text.replace(/\r?\n$/, "").split(/\r\n|\r|\n/);
  const width = table.reduce((most, row) => Math.max(most, row.length), 0);
  const quotes = text.includes('"');
  const sameShape = lines.length === table.length && lines.every((line) => line.split("\t").length <= width);
  return sameShape || quotes ? text : table;
}

/** Of a paste by keys. */
export const readClip = (data: DataTransfer): PasteRequest["clip"] | null =>
  clipOf(data.getData("text/plain"), () =>
    data.types.includes("text/html") ? data.getData("text/html") : "",
  );

/** Of a paste from a menu, for which the browser may ask. "refused": it did not let the page read. */
export async function askForClip(): Promise<PasteRequest["clip"] | null | "refused"> {
  try {
    const items = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => {
      const item = items.find(({ types }) => types.includes(type));
      return item === undefined ? "" : (await item.getType(type)).text();
    };
    const [text, html] = await Promise.all([read("text/plain"), read("text/html")]);
    return clipOf(text, () => html);
  } catch {
    return "refused";
  }
}

function pastedText({ app }: Cursor, pasted: Extract<Pasted, { type: "pasted" }>): string {
  const { cells, addedRows, unread, leftOut, missed } = pasted;
  const parts = [app.t("clip.pasted", { cells })];
  if (addedRows > 0) parts.push(app.t("clip.rowsAdded", { rows: addedRows }));
  if (leftOut > 0) parts.push(app.t("clip.leftOut", { columns: leftOut }));
  if (missed > 0) parts.push(app.t("notice.missed", { cells: missed }));
  const [first] = unread.first;
  if (first !== undefined) {
    parts.push(
      app.t("clip.unread", {
        cells: unread.count,
        field: app.fieldOf(first.field)?.name ?? "",
        why: problemText(app.language(), first.problem),
      }),
    );
  }
  return parts.join(app.t("clip.join"));
}

/** What came of a paste, in one line. */
export function tellPasted(cursor: Cursor, pasted: Exclude<Pasted, { type: "overflow" }>): void {
  const { app } = cursor;
  if (pasted.type === "tooMany") app.notify(app.t("clip.tooMany", { most: pasted.most }), "wrong");
  else if (pasted.type === "refused") app.notify(refusalText(app.t, pasted.refusal), "wrong");
  else {
    const lost = pasted.unread.count + pasted.leftOut + pasted.missed > 0;
    app.notify(pastedText(cursor, pasted), lost ? "lost" : "plain");
  }
}
