/** Rows do not move away under the hands that edit them, and nothing waits longer than that. */
import { describe, expect, it } from "vitest";
import { makeRefreshing } from "../../../src/ui/grid/refreshing.ts";

function setUp() {
  const now = { editing: false, cursor: 3 };
  const done: string[] = [];
  const refreshing = makeRefreshing({
    editing: () => now.editing,
    cursorRow: () => now.cursor,
    reread: () => done.push("reread"),
    resize: () => done.push("resize"),
  });
  return { now, done, refreshing };
}

describe("rows read again", () => {
  it("happens at once when only values changed", () => {
    const { done, refreshing } = setUp();
    refreshing.outdated(false);
    expect(done).toEqual(["reread"]);
  });

  it("takes the number of rows over when places changed", () => {
    const { done, refreshing } = setUp();
    refreshing.outdated(true);
    expect(done).toEqual(["resize", "reread"]);
  });

  it("waits while an editor is open, and happens when it closes", () => {
    const { now, done, refreshing } = setUp();
    now.editing = true;
    refreshing.outdated(true);
    refreshing.outdated(false);
    refreshing.moved();
    expect(done).toEqual([]);
    now.editing = false;
    refreshing.moved();
    expect(done).toEqual(["resize", "reread"]);
    refreshing.moved();
    expect(done).toHaveLength(2);
  });

  it("waits while the cursor stays in the row just written", () => {
    const { now, done, refreshing } = setUp();
    refreshing.wrote(3);
    refreshing.outdated(true);
    refreshing.moved();
    expect(done).toEqual([]);
    now.cursor = 4;
    refreshing.moved();
    expect(done).toEqual(["resize", "reread"]);
  });

  it("does not wait for the row written when something else reorders: an undo shows at once", () => {
    const { done, refreshing } = setUp();
    refreshing.wrote(3);
    refreshing.outdated(true);
    refreshing.outdated(true);
    expect(done).toEqual(["resize", "reread"]);
  });
});
