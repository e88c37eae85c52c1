/** What must be done before the first write into a store that was opened: damage set aside, `fmt` in place. */
import type { WorkbookId } from "../core/model/index.ts";
import { formatEntry } from "./format.ts";
import { digestName, sameBytes, sha256 } from "./frame.ts";
import { quarantineKey } from "./keys.ts";
import { type KeyValue, StorageError } from "./keyvalue.ts";
import { batches, READ_BATCH } from "./records.ts";
import type { Aside } from "./recovery.ts";

/** Copies each to `q/` and verifies the copies before anything leaves its place; may be cut off and done again. */
async function setAside(kv: KeyValue, all: readonly Aside[]): Promise<void> {
  for (const batch of batches(all, READ_BATCH)) {
    const values = await kv.getMany(batch.map(({ key }) => key));
    const copies = await Promise.all(
      batch.flatMap(({ key }, index) => {
        const bytes = values[index];
        if (bytes === undefined) return [];
        return [sha256(bytes).then((hash) => ({ key: quarantineKey(key, digestName(hash)), bytes }))];
      }),
    );
    await kv.putMany(copies);
    const back = await kv.getMany(copies.map(({ key }) => key));
    for (const [index, { key, bytes }] of copies.entries()) {
      const copy = back[index];
      if (copy === undefined || !sameBytes(copy, bytes)) throw new StorageError({ type: "unverified", key });
    }
  }
  const leaving = all.filter(({ remove }) => remove).map(({ key }) => key);
  if (leaving.length > 0) await kv.delete(leaving);
}

/** Done once; after a failure the next call does it again. */
export function preparation(
  kv: KeyValue,
  workbook: WorkbookId,
  aside: readonly Aside[],
  writeFormat: boolean,
): () => Promise<void> {
  let done = false;
  return async () => {
    if (done) return;
    if (aside.length > 0) await setAside(kv, aside);
    if (writeFormat) await kv.putMany([await formatEntry(workbook)]);
    done = true;
  };
}
