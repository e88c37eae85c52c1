/** What an open workbook needs of the world: the kinds of field, and how its locale writes. */
import type { KindId, Workbook } from "../core/model/index.ts";
import { kinds, type LocaleFormat, localeFormat } from "../fields/index.ts";

export function newType(kind: KindId) {
  const known = kinds.get(kind);
  if (known === undefined) throw new RangeError(`no kind ${kind}`);
  return known.newType();
}

export const signs = ({ locale, currency }: Workbook["settings"]): LocaleFormat =>
  localeFormat(locale, currency);
