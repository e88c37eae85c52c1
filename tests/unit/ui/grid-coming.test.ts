/** Rows being added: below the rows of the query until an answer counts them in, and never in two places. */
import { describe, expect, it } from "vitest";
import { rowId, sheetId } from "../../../src/core/model/index.ts";
import { ComingRows } from "../../../src/ui/grid/coming.ts";
import { extentOf, gridRows, NEW_ROW, nodeId, rowCountOf, sameRow } from "../../../src/ui/grid/rows.ts";
import type { Dispatched } from "../../../src/worker/api.ts";

const SHEET = sheetId("s");

/** The app as far as coming rows look at it; rows that are asked to be added are counted as it counts them. */
function setting() {
  let sent = 0;
  let counted = 0;
  const app = {
    counts: () => ({ matching: 2, total: 2, places: 2, asked: 1, added: counted }),
    rowsSent: () => sent,
    sheet: () => ({ id: SHEET }),
    search: () => "",
    view: () => null,
    past: () => null,
  };
  const coming = new ComingRows(app);
  const add = (text: string) => {
    let answer: (done: Dispatched) => void = () => undefined;
    const added = new Promise<Dispatched>((resolve) => {
      answer = resolve;
    });
    sent += 1;
    const row = coming.add(SHEET, { id: null, values: [text] }, added);
    const tell = async (done: Dispatched): Promise<void> => {
      answer(done);
      await added;
    };
    return { row, answer: tell };
  };
  return {
    add,
    /** As the record card does. */
    addElsewhere: () => {
      sent += 1;
    },
    /** Rows are told of that count in so many of those that were asked for. */
    count: (added: number) => {
      counted = added;
    },
    texts: () => coming.list().map(({ shown }) => shown.values[0]),
    extent: () => extentOf(app, coming),
  };
}

describe("rows being added", () => {
  it("stand below the rows of the query in the order they were typed, above the row for adding", () => {
    const { add, extent } = setting();
    const [first, second] = [add("a").row, add("b").row];
    const found = [1, 2].map((id) => ({ id: rowId(id), values: [], stray: null }));
    expect(gridRows(found, extent(), 0, 100)).toEqual([...found, first.shown, second.shown, NEW_ROW]);
    expect(gridRows([], extent(), 3, 100)).toEqual([second.shown, NEW_ROW]);
    expect(rowCountOf(extent())).toBe(5);
    expect(new Set([first.shown, second.shown, NEW_ROW].map(nodeId)).size).toBe(3);
  });

  it("go, each in its turn, with the rows that count them in", async () => {
    const { add, addElsewhere, count, texts } = setting();
    const first = add("a");
    addElsewhere();
    const second = add("b");
    await first.answer({ ok: true, row: rowId(3) });
    await second.answer({ ok: true, row: rowId(5) });
    expect(texts()).toEqual(["a", "b"]);
    count(1);
    expect(texts()).toEqual(["b"]);
    count(2);
    expect(texts()).toEqual(["b"]);
    count(3);
    expect(texts()).toEqual([]);
  });

  it("go at once where they are refused", async () => {
    const { add, texts } = setting();
    const { answer } = add("a");
    await answer({ ok: false, refusal: { refused: "past" } });
    expect(texts()).toEqual([]);
  });

  it("are the same row before and after they are there, and none of the others that have no id", async () => {
    const { add } = setting();
    const one = add("a");
    const other = add("b");
    expect(sameRow(one.row.shown, one.row.shown)).toBe(true);
    expect(sameRow(other.row.shown, one.row.shown)).toBe(false);
    expect(sameRow(NEW_ROW, one.row.shown)).toBe(false);
    expect(sameRow(one.row.shown, NEW_ROW)).toBe(false);
    await one.answer({ ok: true, row: rowId(3) });
    expect(sameRow({ id: rowId(3), values: ["a"] }, one.row.shown)).toBe(true);
    expect(sameRow({ id: rowId(4), values: ["a"] }, one.row.shown)).toBe(false);
  });
});
