/** From the first question to the worker until a workbook is open, or it is known why not. */

import type { Translate } from "../i18n/index.ts";
import { openFailureText } from "../i18n/wording.ts";
import type { DataWorker, Listener, StartResult } from "../worker/api.ts";
import type { Phase } from "./app.ts";
import { beginning } from "./notes.ts";

function phaseOf(t: Translate, result: StartResult): Phase {
  switch (result.type) {
    case "none":
      return { phase: "none" };
    case "open":
      return { phase: "open", damage: result.damage.filter((each) => !each.healed) };
    case "damaged":
      return { phase: "damaged", damage: result.damage };
    case "setBack":
      return { phase: "setBack", witness: result.witness, found: result.found };
    case "tooNew":
      return { phase: "tooNew", past: result.past };
    case "failed":
      return { phase: "failed", reason: openFailureText(t, result.failure) };
  }
}

/** `show` is called with every phase on the way, and with the state once the workbook is open. */
export async function openWorkbook(
  worker: DataWorker,
  t: Translate,
  listener: Listener,
  show: (phase: Phase, result: StartResult | null) => void,
): Promise<void> {
  // Locks between tabs, checksums and the copy beside the database are for secure pages only.
  if (globalThis.isSecureContext === false) {
    show({ phase: "failed", reason: t("open.insecure") }, null);
    return;
  }
  try {
    const result = await worker.start(listener, beginning());
    show(phaseOf(t, result), result);
  } catch (error) {
    show({ phase: "failed", reason: t("open.unknown", { message: String(error) }) }, null);
  }
}
