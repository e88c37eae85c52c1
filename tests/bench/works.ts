/** What is measured, against what, and how much of it is allowed: the table of the budgets. */

export type Unit = "ms" | "MB" | "KB" | "frames";

/** At most so many times the reference, or at most so much. */
export type Target =
  | { readonly ratio: number }
  /** `worst`: in no run more. Else in half of them. */
  | { readonly most: number; readonly worst?: boolean };

/** Parts of a run that `--only` names. */
export const STEPS = [
  "import",
  "undo",
  "scroll",
  "sort",
  "search",
  "edit",
  "charts",
  "export",
  "reopen",
  "heap",
  "engine",
] as const;
export type Step = (typeof STEPS)[number];

export interface Work {
  readonly id: string;
  readonly step: Step;
  readonly title: string;
  /** Null: only its growth is of interest. */
  readonly reference: string | null;
  readonly unit: Unit;
  readonly target: Target | null;
}

export const SMALL = 10_000;
export const MIDDLE = 100_000;
/** Excel's own limit. */
export const LARGE = 1_048_576;
/** Milliseconds that the interface thread may be held up for. */
export const LONGEST_TASK = 50;

const AG_SORT = "AG Grid, client-side, `Intl.Collator`";
const AG_SEARCH = "AG Grid’s quick filter";

const BROWSER = [
  {
    id: "sort",
    step: "sort",
    title: "sort by three text keys again, click to painted rows",
    reference: AG_SORT,
    unit: "ms",
    target: { ratio: 1 / 20 },
  },
  {
    id: "sort-first",
    step: "sort",
    title: "the same for the first time, its third key never sorted before",
    reference: AG_SORT,
    unit: "ms",
    target: { ratio: 1 / 20 },
  },
  {
    id: "search",
    step: "search",
    title: "search all columns, keystroke to painted rows",
    reference: AG_SEARCH,
    unit: "ms",
    target: { ratio: 1 / 15 },
  },
  {
    id: "search-first",
    step: "search",
    title: "the first keystroke ever, “j”",
    reference: AG_SEARCH,
    unit: "ms",
    target: { ratio: 1 / 15 },
  },
  {
    id: "import",
    step: "import",
    title: "CSV file to rows in the grid, saved",
    reference: "Papa Parse alone, in a worker: rows by their headers, as a grid takes them",
    unit: "ms",
    target: { ratio: 3 },
  },
  {
    id: "import-cells",
    step: "import",
    title: "the same against finding the cells and no more",
    reference: "Papa Parse alone, in a worker: bare lists of cells, each dropped at once",
    unit: "ms",
    target: { ratio: 3 },
  },
  {
    id: "import-bare",
    step: "import",
    title: "the same against its barest form",
    reference: "Papa Parse in a worker, a screen of rows in a new grid, one strict commit of the file",
    unit: "ms",
    target: { ratio: 3 },
  },
  {
    id: "import-memory",
    step: "import",
    title: "memory that an import needs at its peak",
    reference: "the file",
    unit: "MB",
    target: { ratio: 3 },
  },
  {
    id: "export",
    step: "export",
    title: "export all rows to CSV, click to file",
    reference: "`Papa.unparse` of ready objects",
    unit: "ms",
    target: { ratio: 1 },
  },
  {
    id: "reopen",
    step: "reopen",
    title: "open a stored workbook, to painted rows",
    reference: "reading the same bytes from IndexedDB",
    unit: "ms",
    target: { ratio: 2 },
  },
  {
    id: "reopen-bare",
    step: "reopen",
    title: "the same against its barest form",
    reference: "AG Grid’s own page with one screen of rows, and then those bytes",
    unit: "ms",
    target: { ratio: 2 },
  },
  {
    id: "edit",
    step: "edit",
    title: "one cell edit, key to *Saved*",
    reference: "one strict IndexedDB commit of 200 bytes",
    unit: "ms",
    target: { ratio: 3 },
  },
  {
    id: "edit-bare",
    step: "edit",
    title: "the same against its barest form",
    reference: "an input, a worker, that commit, and the word on the page",
    unit: "ms",
    target: { ratio: 3 },
  },
  {
    id: "edit-grid",
    step: "edit",
    title: "the same against a bare grid",
    reference: "AG Grid’s own editor in one screen of rows, a worker, that commit, and the word",
    unit: "ms",
    target: { ratio: 3 },
  },
  {
    id: "undo",
    step: "undo",
    title: "undo an import, key to painted and *Saved*",
    reference: "the import",
    unit: "ms",
    target: { ratio: 0.5 },
  },
  {
    id: "charts",
    step: "charts",
    title: "tier charts redrawn after an edit",
    reference: "an input, a worker that answers at once, and one canvas",
    unit: "frames",
    target: { most: 2 },
  },
  {
    id: "limit",
    step: "charts",
    title: "a limit of the tier rule is dragged: from one picture to the next (30 a second)",
    reference: null,
    unit: "ms",
    target: { most: 33 },
  },
  {
    id: "long-task",
    step: "scroll",
    title: "longest task on the interface thread in all journeys (0: none over 50)",
    reference: null,
    unit: "ms",
    target: { most: LONGEST_TASK, worst: true },
  },
  {
    id: "blank",
    step: "scroll",
    title: "longest time a row stays blank at a steady wheel",
    reference: null,
    unit: "ms",
    target: { most: 100, worst: true },
  },
  {
    id: "scripts-first",
    step: "reopen",
    title: "scripts before the first paint, gzip",
    reference: "AG Grid with all its modules alone",
    unit: "KB",
    target: { most: 330 },
  },
  {
    id: "scripts",
    step: "reopen",
    title: "scripts before the first painted rows, gzip",
    reference: "AG Grid with all its modules alone",
    unit: "KB",
    target: { most: 330 },
  },
  {
    id: "heap-worker",
    step: "heap",
    title: "heap of the data worker, backing stores included",
    reference: "the columns themselves",
    unit: "MB",
    target: { ratio: 2 },
  },
] as const satisfies readonly Work[];

