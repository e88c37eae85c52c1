/** What a row is compared by: the keys that its texts come to, and the blocks of rows that share them. */
import type { Atom, FieldId } from "../../core/model/index.ts";
import {
  type Evidence,
  evidenceKey,
  isHan,
  LEAST_SCORE,
  type Sound,
  type Telling,
  WEIGHT,
} from "./evidence.ts";

/** What a row has in a field: a slot of a table, or a row that is in none yet. */
export type AtomAt = (field: FieldId, place: number) => Atom;

/** Keys of a row, each once; the text of each cell is folded once. */
export class KeysOf {
  private readonly atomAt: AtomAt;
  private readonly telling: readonly Telling[];
  private readonly sound: Sound;
  private readonly folded = new Map<string, Map<string, string>>();

  constructor(atomAt: AtomAt, telling: readonly Telling[], sound: Sound) {
    this.atomAt = atomAt;
    this.telling = telling;
    this.sound = sound;
  }

  private keyOf(as: Telling["as"], text: string): string {
    const known = this.folded.get(as) ?? new Map<string, string>();
    this.folded.set(as, known);
    const found = known.get(text) ?? evidenceKey(as, text);
    known.set(text, found);
    return found;
  }

  at(place: number): RowKeys {
    const keys: RowKeys = new Map();
    for (const { field, as } of this.telling) {
      const text = this.atomAt(field, place);
      if (typeof text !== "string") continue;
      const key = this.keyOf(as, text);
      if (key === "") continue;
      add(keys, as, key);
      const sound = as === "name" && isHan(key) ? this.sound(key) : "";
      if (sound !== "") add(keys, "sound", sound);
    }
    return keys;
  }

  /** As the row has it what it shares by that key. */
  private textOf(place: number, as: Evidence, key: string): string {
    for (const each of this.telling) {
      const text = each.as === (as === "sound" ? "name" : as) ? this.atomAt(each.field, place) : null;
      if (typeof text !== "string") continue;
      const own = this.keyOf(each.as, text);
      if ((as === "sound" ? this.sound(own) : own) === key) return text;
    }
    return key;
  }

  /** What rows with that block share, as one of them has it. */
  sharedBy(block: string, place: number): readonly SharedText[] {
    const keys = this.at(place);
    for (const [as, own] of keys)
      for (const key of own)
        if (block === blockOf(as, key)) return [{ as, text: this.textOf(place, as, key) }];
    for (const company of keys.get("company") ?? [])
      for (const sound of keys.get("sound") ?? [])
        if (block === blockOfBoth(company, sound))
          return [
            { as: "company", text: this.textOf(place, "company", company) },
            { as: "sound", text: this.textOf(place, "sound", sound) },
          ];
    return [];
  }
}

export interface SharedText {
  readonly as: Evidence;
  readonly text: string;
}

const blockOf = (as: Evidence, key: string): string => `${as} ${key}`;
const blockOfBoth = (company: string, sound: string): string => `both ${company} ${sound}`;

/** By evidence: a row may have several numbers or addresses. */
export type RowKeys = Map<Evidence, string[]>;

function add(keys: RowKeys, as: Evidence, key: string): void {
  const known = keys.get(as);
  if (known === undefined) keys.set(as, [key]);
  else known.push(key);
}

/** Rows are compared where they share one of these: what weighs enough by itself, or both of what does so together. */
export function* blocksOf(keys: RowKeys): Generator<string> {
  for (const [as, own] of keys) if (WEIGHT[as] >= LEAST_SCORE) for (const key of own) yield blockOf(as, key);
  for (const company of keys.get("company") ?? [])
    for (const sound of keys.get("sound") ?? []) yield blockOfBoth(company, sound);
}
