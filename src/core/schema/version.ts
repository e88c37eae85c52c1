/** Which version of the stored definitions this build writes, and how older ones become it. */

/**
 * 2: the layouts of version 1 (`storage/codec`) had changed under one number; from here on each has its own.
 * 3: definitions and causes of views, tiers, charts and the exchange, all of them optional or new. Raised whenever an
 * older build could not read, or would not keep, what this one writes.
 */
export const SCHEMA_VERSION = 3;
/** The first version that was ever stored. */
const FIRST_VERSION = 1;

export const isKnownVersion = (version: number): boolean =>
  version >= FIRST_VERSION && version <= SCHEMA_VERSION;

/**
 * What a definition of `version` is in the present one. Null: a version this build does not know. Definitions of versions
 * 1 and 2 are valid ones of version 3; one that is not goes through here, and its parts in `storage/codec/change.ts` too.
 */
export function migrate(version: number, raw: unknown): { readonly raw: unknown } | null {
  return isKnownVersion(version) ? { raw } : null;
}
