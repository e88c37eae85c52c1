/** Fields of every kind, and texts read and shown by them, for tests. */
import { type Field, type FieldType, fieldId, type KindId, type Value } from "../../src/core/model/index.ts";
import { type FieldKind, kinds, type Parsed } from "../../src/fields/index.ts";
import { localeFormat } from "../../src/fields/locale.ts";

export function kindNamed(id: KindId): FieldKind {
  const kind = kinds.get(id);
  if (kind === undefined) throw new RangeError(id);
  return kind;
}

export function fieldOf(id: KindId, type: FieldType = kindNamed(id).newType()): Field {
  return { id: fieldId("f"), name: "F", kind: id, type };
}

export interface Setting {
  readonly tag?: string;
  readonly currency?: string;
  readonly type?: FieldType;
}

export function parsed(
  id: KindId,
  text: string,
  { tag = "en", currency = "USD", type }: Setting = {},
): Parsed {
  return kindNamed(id).parse(text, fieldOf(id, type), localeFormat(tag, currency));
}

/** The value, or the name of the problem. */
export function read(id: KindId, text: string, setting?: Setting): Value | { readonly problem: string } {
  const result = parsed(id, text, setting);
  return result.ok ? result.value : { problem: result.problem.problem };
}

/** The value as files get it, or the name of the problem. */
export function readPlain(id: KindId, text: string, setting: Setting = {}): string {
  const result = parsed(id, text, setting);
  return result.ok ? kindNamed(id).plain(result.value, fieldOf(id, setting.type)) : result.problem.problem;
}

export function shown(
  id: KindId,
  value: Value,
  { tag = "en", currency = "USD", type }: Setting = {},
): string {
  return kindNamed(id).format(value, fieldOf(id, type), localeFormat(tag, currency));
}
