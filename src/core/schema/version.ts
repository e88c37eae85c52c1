/** Which version of the stored definitions this build writes, and how older ones become it. */

/**
 * 2: the layouts of version 1 (`storage/codec`) had changed under one number; from here on each has its own.
 * 3: definitions and causes of views, tiers, charts and the exchange, all of them optional or new.
 * 4: what came to these under the number 3, the pairs that are no duplicates and the answers of an import among them. Raised whenever
 * an older build could not read, or would not keep, what this one writes.
 */
export const SCHEMA_VERSION = 4;
/** The first version that was ever stored. */
const FIRST_VERSION = 1;

export const isKnownVersion = (version: number): boolean =>
  version >= FIRST_VERSION && version <= SCHEMA_VERSION;

/**
 * What a definition of `version` is in the present one. Null: a version this build does not know. Definitions of earlier versions
 * are valid ones of version 4; one that is not goes through here, and its parts in `storage/codec/change.ts` too.
 */
export function migrate(version: number, raw: unknown): { readonly raw: unknown } | null {
  return isKnownVersion(version) ? { raw } : null;
}
