/** Looking at the workbook as it was: while it lasts, every screen shows the past, and nothing can be written. */
import { type Accessor, batch, type Setter } from "solid-js";
import type { SheetId } from "../core/model/index.ts";
import type { Translate } from "../i18n/index.ts";
import { momentText } from "../i18n/time.ts";
import { refusalText } from "../i18n/wording.ts";
import type { DataWorker, PastState, Restored, Restoring } from "../worker/api.ts";
import type { App } from "./app.ts";
import type { Jumps } from "./jump.ts";
import type { SaveWatch } from "./saving.ts";

interface PastBase {
  readonly worker: DataWorker;
  readonly t: Translate;
  readonly notify: App["notify"];
  readonly saving: SaveWatch;
  readonly past: Accessor<PastState | null>;
  readonly setPast: Setter<PastState | null>;
  readonly locale: () => string;
  readonly sheetId: () => SheetId | null;
  readonly selectSheet: (id: SheetId) => void;
  readonly jumpTo: Jumps["jumpTo"];
  /** Resolves once the rows that are now shown have been asked for. */
  readonly askAgain: () => Promise<void>;
}

const RESTORED = {
  row: "past.rowRestored",
  column: "past.columnRestored",
  all: "past.allRestored",
} as const;

export function makePast(base: PastBase): Pick<App, "lookBack" | "backToToday" | "restore"> {
  const { worker, t, notify } = base;
  const show = async (): Promise<void> => {
    await base.askAgain();
    const sheet = base.sheetId();
    const marked = sheet === null ? null : await worker.firstMarked(sheet);
    if (sheet !== null && marked !== null && sheet === base.sheetId())
      base.jumpTo({ sheet, ...marked, takes: "nothing" });
  };
  const backToToday = async (): Promise<void> => {
    if (base.past() === null) return;
    await worker.backToToday();
    base.setPast(null);
    await base.askAgain();
  };
  const lookBack = async (seq: number): Promise<void> => {
    const looked = await worker.lookBack(seq);
    if (looked.type === "unreadable") notify(t("history.unreadable"), "wrong");
    if (looked.type !== "past") return;
    batch(() => {
      base.setPast(looked.past);
      if (looked.past.sheet !== null) base.selectSheet(looked.past.sheet);
    });
    await show();
  };
  const restore = async (what: Restoring): Promise<Restored> => {
    const from = base.past();
    const result = await base.saving.watch(() => worker.restore(what));
    if (!result.ok) notify(refusalText(t, result.refusal), "wrong");
    else if (!result.changed) notify(t("past.same"));
    else if (from !== null) {
      notify(t(RESTORED[what.what], { moment: momentText(base.locale(), from.time, Date.now()) }));
    }
    if (result.ok && what.what === "all") await backToToday();
    return result;
  };
  return { lookBack, backToToday, restore };
}
