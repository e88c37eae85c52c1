/** The workbook's settings: what a command makes of them, and what it refuses. */
import { describe, expect, it } from "vitest";
import {
  emptyWorkbook,
  MOST_SENT,
  type SentFile,
  sheetId,
  type WorkbookSettings,
  withHanOrder,
  workbookId,
} from "../../../src/core/model/index.ts";
import { build } from "../../../src/engine/session/build.ts";
import type { Command } from "../../../src/engine/session/command.ts";

const workbook = emptyWorkbook(workbookId("w"));
const settings: WorkbookSettings = { ...workbook.settings, locale: "en-US", currency: "USD" };

function made(command: Exclude<Command, { type: "undo" | "redo" }>, before = settings) {
  const basis = {
    workbook: { ...workbook, settings: before },
    seq: 0,
    today: 0,
    table: () => undefined,
    newType: () => ({ storage: "text" }) as const,
  };
  return build(basis, command);
}

describe("formats", () => {
  it("are one change, which knows what was before", () => {
    const after = { ...settings, locale: "de-AT", currency: "EUR" };
    expect(made({ type: "setFormats", locale: "de-AT", currency: "EUR" })).toEqual({
      change: { ops: [{ op: "settings", before: settings, after }] },
      cause: { type: "settings" },
    });
  });

  it("change nothing where they are so already", () => {
    expect(made({ type: "setFormats", locale: "en-US", currency: "USD" })).toMatchObject({
      change: { ops: [] },
    });
  });

  it("keep the Han order that was chosen, and no other part of the old locale", () => {
    const before = { ...settings, locale: withHanOrder("zh-CN-u-nu-hanidec", "stroke") };
    expect(made({ type: "setFormats", locale: "zh-TW", currency: "TWD" }, before)).toMatchObject({
      change: { ops: [{ after: { locale: withHanOrder("zh-TW", "stroke") } }] },
    });
  });

  it.each([
    ["", "EUR"],
    ["not a tag", "EUR"],
    ["tlh-XX", "EUR"],
    ["de", ""],
    ["de", "eur"],
    ["de", "DOGE"],
  ])("refuse %j with %j", (locale, currency) => {
    expect(made({ type: "setFormats", locale, currency })).toEqual({ refused: "wrongValue" });
  });
});

describe("files that were sent", () => {
  const sentFrom = (id: string, count: number): readonly [SentFile, ...SentFile[]] => {
    const of = (n: number): SentFile => ({
      id,
      workbook: workbookId("w"),
      sheet: sheetId(`s${n}`),
      seq: 1,
      time: 0,
      file: "f.csv",
      preset: "returning",
      rows: 1,
      columns: [],
    });
    return [of(0), ...Array.from({ length: count - 1 }, (_, n) => of(n + 1))];
  };
  const notedAfter = (sent: readonly [SentFile, ...SentFile[]], before: readonly SentFile[]) => {
    const after = made({ type: "noteSent", sent }, { ...settings, sent: before });
    const [op] = "change" in after ? after.change.ops : [];
    return op?.op === "settings" ? (op.after.sent ?? []).map(({ id }) => id) : [];
  };

  it("are kept up to a number, the last ones, but all of one export", () => {
    expect(notedAfter(sentFrom("b", 2), sentFrom("a", MOST_SENT))).toEqual([
      "b",
      "b",
      ...Array<string>(MOST_SENT - 2).fill("a"),
    ]);
    expect(notedAfter(sentFrom("b", MOST_SENT + 3), sentFrom("a", 2))).toEqual(
      Array<string>(MOST_SENT + 3).fill("b"),
    );
  });
});
