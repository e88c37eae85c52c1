/** When a file is due: by its age, and only if something has changed since. */
import { describe, expect, it } from "vitest";
import { readBackup } from "../../../src/app/fileNotes.ts";
import { levelOf } from "../../../src/app/safety.ts";

const DAY = 86_400_000;
const NOW = 100 * DAY;
const room = { persistent: true, left: 5e9 };

describe("the safety of a workbook", () => {
  it.each([
    ["nothing has changed since", { time: 0, seq: 9 }, 0, room, "good"],
    ["changes of today", { time: NOW - DAY / 2, seq: 9 }, 4, room, "good"],
    ["changes, and a file of yesterday", { time: NOW - DAY, seq: 9 }, 1, room, "soon"],
    ["changes, and a file of last week", { time: NOW - 7 * DAY, seq: 9 }, 1, room, "bad"],
    ["a workbook just begun", null, 2, room, "good"],
    ["much work and never a file", null, 21, room, "soon"],
    ["hardly any room", { time: NOW, seq: 9 }, 0, { persistent: true, left: 150e6 }, "bad"],
    [
      "a browser that does not tell its room",
      { time: NOW, seq: 9 },
      0,
      { persistent: false, left: null },
      "good",
    ],
  ] as const)("with %s is told", (_, backup, changes, left, level) => {
    expect(levelOf(backup, changes, left, NOW)).toBe(level);
  });

  it("takes a note it cannot read for none", () => {
    expect(readBackup('{"time":5,"seq":7}')).toEqual({ time: 5, seq: 7 });
    for (const text of [null, "", "{", "3", "null", '{"time":"5","seq":7}', '{"time":5}'])
      expect(readBackup(text)).toBeNull();
  });
});
