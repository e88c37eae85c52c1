/** What hands do to many cells at once: adding them up, the clipboard, clearing, and whole rows. */
import {
  type Field,
  type FieldId,
  findField,
  fromAtom,
  type RowId,
  type SheetId,
  type Value,
} from "../core/model/index.ts";
import { type Totals, totalsSteps } from "../engine/aggregate/totals.ts";
import { atomOf } from "../engine/columns/column.ts";
import { edgeFrom } from "../engine/query/edge.ts";
import type { ColumnCells, Command, Refusal } from "../engine/session/command.ts";
import type { Screen } from "../engine/session/screens.ts";
import { runInSlices, SHORT_SLICE, type Steps, whileUnchanged } from "../engine/steps.ts";
import { clipHtml, clipTable, clipText, TEXT_ONLY } from "../exchange/clipboard/cells.ts";
import { type LocaleFormat, localeFormat } from "../fields/index.ts";
import type {
  Copied,
  Dispatched,
  EdgeQuestion,
  Filled,
  FillRequest,
  Pasted,
  PasteRequest,
  Picked,
  PickedBox,
  PickedPlace,
  RowSide,
} from "./api.ts";
import { placeBox, rowBoxes } from "./boxes.ts";
import { fillSteps, neighbourEnd } from "./filling.ts";
import { outcomeOf } from "./given.ts";
import type { Host } from "./host.ts";
import { type Cut, emptied, type Pasting, pasteSteps } from "./pasting.ts";

/** More at once would not fit a text of the browser, nor any other spreadsheet. */
const MOST_CELLS = 5_000_000;

const blob = (text: string, type: "text/plain" | "text/html"): Blob => new Blob([text], { type });

/** A paste or a fill that would begin on the head of a group. */
const ON_HEAD: Refusal = { refused: "groupHead" };

const GONE: Dispatched = { ok: false, refusal: { refused: "gone", what: "sheet" } };

/** Fields of the sheet in the order asked for; those that are gone leave a gap. */
const fieldsOf = ({ sheet }: Screen, ids: readonly FieldId[]): readonly (Field | undefined)[] =>
  ids.map((id) => findField(sheet, id));

const slotsOf = ({ slots }: Screen, box: PickedBox): Uint32Array =>
  slots.subarray(Math.max(0, box.top), Math.max(0, box.bottom + 1));

const across = (all: readonly (Field | undefined)[], box: PickedBox): readonly Field[] =>
  all.slice(Math.max(0, box.left), box.right + 1).filter((field) => field !== undefined);

/** Several ranges as one table: side by side or below each other; null if they are neither. */
function joined(
  boxes: readonly PickedBox[],
): { readonly rows: readonly PickedBox[]; readonly columns: readonly PickedBox[] } | null {
  const [first] = boxes;
  if (first === undefined) return null;
  const beside = boxes.every((box) => box.top === first.top && box.bottom === first.bottom);
  if (beside) return { rows: [first], columns: [...boxes].sort((a, b) => a.left - b.left) };
  const below = boxes.every((box) => box.left === first.left && box.right === first.right);
  return below ? { rows: [...boxes].sort((a, b) => a.top - b.top), columns: [first] } : null;
}

export class CellJobs {
  private readonly host: Host;
  private summing = new AbortController();
  private cut: Cut | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  private get locale(): LocaleFormat {
    const { locale, currency } = this.host.shown.workbook.settings;
    return localeFormat(locale, currency);
  }

  async summarise(id: SheetId, { fields, boxes }: Picked): Promise<Totals | null> {
    this.summing.abort();
    this.summing = new AbortController();
    const session = this.host.shown;
    const screen = session.screens.of(id);
    if (screen === null) return null;
    const { version } = session;
    const all = fieldsOf(screen, fields);
    const crossings = rowBoxes(screen, boxes).map((box) => ({
      fields: across(all, box),
      slots: slotsOf(screen, box),
    }));
    const steps = whileUnchanged(totalsSteps(screen.table, crossings), () => session.version === version);
    const done = await runInSlices(steps, { signal: this.summing.signal, slice: SHORT_SLICE });
    return done.type === "cancelled" ? null : done.value;
  }

