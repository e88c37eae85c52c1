/**
 * Names of backups in a folder, and which of them may go. The rule is restic's (`forget --keep-last 3 --keep-daily 7
 * --keep-weekly 5`): it counts days on which there were backups, not days of the calendar, so neither a holiday nor a clock
 * that is wrong lets all old ones go at once.
 */
import type { WorkbookId } from "../../core/model/index.ts";

const LAST = 3;
const DAYS = 7;
const WEEKS = 5;
const DAY = 86_400_000;
/** Of four bytes each at most, where 255 are allowed in all. */
const NAME_LENGTH = 50;
/** What Windows, macOS or Linux do not take in a name, and what is not seen in one. */
const REFUSED = /[\p{C}<>:"/\\|?*]/gu;
const ID_LENGTH = 8;

const two = (value: number): string => String(value).padStart(2, "0");
const mark = (id: WorkbookId): string => id.replaceAll("-", "").slice(0, ID_LENGTH);

/** Sorts by time; the mark of the workbook tells two of the same name apart, and stays when it is renamed. */
export function backupName(workbook: string, id: WorkbookId, time: Date): string {
  const plain = Array.from(
    workbook
      .replace(REFUSED, " ")
      .replace(/\s+/g, " ")
      .replace(/^[ .]+/, ""),
  );
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const clock = `${two(time.getHours())}.${two(time.getMinutes())}.${two(time.getSeconds())}`;
  const name = plain.slice(0, NAME_LENGTH).join("").trim();
  return `${name === "" ? "Tierbook" : name} ${day} ${clock} ${mark(id)}.tierbook`;
}

interface Dated {
  readonly name: string;
  /** Sorts as time does. */
  readonly moment: string;
  readonly day: string;
  readonly week: number;
}

const PATTERN = /^.+ (\d{4}-\d{2}-\d{2}) (\d{2}\.\d{2}\.\d{2}) (\w{1,8})\.tierbook$/su;

/** Null: not a backup of this workbook. */
function dated(name: string, id: WorkbookId): Dated | null {
  const [, day, clock, owner] = PATTERN.exec(name) ?? [];
  if (day === undefined || clock === undefined || owner !== mark(id)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  // Weeks begin on Monday; 1970 began on a Thursday.
  return Number.isNaN(time)
    ? null
    : { name, moment: day + clock, day, week: Math.floor((time / DAY + 3) / 7) };
}

/** The newest of each of the newest `count` groups. */
function newestOfEach<T>(newestFirst: readonly Dated[], group: (each: Dated) => T, count: number): Dated[] {
  const found = new Map<T, Dated>();
  for (const each of newestFirst) {
    if (found.size === count) break;
    if (!found.has(group(each))) found.set(group(each), each);
  }
  return [...found.values()];
}

/** Those of `names` that are backups of this workbook and of no more use; all other files stay. */
export function superseded(names: readonly string[], id: WorkbookId): readonly string[] {
  const newestFirst = names
    .map((name) => dated(name, id))
    .filter((each) => each !== null)
    .sort((a, b) => (a.moment < b.moment ? 1 : a.moment > b.moment ? -1 : 0));
  const [newest] = newestFirst;
  const kept = new Set([
    ...newestFirst.filter(({ day }) => day === newest?.day).slice(0, LAST),
    ...newestOfEach(newestFirst, ({ day }) => day, DAYS),
    ...newestOfEach(newestFirst, ({ week }) => week, WEEKS),
  ]);
  return newestFirst.filter((each) => !kept.has(each)).map(({ name }) => name);
}
