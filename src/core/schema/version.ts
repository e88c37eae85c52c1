/** Which version of the stored definitions this build writes, and how older ones become it. */

export const SCHEMA_VERSION = 1;

/** What a definition of `version` is in the present one. Null: a version this build does not know. */
export function migrate(version: number, raw: unknown): { readonly raw: unknown } | null {
  return version === SCHEMA_VERSION ? { raw } : null;
}