  async edge(id: SheetId, { fields, row, column, axis, step }: EdgeQuestion): Promise<PickedPlace> {
    const screen = this.host.shown.screens.of(id);
    if (screen === null) return { row, column };
    const { table, slots, layout } = screen;
    const filled = (place: number, at: number): boolean => {
      const slot = slots[place];
      const known = table.columns.get(fields[at] ?? ("" as FieldId));
      return slot !== undefined && known !== undefined && atomOf(known, slot) !== null;
    };
    return axis === "row"
      ? {
          row: layout.placeOf(
            edgeFrom((place) => filled(place, column), slots.length, layout.rowFrom(row), step),
          ),
          column,
        }
      : {
          row,
          column: edgeFrom(
            (place) => layout.headAt(row) === null && filled(layout.rowFrom(row), place),
            fields.length,
            column,
            step,
          ),
        };
  }

  async copy(id: SheetId, { fields, boxes }: Picked, cut: boolean): Promise<Copied> {
    this.cut = null;
    const screen = this.host.shown.screens.of(id);
    const table = screen === null ? null : joined(rowBoxes(screen, boxes));
    if (screen === null || table === null) return { type: "apart" };
    const all = fieldsOf(screen, fields);
    const columns = table.columns.flatMap((box) => across(all, box));
    const slots = table.rows.flatMap((box) => Array.from(slotsOf(screen, box)));
    const cells = slots.length * columns.length;
    if (cells > MOST_CELLS) return { type: "tooMany", most: MOST_CELLS };
    const done = await runInSlices(textsSteps(screen, columns, slots, this.locale));
    if (done.type === "cancelled") return { type: "apart" };
    const text = clipTable(done.value);
    if (cut) {
      const rows = screen.table.idsOf(Uint32Array.from(slots));
      this.cut = { sheet: id, text, columns: columns.map((field) => ({ field: field.id, rows })) };
    }
    const html =
      cells < TEXT_ONLY
        ? blob(clipHtml(valuesOf(screen, columns, slots), columns, this.locale), "text/html")
        : null;
    return { type: "copied", text: blob(text, "text/plain"), html, cells };
  }

  async paste(id: SheetId, request: PasteRequest): Promise<Pasted> {
    const screen = this.host.shown.screens.of(id);
    if (screen === null) return { type: "refused", refusal: { refused: "gone", what: "sheet" } };
    const boxes = rowBoxes(screen, request.boxes);
    if (boxes.length === 0) return { type: "refused", refusal: ON_HEAD };
    const cut = this.cut?.sheet === id && this.cut.text === request.clip ? this.cut : null;
    const pasting: Pasting = {
      screen,
      request: { ...request, boxes },
      cut,
      locale: this.locale,
      most: MOST_CELLS,
    };
    const done = await runInSlices(pasteSteps(pasting), {
      onProgress: (progress) => this.host.emit({ type: "progress", ...progress }),
    });
    if (done.type === "cancelled" || done.value.type === "none") return { type: "tooMany", most: MOST_CELLS };
    if (done.value.type !== "ready") return done.value;
    const { command, pasted } = done.value;
    const given = await this.host.perform(command);
    if (given !== null && "ok" in given && !given.ok) return { type: "refused", refusal: given.refusal };
    if (cut !== null) this.cut = null;
    const missed = given !== null && "done" in given ? given.done.missed : 0;
    return { ...pasted, cells: pasted.cells - missed, missed, box: placeBox(screen, pasted.box) };
  }

