/** The first steps, in their order: what is to be tried, where it is, and how to tell that it was done. */
import type { PlainKey } from "../../i18n/index.ts";
import type { Shell } from "../shell/state.ts";

export interface GuideStep {
  readonly text: PlainKey;
  /** Selector of what it is tried on. */
  readonly at: string;
  readonly done: (shell: Shell) => boolean;
}

export const STEPS: readonly GuideStep[] = [
  {
    text: "guide.edit",
    at: '.ag-row[row-index="0"] .ag-cell[aria-colindex="3"]',
    done: ({ app }) => ["edit", "addRows"].includes(app.live()?.undo?.type ?? ""),
  },
  {
    text: "guide.sort",
    at: '.ag-header-cell[aria-colindex="3"]',
    done: ({ app }) => (app.view()?.sort.length ?? 0) > 0,
  },
  { text: "guide.search", at: ".search", done: ({ app }) => app.search().trim() !== "" },
  { text: "guide.charts", at: "#charts-button", done: (shell) => shell.charts() },
  { text: "guide.file", at: "#file-button", done: (shell) => shell.savingFile() !== false },
];