const ENGINE = [
  {
    id: "engine-sort",
    step: "engine",
    title: "engine: sort by three text keys",
    reference: "radix over ready ranks in bare typed arrays",
    unit: "ms",
    target: { ratio: 1.5 },
  },
  {
    id: "engine-sort-first",
    step: "engine",
    title: "engine: the same with no ranks yet",
    reference: "`Array.sort` of the distinct texts with `Intl.Collator`",
    unit: "ms",
    target: null,
  },
  {
    id: "engine-search",
    step: "engine",
    title: "engine: search all columns",
    reference: "`includes` over one ready text a row",
    unit: "ms",
    target: null,
  },
  {
    id: "engine-filter",
    step: "engine",
    title: "engine: filter by a list of choices and a sum of money",
    reference: "one loop over bare typed arrays",
    unit: "ms",
    target: null,
  },
  {
    id: "engine-edit",
    step: "engine",
    title: "engine: edit a sort key and ask again",
    reference: "the whole sort, ours",
    unit: "ms",
    target: null,
  },
  {
    id: "engine-insert",
    step: "engine",
    title: "engine: insert 1,000 rows in the middle",
    reference: "moving a bare order of the same length",
    unit: "ms",
    target: null,
  },
  {
    id: "engine-delete",
    step: "engine",
    title: "engine: delete 1,000 scattered rows",
    reference: "copying a bare order without them",
    unit: "ms",
    target: null,
  },
  {
    id: "engine-heap",
    step: "engine",
    title: "engine: heap in Node after an import, a sort and a search",
    reference: "the columns themselves",
    unit: "MB",
    target: { ratio: 2 },
  },
] as const satisfies readonly Work[];

export const WORKS: readonly Work[] = [...BROWSER, ...ENGINE];
export type WorkId = (typeof BROWSER)[number]["id"] | (typeof ENGINE)[number]["id"];

/** What the larger table may cost of what the smaller does, in all or a row. */
export interface GrowthTarget {
  readonly work: WorkId;
  readonly from: number;
  readonly to: number;
  readonly per: "table" | "row";
  readonly most: number;
}

export const GROWTH: readonly GrowthTarget[] = [
  { work: "sort", from: MIDDLE, to: LARGE, per: "table", most: 12 },
  { work: "search", from: MIDDLE, to: LARGE, per: "table", most: 12 },
  { work: "import", from: MIDDLE, to: LARGE, per: "row", most: 1.3 },
  // "Equal", with room for the noise of a disk.
  { work: "edit", from: SMALL, to: LARGE, per: "table", most: 1.2 },
];

/** Whether `only`, a step or one of its works, asks for this step; undefined asks for all. */
export function wanted(step: Step, only: string | undefined): boolean {
  return only === undefined || only === step || WORKS.some((work) => work.id === only && work.step === step);
}

/** Throws on a name that is neither. */
export function checkOnly(only: string | undefined): void {
  if (STEPS.some((step) => wanted(step, only))) return;
  const names = [...STEPS, ...WORKS.map((work) => work.id)].join(", ");
  throw new Error(`There is nothing called "${only}" to measure; there are ${names}.`);
}
