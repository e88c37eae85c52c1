/** Which workbooks this browser holds, and which of them was open last. A small database of its own, strict too. */
import * as v from "valibot";
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import type { KeyValue } from "./keyvalue.ts";

export const CATALOGUE_DATABASE = "tierbook-catalogue";

export interface CatalogueEntry {
  readonly id: WorkbookId;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly opened: number;
}

const PREFIX = "w/";

const entrySchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  opened: v.number(),
});

export const databaseOf = (id: WorkbookId): string => `tierbook-${id}`;

/** The last opened first. An entry that cannot be read is passed over: the workbook itself is not in it. */
export async function listWorkbooks(catalogue: KeyValue): Promise<readonly CatalogueEntry[]> {
  const keys = await catalogue.keys(PREFIX);
  const entries: CatalogueEntry[] = [];
  for (const bytes of await catalogue.getMany(keys)) {
    try {
      const read = v.safeParse(entrySchema, JSON.parse(new TextDecoder().decode(bytes)));
      if (read.success) entries.push({ ...read.output, id: workbookId(read.output.id) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return entries.sort((a, b) => b.opened - a.opened);
}

/** Adds the workbook or renews its entry. */
export async function rememberWorkbook(catalogue: KeyValue, entry: CatalogueEntry): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(entry));
  await catalogue.putMany([{ key: `${PREFIX}${entry.id}`, bytes }]);
}
