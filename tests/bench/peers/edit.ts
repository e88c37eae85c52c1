/**
 * The floor under *Saved* in a grid: AG Grid's own editor in one screen of ready rows, and behind its Enter what `cell.ts` does. Any page
 * with a grid closes an editor, shows the text in its cell and moves the cursor before it can say anything.
 */
import { ModuleRegistry, TextEditorModule } from "ag-grid-community";
import { showScreen } from "./screen.ts";

ModuleRegistry.registerModules([TextEditorModule]);

const saved = document.getElementById("saved");
const grid = document.getElementById("grid");
if (!(saved instanceof HTMLOutputElement) || grid === null) throw new Error("the page has no grid");
const worker = new Worker(new URL("./cell.worker.ts", import.meta.url), { type: "module", name: "grid" });
let count = 0;

worker.addEventListener("message", ({ data }: MessageEvent<number>) => {
  saved.value = `${data} saved`;
});
const api = showScreen(grid);
api.updateGridOptions({
  defaultColDef: { editable: true },
  enterNavigatesVerticallyAfterEdit: true,
  onCellValueChanged: () => {
    count += 1;
    saved.value = "saving";
    worker.postMessage(count);
  },
});
