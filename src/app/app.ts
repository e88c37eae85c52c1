/** State of the interface: what every screen reads and the few verbs it has. No markup; no rows but the grid's window. */
import type { Accessor } from "solid-js";
import type { Atom, Field, Sheet, SheetId, View, ViewId } from "../core/model/index.ts";
import type { LocaleFormat } from "../fields/locale.ts";
import type { Language, Translate } from "../i18n/index.ts";
import type {
  Command,
  CreateSource,
  Damage,
  DataWorker,
  Dispatched,
  Extent,
  NewWorkbook,
  PastState,
  Picked,
  PickedPlace,
  Restored,
  Restoring,
  SaveState,
  Standpoint,
  Totals,
  ViewPart,
  WindowRow,
  Witness,
  WorkbookState,
} from "../worker/api.ts";
import type { Backups } from "./backups.ts";
import type { Device } from "./device.ts";
import type { Jump, Jumps } from "./jump.ts";
import type { Counts } from "./query.ts";
import type { Safety } from "./safety.ts";
import type { Beside } from "./selecting.ts";
import type { Standing } from "./standing.ts";

export type Phase =
  | { readonly phase: "opening" }
  /** No workbook yet: the start screen. */
  | { readonly phase: "none" }
  | { readonly phase: "open"; readonly damage: readonly Damage[] }
  | { readonly phase: "damaged"; readonly damage: readonly Damage[] }
  /** Less is there than was saved: `found` is what is left. */
  | { readonly phase: "setBack"; readonly witness: Witness | null; readonly found: Standpoint | null }
  /** `past`: what this version can read of it. */
  | { readonly phase: "tooNew"; readonly past: PastState | null }
  /** A newer version has taken over in another tab while this one was open. */
  | { readonly phase: "outdated" }
  | { readonly phase: "failed"; readonly reason: string };

export interface Progress {
  readonly done: number;
  readonly total: number | null;
}

/** Text for a live region; `id` grows so that the same words are announced twice. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  /** "lost" stays until it is dismissed. */
  readonly tone: "plain" | "wrong" | "lost";
  /** One thing to do about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface App {
  readonly worker: DataWorker;
  readonly safety: Safety;
  readonly backups: Backups;
  readonly standing: Standing;
  readonly phase: Accessor<Phase>;
  /** What is chosen for this device, whatever workbook is open. */
  readonly device: Device;
  readonly t: Translate;
  readonly language: Accessor<Language>;
  readonly locale: Accessor<LocaleFormat>;
  /** Of what is shown, the present or the past. Null outside the phase "open". */
  readonly state: Accessor<WorkbookState | null>;
  /** Of the present, whatever is shown. */
  readonly live: Accessor<WorkbookState | null>;
  /** What is looked at in place of the present, or null. */
  readonly past: Accessor<PastState | null>;
  /** Shows the workbook as it was right after a step, until `backToToday`. */
  readonly lookBack: (seq: number) => Promise<void>;
  readonly backToToday: () => Promise<void>;
  /** Shows, for good, what this version can read of a workbook that a newer one has written to. */
  readonly lookAtOlder: (past: PastState) => void;
  /** Whether there is a present that what is looked at can be brought back to. */
  readonly restorable: Accessor<boolean>;
  /** Brings something back from the past that is shown; what came of it is announced. */
  readonly restore: (what: Restoring) => Promise<Restored>;
  /** What the grid shall bring into sight; a new object for every wish. */
  readonly jump: Accessor<Jump | null>;
  readonly showRow: Jumps["showRow"];
  readonly jumpTo: Jumps["jumpTo"];
  readonly sheet: Accessor<Sheet | null>;
  /** The sheet's view that is shown, in the form it has now. */
  readonly view: Accessor<View | null>;
  /** Shows the sheet in another of its views; of one that is gone, in its first. */
  readonly chooseView: (id: ViewId) => void;
  readonly selectSheet: (id: SheetId) => void;
  readonly search: Accessor<string>;
  readonly setSearch: (text: string) => void;
  /** Of the last query that came back; null before the first. */
  readonly counts: Accessor<Counts | null>;
  /** How many rows were asked to be added by now; `counts` says how many of them it counts in. */
  readonly rowsSent: () => number;
  /** How often rows have been asked for by now. */
  readonly asked: () => number;
  /** Whether the rows that are asked for take long to find and to put in order. */
  readonly late: Accessor<boolean>;
  /** Grows whenever rows the grid shows may be out of date, by as much as `extent` says. */
  readonly refresh: Accessor<{ readonly version: number; readonly extent: Extent }>;
  /** Sends rows that were changed, and kept their places, where they belong. */
  readonly settle: () => void;
  /** Rows of the active sheet's last query. */
  readonly rows: (start: number, end: number) => Promise<readonly WindowRow[]>;
  /** Folds a group of the view away or opens it; null: all of them. */
  readonly fold: (path: readonly Atom[] | null, folded: boolean) => Promise<void>;
  /** What is selected in the grid; null before anything is. */
  readonly picked: Accessor<Picked | null>;
  /** Where the grid's cursor is; null before it is anywhere. */
  readonly at: Accessor<PickedPlace | null>;
  /** Tells what is selected in the grid, and where its cursor is. */
  readonly pick: (picked: Picked | null, at: PickedPlace | null) => void;
  /** The row that is edited beside the grid, which keeps its place there meanwhile. */
  readonly beside: Accessor<Beside | null>;
  readonly editBeside: (row: Beside | null) => void;
  /** Of the selected cells, where they are several. */
  readonly totals: Accessor<Totals | null>;
  /** "saved" only while everything sent to the worker is durable. */
  readonly save: Accessor<SaveState>;
  readonly progress: Accessor<Progress | null>;
  readonly notice: Accessor<Notice | null>;
  readonly notify: (text: string, tone?: Notice["tone"], action?: Notice["action"]) => void;
  readonly dismissNotice: () => void;
  /** What was done, for those who cannot see the cells change. A new object each time, also for the same words. */
  readonly announced: Accessor<Pick<Notice, "text"> | null>;
  /** What a workbook made now would be called and start with. */
  readonly newWorkbook: () => NewWorkbook;
  readonly create: (source: CreateSource) => Promise<void>;
  /** Turn back or repeat, and show the sheet it happened on. Nothing happens when there is nothing to. */
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Work that sends a command once another was answered: what is undone meanwhile comes after it. */
  readonly following: <T>(work: () => Promise<T>) => Promise<T>;
  /** Sends a command; a refusal is worded and announced here, and returned. */
  readonly dispatch: (command: Command) => Promise<Dispatched>;
  /** Replaces the active view: the one way sort, filter and columns change. */
  readonly setView: (what: ViewPart, view: View) => Promise<Dispatched>;
  readonly fieldOf: (id: string) => Field | undefined;
}
