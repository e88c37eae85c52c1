/** How a workbook stands: by the age of its last file, if something has changed since, by room and by its folder. */
import { describe, expect, it } from "vitest";
import { readBackup } from "../../../src/app/fileNotes.ts";
import { type Facts, type Level, levelOf, type Remedy, remedyOf } from "../../../src/app/standing.ts";

const DAY = 86_400_000;
const NOW = 100 * DAY;
const room = { persistent: true, left: 5e9 };
const today = { time: NOW - DAY / 2, seq: 9 };

const SAFE: Facts = { backup: today, changes: 0, room, refused: false, folder: "chosen", failure: null };

describe("the safety of a workbook", () => {
  it.each<[string, Partial<Facts>, Level]>([
    ["nothing has changed since", { backup: { time: 0, seq: 9 } }, "good"],
    ["changes of today", { changes: 4 }, "good"],
    ["changes, and a file of yesterday", { backup: { time: NOW - DAY, seq: 9 }, changes: 1 }, "soon"],
    ["changes, and a file of last week", { backup: { time: NOW - 7 * DAY, seq: 9 }, changes: 1 }, "bad"],
    ["a workbook just begun", { backup: null, changes: 2 }, "good"],
    ["much work and never a file", { backup: null, changes: 21 }, "soon"],
    ["long work and never a file", { backup: null, changes: 201 }, "bad"],
    ["hardly any room", { room: { persistent: true, left: 150e6 } }, "bad"],
    ["a browser that does not tell its room", { room: { persistent: true, left: null } }, "good"],
    ["changes that the browser may clear", { changes: 1, room: { persistent: false, left: 5e9 } }, "soon"],
    ["a file of all that the browser may clear", { room: { persistent: false, left: 5e9 } }, "good"],
    ["a folder that must be allowed again", { folder: "asking" }, "soon"],
    ["changes that wait for a folder to be allowed", { folder: "asking", changes: 1 }, "soon"],
    ["a folder that is gone, and nothing to go there", { failure: "missing" }, "soon"],
    ["changes that found no folder", { failure: "missing", changes: 1 }, "bad"],
    ["a folder that could not be chosen", { folder: "none", failure: "failed" }, "good"],
  ])("with %s is told", (_, facts, level) => {
    expect(levelOf({ ...SAFE, ...facts }, NOW)).toBe(level);
  });

  it.each<[string, Partial<Facts>, Remedy]>([
    ["nothing", {}, "file"],
    ["a file of what has changed", { changes: 1 }, "file"],
    ["room", { room: { persistent: false, left: 150e6 }, folder: "asking" }, "file"],
    ["leave to write into the folder", { folder: "asking", changes: 1 }, "allow"],
    ["the folder", { failure: "missing" }, "other"],
    ["room in the folder", { failure: "full" }, "other"],
    ["a folder that keeps what it is given", { failure: "unverified" }, "other"],
    ["a backup that failed for once", { failure: "failed" }, "backUp"],
    ["the browser’s promise", { room: { persistent: false, left: 5e9 } }, "persist"],
    [
      "a folder, the promise being refused",
      { room: { persistent: false, left: 5e9 }, refused: true, folder: "none" },
      "choose",
    ],
    ["a folder", { folder: "none" }, "choose"],
    ["a folder that the browser cannot have", { folder: "unsupported" }, "file"],
  ])("where %s is missing is mended by that", (_, facts, remedy) => {
    expect(remedyOf({ ...SAFE, ...facts })).toBe(remedy);
  });

  it("takes a note it cannot read for none", () => {
    expect(readBackup('{"time":5,"seq":7}')).toEqual({ time: 5, seq: 7 });
    for (const text of [null, "", "{", "3", "null", '{"time":"5","seq":7}', '{"time":5}'])
      expect(readBackup(text)).toBeNull();
  });
});
