/**
 * Backups in a folder. B1: after each backup the folder holds the three newest of the newest day, the newest of each of the
 * seven newest days and five newest weeks that have any, whatever the clock did, and every file that is not ours.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { workbookId } from "../../src/core/model/index.ts";
import { backupName, superseded } from "../../src/storage/backups/thin.ts";
import { check } from "../support/property.ts";

const OURS = workbookId("0123abcd-4567-89ef-0123-456789abcdef");
const OTHER = workbookId("ffffabcd-4567-89ef-0123-456789abcdef");
const FIRST = Date.UTC(2024, 0, 1);
const YEARS = 3 * 366 * 86_400;

const time = fc.integer({ min: 0, max: YEARS }).map((seconds) => new Date(FIRST + seconds * 1000));
const near = fc.integer({ min: 0, max: 12 * 86_400 }).map((seconds) => new Date(FIRST + seconds * 1000));
const times = fc.uniqueArray(fc.oneof(time, near), { minLength: 1, maxLength: 60, selector: Number });
const strangers = ["Rechnung 2024.pdf", "notes.tierbook", backupName("Kunden", OTHER, new Date(FIRST))];

/** The rule in other words: by local calendar, without sorting names. */
function kept(all: readonly Date[]): Set<number> {
  const day = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  const monday = (date: Date): number => day(date) - ((date.getDay() + 6) % 7) * 86_400_000;
  const newest = Math.max(...all.map(Number));
  const result = new Set<number>();
  const today = all.filter((each) => day(each) === day(new Date(newest)));
  for (const each of today) if (today.filter((other) => +other > +each).length < 3) result.add(+each);
  for (const [of, count] of [
    [day, 7],
    [monday, 5],
  ] as const) {
    for (const each of all) {
      if (all.some((other) => of(other) === of(each) && +other > +each)) continue;
      const later = new Set(all.map(of).filter((group) => group > of(each)));
      if (later.size < count) result.add(+each);
    }
  }
  return result;
}

test("B1: what is removed is what neither a day, a week nor today needs", () => {
  check(
    fc.property(times, (all) => {
      const nameOf = (date: Date): string => backupName("Kunden: A/B", OURS, date);
      const gone = new Set(superseded([...strangers, ...all.map(nameOf)], OURS));
      const stay = kept(all);
      for (const date of all) expect(gone.has(nameOf(date)), nameOf(date)).toBe(!stay.has(+date));
      for (const name of strangers) expect(gone.has(name)).toBe(false);
    }),
  );
});

test("B1: a backup a day for a year leaves 3 to 15 files at any time, and the newest always", () => {
  let folder: string[] = [];
  for (let hour = 0; hour < 365 * 24; hour += 7) {
    const name = backupName("客户", OURS, new Date(FIRST + hour * 3_600_000));
    folder.push(name);
    const gone = new Set(superseded(folder, OURS));
    expect(gone.has(name)).toBe(false);
    folder = folder.filter((each) => !gone.has(each));
    expect(folder.length).toBeLessThanOrEqual(15);
  }
  expect(folder.length).toBeGreaterThanOrEqual(9);
});

test("B1 and its twin: a clock set to 2099 for one backup lets no other go that the same count would have kept", () => {
  const daily = Array.from({ length: 6 }, (_, day) =>
    backupName("Kunden", OURS, new Date(FIRST + day * 86_400_000 + 43_200_000)),
  );
  expect(superseded([...daily, backupName("Kunden", OURS, new Date(2099, 5, 1))], OURS)).toEqual([]);
  // By the calendar, as the twin counts, all six are older than a month.
  const older = daily.filter((name) => Date.parse(name.split(" ")[1] ?? "") < Date.UTC(2099, 4, 1));
  expect(older).toHaveLength(6);
});

test("a name is one that every system takes, and that finds its workbook again after it was renamed", () => {
  check(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), time, (workbook, date) => {
      const name = backupName(workbook, OURS, date);
      expect(name).toMatch(/^[^\p{C}<>:"/\\|?* .][^\p{C}<>:"/\\|?*]*\.tierbook$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      const newer = [1, 2, 3, 4].map((minute) =>
        backupName(
          "Renamed",
          OURS,
          new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 0, minute),
        ),
      );
      const lonely = superseded([name, ...newer], OURS);
      expect(lonely).not.toContain(newer[3]);
      expect(lonely).toEqual([newer[0]]);
    }),
  );
});
