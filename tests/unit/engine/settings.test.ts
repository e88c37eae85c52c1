/** The workbook's settings: what a command makes of them, and what it refuses. */
import { describe, expect, it } from "vitest";
import { emptyWorkbook, withHanOrder, workbookId } from "../../../src/core/model/index.ts";
import { build } from "../../../src/engine/session/build.ts";
import type { Command } from "../../../src/engine/session/command.ts";

const workbook = emptyWorkbook(workbookId("w"));
const settings = { ...workbook.settings, locale: "en-US", currency: "USD" };

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
