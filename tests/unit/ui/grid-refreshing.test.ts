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
    follow: () => done.push("follow"),
    settle: () => done.push("settle"),
  });
  return { now, done, refreshing };
}

describe("rows read again", () => {
  it("happens at once when only values changed", () => {
    const { done, refreshing } = setUp();
    refreshing.outdated("cells");
    expect(done).toEqual(["reread"]);
  });

  it("takes the number of rows over when places changed", () => {
    const { done, refreshing } = setUp();
    refreshing.outdated("order");
    expect(done).toEqual(["resize", "reread"]);
  });

  it("waits while an editor is open, and happens when it closes", () => {
    const { now, done, refreshing } = setUp();
    now.editing = true;
    refreshing.outdated("order");
    refreshing.outdated("cells");
    refreshing.moved();
    expect(done).toEqual([]);
    now.editing = false;
    refreshing.moved();
    expect(done).toEqual(["follow", "resize", "reread"]);
    refreshing.moved();
    expect(done).toHaveLength(3);
  });

  it("waits while the cursor stays in the row just written", () => {
    const { now, done, refreshing } = setUp();
    refreshing.wrote(3);
    refreshing.outdated("order");
    refreshing.moved();
    expect(done).toEqual([]);
    now.cursor = 4;
    refreshing.moved();
    expect(done).toEqual(["follow", "resize", "reread"]);
  });

  it("does not wait for the row written when something else reorders: an undo shows at once", () => {
    const { done, refreshing } = setUp();
    refreshing.wrote(3);
    refreshing.outdated("order");
    refreshing.outdated("order");
    expect(done).toEqual(["resize", "reread"]);
  });

  it("shows an undo at once also where only values changed, but not what is written to the new row itself", () => {
    const { done, refreshing } = setUp();
    refreshing.wrote(3);
    refreshing.wrote(3);
    refreshing.outdated("order");
    refreshing.outdated("cells");
    expect(done).toEqual([]);
    refreshing.outdated("cells");
    expect(done).toEqual(["resize", "reread"]);
  });

  it("shows a written row as one that will move, and moves it when the cursor leaves it", () => {
    const { now, done, refreshing } = setUp();
    refreshing.wrote(3);
    refreshing.outdated("strays");
    expect(done).toEqual(["reread"]);
    refreshing.wrote(3);
    refreshing.outdated("cells");
    refreshing.moved();
    expect(done).toEqual(["reread", "reread"]);
    now.cursor = 4;
    refreshing.moved();
    expect(done).toEqual(["reread", "reread", "follow", "settle"]);
    refreshing.outdated("order");
    expect(done.slice(4)).toEqual(["resize", "reread"]);
  });

  it("settles at once when nobody's hands are on the row", () => {
    const { done, refreshing } = setUp();
    refreshing.outdated("strays");
    expect(done).toEqual(["settle"]);
  });
});
