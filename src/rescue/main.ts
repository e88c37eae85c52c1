/** Entry of the Rescue page, a build of its own: it has to work where Tierbook itself does not start. */
import { dropBackupBeyond } from "../app/fileNotes.ts";
import { keepNote, keepOpen, keptNotes } from "../app/notes.ts";
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import { loadLanguage, makeTranslate, pickLanguage } from "../i18n/index.ts";
import {
  CATALOGUE_DATABASE,
  databaseOf,
  type KeyValue,
  listFolder,
  listWorkbooks,
  MIRROR_FOLDER,
  openIndexedDb,
  openOpfs,
} from "../storage/index.ts";
import { holdWhile, takeAway } from "../worker/holding.ts";
import { removeWorkbook } from "../worker/removing.ts";
import { type Deeds, newId } from "./act.ts";
import { createPage } from "./page.ts";

const catalogue = (): KeyValue => openIndexedDb(CATALOGUE_DATABASE);

/** The id in a database's name, but not the catalogue's. */
const OF_WORKBOOK = new RegExp(`^${databaseOf(workbookId("(.+)"))}$`);

async function fromDatabases(): Promise<readonly string[]> {
  const databases = (await indexedDB.databases?.()) ?? [];
  return databases.flatMap(({ name = "" }) =>
    name === CATALOGUE_DATABASE ? [] : (OF_WORKBOOK.exec(name)?.[1] ?? []),
  );
}

/** One place that cannot be read must not hide what the others know. */
async function orNone<T>(work: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await work();
  } catch {
    return [];
  }
}

async function workbooks(): Promise<ReadonlyMap<WorkbookId, string | null>> {
  const listed = await listWorkbooks(catalogue()).catch(() => null);
  const found = [...(await orNone(fromDatabases)), ...(await orNone(() => listFolder([MIRROR_FOLDER])))];
  // Where the catalogue cannot be read, any may be in it.
  const unlisted = listed === null ? "" : null;
  const names = (listed ?? []).map(({ id, name }) => [id, name] as const);
  return new Map([...found.map((id) => [workbookId(id), unlisted] as const), ...names]);
}

const deeds: Deeds = {
  notes: keptNotes(),
  workbooks,
  open: (id) => openIndexedDb(databaseOf(id)),
  mirror: (id) => openOpfs([MIRROR_FOLDER, id]),
  catalogue,
  reserve: newId,
  holding: holdWhile,
  discard: (id, still) => removeWorkbook({ catalogue, remove: () => takeAway(id, still) }, id),
  keep: (note) => {
    keepNote(note);
    // What this tab had open before is not what opens next.
    keepOpen(null);
  },
  forgetFileBeyond: dropBackupBeyond,
  now: () => Date.now(),
};

const language = pickLanguage(navigator.languages);
document.documentElement.lang = language;
await loadLanguage(language);
const main = document.querySelector("main");
if (main === null) throw new Error("rescue.html has no <main>");
void createPage(
  main,
  deeds,
  makeTranslate(() => language),
  language,
);
