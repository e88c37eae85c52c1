/** One import from file to rows: which file, what the person decided about it, what the worker says of it. */
import { batch, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { App } from "../../app/app.ts";
import type { AlikeLines, CsvPreview, ImportHints, ImportOutcome, ImportTarget } from "../../worker/api.ts";

export type Stage =
  | { readonly stage: "choose" }
  | { readonly stage: "reading"; readonly last: CsvPreview | null }
  | { readonly stage: "preview"; readonly preview: CsvPreview }
  /** `stopping`: the person thought better of it. */
  | { readonly stage: "writing"; readonly last: CsvPreview; readonly stopping: boolean }
  /** Something unforeseen; nothing was written. */
  | { readonly stage: "failed" };

/** Milliseconds after which someone reads the preview; who only confirms it waits for no more than that takes. */
const LOOKED_MS = 400;

const NONE_ALIKE: AlikeLines = { lines: [], spare: [] };

export type Decisions = Omit<ImportHints, "columnWord">;

/** With a further decision. Read otherwise, the file has other columns; decided anew, nothing counts but how it is read. */
function decided(before: Decisions, part: Decisions): Decisions {
  const { mapping: _mapping, key: _key, mended: _mended, returned: _returned, ...rest } = before;
  if (part.anew === true) {
    const { action: _action, blanks: _blanks, ...reading } = rest;
    return { ...reading, ...part };
  }
  if ("header" in part || "headerLine" in part) {
    const { headerLine: _line, header: _header, ...kept } = rest;
    return { ...kept, ...part };
  }
  if (!("encoding" in part || "delimiter" in part || "quote" in part || "sheetName" in part))
    return { ...before, ...part };
  const { headerLine: _line, keep: _keep, leave: _leave, ...reading } = rest;
  return { ...reading, ...part };
}

function targetOf(app: App): ImportTarget {
  const sheet = app.sheet();
  return sheet === null
    ? { type: "newWorkbook", setup: app.newWorkbook() }
    : { type: "sheet", sheet: sheet.id };
}

export function createImport(app: App, offered: () => File | null) {
  const [file, setFile] = createSignal<File | null>(null);
  const [decisions, setDecisions] = createSignal<Decisions>({});
  const [stage, setStage] = createSignal<Stage>({ stage: "choose" });
  const [alike, setAlike] = createSignal(NONE_ALIKE);
  // The target must not change under the person's eyes, and the new workbook is there before the import returns.
  const target = targetOf(app);
  let asked = 0;
  let writing = false;
  /** Too late to think better of it. */
  let kept = false;

  const preview = async (): Promise<void> => {
    const chosen = file();
    if (chosen === null) return;
    asked += 1;
    const mine = asked;
    setStage((now) => ({ stage: "reading", last: now.stage === "preview" ? now.preview : null }));
    try {
      const hints: ImportHints = {
        ...decisions(),
        columnWord: app.t("import.columnWord"),
        language: app.language(),
      };
      const found = await app.worker.previewCsv(chosen, target, hints);
      if (mine !== asked || found.type === "cancelled") return;
      batch(() => {
        setAlike(NONE_ALIKE);
        setStage({ stage: "preview", preview: found });
      });
      if (found.type === "ready" && found.counts.added > 0) setTimeout(() => void tellAlike(mine), LOOKED_MS);
    } catch {
      if (mine === asked) setStage({ stage: "failed" });
    }
  };
  /** Only a warning: where it cannot be had, the preview stands. */
  const tellAlike = async (mine: number): Promise<void> => {
    if (mine !== asked || stage().stage !== "preview") return;
    const found = await app.worker.alikeInFile().catch(() => null);
    if (mine === asked && found !== null) setAlike(found);
  };
  const choose = (next: File | null): void => {
    // The worker would give up what it writes for it.
    if (next === null || writing) return;
    setFile(next);
    setDecisions({});
    void preview();
  };
  const decide = (part: Decisions): void => {
    setDecisions((before) => decided(before, part));
    void preview();
  };
  const stopping = (): boolean => {
    const now = stage();
    return now.stage === "writing" && now.stopping;
  };
  const cancelWriting = (): void => {
    const now = stage();
    if (now.stage !== "writing" || kept) return;
    setStage({ ...now, stopping: true });
    void app.worker.cancelCsv();
  };
  /** `onKept` hears that the rows are there. Resolves when they are on disk too; null: it was none, or it failed. */
  const write = async (onKept: () => void): Promise<ImportOutcome | null> => {
    const now = stage();
    if (now.stage !== "preview") return null;
    writing = true;
    setStage({ stage: "writing", last: now.preview, stopping: false });
    try {
      return await app.worker.importCsv(() => {
        kept = !stopping();
        if (kept) onKept();
        return kept;
      });
    } catch {
      setStage({ stage: "failed" });
      if (kept) app.notify(app.t("notice.unexpected"), "wrong");
      return null;
    } finally {
      writing = false;
      kept = false;
    }
  };

  createEffect(on(offered, choose));
  onCleanup(() => {
    asked += 1;
    if (!writing) void app.worker.cancelCsv();
  });
  return {
    file,
    decisions,
    stage,
    alike,
    choose,
    decide,
    write,
    stopping,
    cancelWriting,
  };
}
