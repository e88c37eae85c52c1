/** The peers' page: the same file in AG Grid and in Papa Parse, driven and timed like the app. */
import type { GridApi } from "ag-grid-community";
import Papa from "papaparse";
import { followCell } from "./cell.ts";
import { commit, openFloor, timeCommits } from "./commits.ts";
import type { CsvTask, CsvTime } from "./csv.worker.ts";
import { type PeerRow, showGrid } from "./grid.ts";
import { followRedraws } from "./redraw.ts";
import { showScreen } from "./screen.ts";

export interface Peers {
  readonly csv: (what: CsvTask["what"]) => Promise<CsvTime>;
  /** Milliseconds of the barest import: the file parsed, a screen of rows in a new grid, and the file's bytes committed. */
  readonly bring: () => Promise<number>;
  readonly commits: (count: number) => Promise<readonly number[]>;
  /** Shows the file's rows sorted by these columns. Resolves to how many there are. */
  readonly show: (sorted: readonly string[]) => Promise<number>;
}

declare global {
  interface Window {
    readonly peers: Peers;
  }
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no #${id}`);
  return found;
}

function chosen(): File {
  const [file] = element("file", HTMLInputElement).files ?? [];
  if (file === undefined) throw new Error("no file was chosen");
  return file;
}

function csv(what: CsvTask["what"]): Promise<CsvTime> {
  const worker = new Worker(new URL("./csv.worker.ts", import.meta.url), { type: "module" });
  const task: CsvTask = { what, file: chosen() };
  return new Promise<CsvTime>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CsvTime>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function bring(): Promise<number> {
  const database = await openFloor("file");
  const start = performance.now();
  await csv("cells");
  const grid = element("grid", HTMLElement);
  showScreen(grid);
  await painted();
  await commit(database, 0, new Uint8Array(await chosen().arrayBuffer()));
  const milliseconds = performance.now() - start;
  database.close();
  grid.replaceChildren();
  return milliseconds;
}

/** What the grid shows and for which search, for the probe to see. */
function follow(api: GridApi<PeerRow>): void {
  const search = element("search", HTMLInputElement);
  const shown = element("shown", HTMLOutputElement);
  search.addEventListener("input", () => {
    api.setGridOption("quickFilterText", search.value);
    shown.value = `${search.value}: ${api.getDisplayedRowCount()}`;
  });
}

async function show(sorted: readonly string[]): Promise<number> {
  const { data, meta } = Papa.parse<PeerRow>(await chosen().text(), { header: true, skipEmptyLines: true });
  const api = showGrid(element("grid", HTMLElement), meta.fields ?? [], sorted, data);
  follow(api);
  return api.getDisplayedRowCount();
}

followCell(element("cell", HTMLInputElement), element("saved", HTMLOutputElement));
followRedraws(element("amount", HTMLInputElement), element("picture", HTMLCanvasElement));
Object.defineProperty(window, "peers", { value: { csv, bring, commits: timeCommits, show } satisfies Peers });
