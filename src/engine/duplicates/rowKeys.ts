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

/** What makes a block: a text that weighs enough by itself, or a company with the sound of a name. */
export interface BlockSource {
  readonly of: Telling;
  readonly withSoundOf: Telling | null;
}

function sourcesOf(telling: readonly Telling[]): readonly BlockSource[] {
  const names = telling.filter(({ as }) => as === "name");
  return [
    ...telling.filter(({ as }) => WEIGHT[as] >= LEAST_SCORE).map((of) => ({ of, withSoundOf: null })),
    ...telling
      .filter(({ as }) => as === "company")
      .flatMap((of) => names.map((withSoundOf) => ({ of, withSoundOf }))),
  ];
}

const MOST_REMEMBERED = 4_000;

/** What was last made of texts, as long as these come again: it begins anew when it is full, and not where most were of no use. */
class Remembered {
  private readonly made = new Map<string, string>();
  private hits = 0;
  private helps = true;

  of(text: string, make: (text: string) => string): string {
    if (!this.helps) return make(text);
    const known = this.made.get(text);
    if (known !== undefined) {
      this.hits += 1;
      return known;
    }
    if (this.made.size >= MOST_REMEMBERED) {
      this.made.clear();
      this.helps = this.hits >= MOST_REMEMBERED;
      this.hits = 0;
    }
    const made = make(text);
    this.made.set(text, made);
    return made;
  }
}

/** Keys of rows, and the blocks that they put them into. */
export class KeysOf {
  readonly sources: readonly BlockSource[];
  private readonly atomAt: AtomAt;
  private readonly telling: readonly Telling[];
  private readonly sound: Sound;
  private readonly folded: Readonly<Record<Telling["as"], Remembered>> = {
    taxNumber: new Remembered(),
    email: new Remembered(),
    phone: new Remembered(),
    name: new Remembered(),
    company: new Remembered(),
  };
  private readonly sounds = new Remembered();

  constructor(atomAt: AtomAt, telling: readonly Telling[], sound: Sound) {
    this.atomAt = atomAt;
    this.telling = telling;
    this.sound = sound;
    this.sources = sourcesOf(telling);
  }

  private keyOf(as: Telling["as"], text: string): string {
    return this.folded[as].of(text, (own) => evidenceKey(as, own));
  }

  private keyAt({ field, as }: Telling, place: number): string {
    const text = this.atomAt(field, place);
    return typeof text === "string" ? this.keyOf(as, text) : "";
  }

  private soundOf(name: string): string {
    return isHan(name) ? this.sounds.of(name, this.sound) : "";
  }

  at(place: number): RowKeys {
    const keys: RowKeys = new Map();
    for (const each of this.telling) {
      const key = this.keyAt(each, place);
      if (key === "") continue;
      add(keys, each.as, key);
      const sound = each.as === "name" ? this.soundOf(key) : "";
      if (sound !== "") add(keys, "sound", sound);
    }
    return keys;
  }

  /** Rows are compared where they have the same block; "": the row has none of that source. */
  blockAt({ of, withSoundOf }: BlockSource, place: number): string {
    if (withSoundOf === null) {
      const key = this.keyAt(of, place);
      return key === "" ? "" : blockOf(of.as, key);
    }
    const sound = this.soundOf(this.keyAt(withSoundOf, place));
    const company = sound === "" ? "" : this.keyAt(of, place);
    return company === "" ? "" : blockOfBoth(company, sound);
  }

  /** As the row has it what it shares by that key. */
  private textOf(place: number, as: Evidence, key: string): string {
    for (const each of this.telling) {
      const text = each.as === (as === "sound" ? "name" : as) ? this.atomAt(each.field, place) : null;
      if (typeof text !== "string") continue;
      const own = this.keyOf(each.as, text);
      if ((as === "sound" ? this.soundOf(own) : own) === key) return text;
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