  async fill(id: SheetId, request: FillRequest): Promise<Filled> {
    const screen = this.host.shown.screens.of(id);
    if (screen === null) return { ok: false, refusal: { refused: "gone", what: "sheet" } };
    const [from] = rowBoxes(screen, [request.from]);
    if (from === undefined) return { ok: false, refusal: ON_HEAD };
    const below = { ...from, bottom: neighbourEnd(screen, request.fields, from) };
    const [to = from] = request.to === null ? [below] : rowBoxes(screen, [request.to]);
    const done = await runInSlices(
      fillSteps({ screen, request: { ...request, from }, to, locale: this.locale }),
      {
        onProgress: (progress) => this.host.emit({ type: "progress", ...progress }),
      },
    );
    // Nothing gives it up.
    if (done.type === "cancelled") return { ok: true, box: request.from };
    const given = await this.carryOut(done.value);
    return given.ok ? { ok: true, box: placeBox(screen, to) } : given;
  }

  async clear(id: SheetId, { fields, boxes }: Picked): Promise<Dispatched> {
    const screen = this.host.shown.screens.of(id);
    if (screen === null) return GONE;
    const all = fieldsOf(screen, fields);
    const columns = rowBoxes(screen, boxes).flatMap((box): readonly ColumnCells[] => {
      const rows = screen.table.idsOf(slotsOf(screen, box));
      return across(all, box).map((field) => emptied(field, rows));
    });
    return this.carryOut({ type: "setCells", sheet: id, columns });
  }

  async insertRows(id: SheetId, place: number, count: number, side: RowSide): Promise<Dispatched> {
    const screen = this.host.shown.screens.of(id);
    if (screen === null) return GONE;
    const { table, slots, layout } = screen;
    const slot = slots[layout.rowFrom(place)];
    // Below the last row that a filter shows is still above those that it hides.
    const behind = side === "below" && slot !== undefined ? table.order[table.order.indexOf(slot) + 1] : slot;
    const before = behind === undefined ? null : table.idOf(behind);
    return outcomeOf(await this.host.perform({ type: "insertRows", sheet: id, before, count }));
  }

  deleteRows(id: SheetId, picked: Picked): Promise<Dispatched> {
    return this.withRows("deleteRows", id, picked);
  }

  duplicateRows(id: SheetId, picked: Picked): Promise<Dispatched> {
    return this.withRows("duplicateRows", id, picked);
  }

  private async withRows(
    type: "deleteRows" | "duplicateRows",
    id: SheetId,
    { boxes }: Picked,
  ): Promise<Dispatched> {
    const screen = this.host.shown.screens.of(id);
    if (screen === null) return GONE;
    const rows = new Set<RowId>();
    for (const box of rowBoxes(screen, boxes))
      for (const slot of slotsOf(screen, box)) rows.add(screen.table.idOf(slot));
    const done = await outcomeOf(await this.host.perform({ type, sheet: id, rows: [...rows] }));
    return done.ok ? { ...done, rows: rows.size } : done;
  }

  private async carryOut(command: Command): Promise<Dispatched> {
    const given = await this.host.perform(command);
    return given !== null && "ok" in given ? given : { ok: true };
  }
}

const valuesOf = (
  { table }: Screen,
  fields: readonly Field[],
  slots: readonly number[],
): readonly (readonly Value[])[] =>
  slots.map((slot) => fields.map((field) => fromAtom(field.type, table.atom(field.id, slot))));

function* textsSteps(
  { table }: Screen,
  fields: readonly Field[],
  slots: readonly number[],
  locale: LocaleFormat,
): Steps<readonly (readonly string[])[]> {
  const columns = fields.map((field) => ({ field, column: table.columns.get(field.id) }));
  const rows: string[][] = [];
  for (const slot of slots) {
    rows.push(
      columns.map(({ field, column }) =>
        column === undefined ? "" : clipText(fromAtom(field.type, atomOf(column, slot)), field, locale),
      ),
    );
    if (rows.length % 256 === 0) yield { done: rows.length, total: slots.length };
  }
  return rows;
}
