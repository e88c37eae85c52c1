/** News of the worker becomes signals, one batch each, so that screens see a change as a whole. */
import { type Accessor, batch } from "solid-js";
import type { SheetId } from "../core/model/index.ts";
import type { Translate } from "../i18n/index.ts";
import { notKeptText } from "../i18n/wording.ts";
import type {
  DataWorker,
  Extent,
  Glance,
  Listener,
  Refusal,
  SaveReport,
  Touched,
  WorkbookState,
  WorkerEvent,
} from "../worker/api.ts";
import type { App, Phase, Progress } from "./app.ts";
import { keepNote } from "./notes.ts";
import { lossOf } from "./notice.ts";
import type { ShownWorkbook } from "./workbook.ts";

/** What hears of it. */
export interface Audience {
  readonly t: Translate;
  readonly shown: Pick<ShownWorkbook, "sheetId" | "setLive" | "past" | "setPast">;
  readonly phase: Accessor<Phase>;
  readonly setPhase: (phase: Phase) => void;
  readonly setProgress: (progress: Progress) => void;
  readonly onSave: (report: SaveReport) => void;
  /** Shows the first rows; resolves when they are painted. */
  readonly onGlance: (glance: Glance) => Promise<void>;
  /** There is first something to keep. */
  readonly onBegun: () => void;
  readonly notify: App["notify"];
  /** Behind what is said already. */
  readonly add: (text: string) => void;
  readonly askAgain: () => Promise<void>;
  readonly bump: (extent: Extent) => void;
}

function makeWorkbookNews({ shown, phase, setPhase, onGlance, onBegun, askAgain, bump }: Audience) {
  const { sheetId, setLive, past, setPast } = shown;
  const follow = (before: SheetId | null, sheets: readonly Touched[]): void => {
    const touched = sheets.find((each) => each.sheet === sheetId());
    // A sheet that has just come to the front is asked for by an effect of its own.
    if (touched === undefined || sheetId() !== before) return;
    if (touched.extent === "order") void askAgain();
    else bump(touched.extent);
  };
  return {
    glanced: (glance: Glance): Promise<void> => {
      const painted = onGlance(glance);
      const { workbook, seq, undo, redo } = glance;
      setLive({ workbook, seq, undo, redo });
      setPhase({ phase: "open", damage: [] });
      return painted;
    },
    changed: (state: WorkbookState, sheets: readonly Touched[]): void => {
      const before = sheetId();
      setLive(state);
      if (phase().phase !== "open") {
        if (phase().phase === "none") onBegun();
        setPhase({ phase: "open", damage: [] });
      }
      if (past() === null) follow(before, sheets);
    },
    lookedBack: ({ past: then, sheets }: Extract<WorkerEvent, { type: "past" }>): void => {
      const before = sheetId();
      setPast(then);
      follow(before, sheets);
    },
  };
}

export function makeListener(audience: Audience): Listener {
  const { t, notify, add } = audience;
  const { glanced, changed, lookedBack } = makeWorkbookNews(audience);
  const dropped = (refusal: Refusal, typed: string | undefined): void =>
    notify(t("notice.notKept", { why: notKeptText(t, refusal, typed) }), lossOf(typed));
  let shared = false;
  const tellShared = (): void => {
    if (!shared) add(t("notice.shared"));
    shared = true;
  };
  return (event) =>
    batch(() => {
      switch (event.type) {
        case "glance":
          return glanced(event.glance);
        case "changed":
          return changed(event.state, event.sheets);
        case "past":
          return lookedBack(event);
        case "save":
          return audience.onSave(event);
        case "progress":
          return audience.setProgress({ done: event.done, total: event.total });
        case "dropped":
          return dropped(event.refusal, event.typed);
        case "missed":
          return notify(t("notice.missed", { cells: event.cells }), "lost");
        case "damage":
          return audience.setPhase({ phase: "open", damage: event.damage });
        case "deleted":
          return notify(t("workbooks.deletedElsewhere"), "wrong");
        case "shared":
          return tellShared();
        case "outdated":
          return audience.setPhase({ phase: "outdated" });
        case "hanKnown":
          return void audience.askAgain();
        case "note":
          return keepNote(event.note);
      }
    });
}

/** A tab that slept may have missed what others told. */
export function followOnReturn(worker: DataWorker): void {
  const look = (): void => {
    if (document.visibilityState === "visible") void worker.follow();
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
}
