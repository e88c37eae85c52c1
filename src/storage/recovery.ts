/**
 * What a store opens with: the newest snapshot that is whole, and the longest chain of changes after it. Reads
 * only. What is damaged is named; what must be out of the way before the journal goes on is listed in `aside`.
 */
import type { JournalEntry } from "../core/change/index.ts";
import type { WorkbookId } from "../core/model/index.ts";
import type { Snapshot } from "../core/schema/snapshot.ts";
import { decodeRoot, type Root } from "./codec/root.ts";
import type { Damage } from "./damage.ts";
import { decodeFormat, isOutdated, isTooNew } from "./format.ts";
import { sameBytes, sha256 } from "./frame.ts";
import { type Chain, ORIGIN, type Position, recoverChain } from "./journal.ts";
import {
  CHUNKS,
  FORMAT_KEY,
  JOURNAL,
  journalKey,
  lastNumber,
  ORDERS,
  QUARANTINE,
  ROOTS,
  TEXT_ORDERS,
} from "./keys.ts";
import { type Bytes, type Entry, failureOf, type KeyValue, mayBeOfRecord } from "./keyvalue.ts";
import { type Loaded, loadSnapshot } from "./load.ts";
import type { Mirror } from "./mirror.ts";
import type { Aside, FormatTask } from "./prepare.ts";
import { decoded, readRecord, readRecords } from "./records.ts";

/** The root that unchanged chunks are taken over from; not those that were lost. */
export interface Base {
  readonly root: Root;
  readonly lost: ReadonlySet<string>;
}

export interface Recovered {
  readonly type: "open";
  readonly snapshot: Snapshot | null;
  /** To be applied to the snapshot, or to a new workbook where that is null. After lost rows some may not fit. */
  readonly entries: readonly JournalEntry[];
  readonly damage: readonly Damage[];
  readonly head: Position;
  /** The records that lead to it, or its own behind a snapshot; none where that stands alone. */
  readonly known: readonly Position[];
  readonly base: Base | null;
  readonly aside: readonly Aside[];
  /** To be put in their places, after what is there was set aside. */
  readonly restore: readonly Entry[];
  readonly format: FormatTask;
  /** Generation of the newest snapshot, also of one that was passed over; 0 for none. */
  readonly newest: number;
}

export type Recovery =
  | Recovered
  /** Nothing was ever committed here. */
  | { readonly type: "empty"; readonly format: FormatTask }
  /** There is something, but none of it opens. It is left as it is. */
  | { readonly type: "lost"; readonly damage: readonly Damage[] }
  /** Made by a newer build. It is left as it is. */
  | { readonly type: "tooNew"; readonly readable: Readable | null };

/** As far as this build understands it: what stood before a newer one went on. */
export type Readable = Pick<Recovered, "snapshot" | "entries" | "head">;

interface Inventory {
  readonly roots: readonly string[];
  readonly journal: readonly string[];
  readonly chunks: readonly string[];
  readonly orders: readonly string[];
  readonly textOrders: readonly string[];
  readonly quarantined: boolean;
}

async function takeInventory(kv: KeyValue): Promise<Inventory> {
  return {
    roots: await kv.keys(ROOTS),
    journal: await kv.keys(JOURNAL),
    chunks: await kv.keys(CHUNKS),
    orders: await kv.keys(ORDERS),
    textOrders: await kv.keys(TEXT_ORDERS),
    quarantined: (await kv.keys(QUARANTINE)).length > 0,
  };
}

type FormatCheck =
  | { readonly type: "tooNew" }
  | { readonly type: "read"; readonly damage: Damage | null; readonly task: FormatTask };

async function checkFormat(kv: KeyValue, workbook: WorkbookId): Promise<FormatCheck> {
  const format = decoded(await readRecord(kv, FORMAT_KEY), decodeFormat);
  const damage = { what: "format", key: FORMAT_KEY } as const;
  if (!format.ok) {
    if (format.reason === "newer") return { type: "tooNew" };
    return { type: "read", damage: { ...damage, reason: format.reason, healed: true }, task: "write" };
  }
  if (isTooNew(format.value)) return { type: "tooNew" };
  if (format.value.workbook !== workbook) {
    return { type: "read", damage: { ...damage, reason: "foreign", healed: false }, task: "write" };
  }
  return { type: "read", damage: null, task: isOutdated(format.value) ? "raise" : "keep" };
}

/** Newest first, with what is wrong with the others. */
async function readRoots(
  kv: KeyValue,
  keys: readonly string[],
): Promise<{ roots: Root[]; damage: Damage[] }> {
  const roots: Root[] = [];
  const damage: Damage[] = [];
  for (const record of await readRecords(kv, keys.toReversed())) {
    const root = decoded(record, decodeRoot);
    if (root.ok) roots.push(root.value);
    else damage.push({ what: "root", key: record.key, reason: root.reason, healed: false });
  }
  return { roots, damage };
}

interface Candidate {
  readonly root: Root | null;
  readonly loaded: Loaded | null;
  readonly chain: Chain;
  /** What was found damaged on the way; this candidate has the same content from elsewhere. */
  readonly healed: readonly Damage[];
  /** Records to put in their places, from the mirror. */
  readonly restored: readonly Entry[];
}

const asHealed = (damage: Damage): Damage => ({ ...damage, healed: true });

/** What no other copy made up for. */
const lastingOf = (candidate: Candidate | null): readonly Damage[] =>
  candidate?.loaded?.damage.filter((damage) => !damage.healed) ?? [];

/**
 * The newest snapshot if it is whole; else an older one, or the beginning, if the journal leads from there past
 * the newest; else the newest with what is left of it. Null if there is none and no journal either.
 */
async function choose(
  kv: KeyValue,
  roots: readonly Root[],
  mirror: Mirror | null,
): Promise<Candidate | null> {
  const [newest] = roots;
  const healed: Damage[] = [];
  let fallback: Candidate | null = null;
  for (const root of roots) {
    const loaded = await loadSnapshot(kv, root, mirror);
    const { restored } = loaded;
    const whole = loaded.damage.every((damage) => damage.healed);
    healed.push(...loaded.damage.map(asHealed));
    if (fallback !== null && !whole) continue;
    const chain = await recoverChain(kv, { seq: root.seq, hash: root.hash });
    if (whole && chain.head.seq >= (newest?.seq ?? 0)) return { root, loaded, chain, healed, restored };
    fallback ??= { root, loaded, chain, healed: [], restored };
  }
  const chain = await recoverChain(kv, ORIGIN);
  if (chain.head.seq >= Math.max(1, newest?.seq ?? 0)) {
    return { root: null, loaded: null, chain, healed, restored: [] };
  }
  return fallback;
}

/** Whether the journal knows the snapshot: its entry, or the one after it, bears the checksum the root names. */
async function isOfJournal(kv: KeyValue, root: Position, chain: Chain): Promise<boolean> {
  if (chain.entries.length > 0) return true;
  const record = await readRecord(kv, journalKey(root.seq));
  return record.ok && sameBytes(record.hash, root.hash);
}

async function knownOf(kv: KeyValue, chain: Chain): Promise<readonly Position[]> {
  if (chain.passed.length > 0) return chain.passed;
  return (await isOfJournal(kv, chain.head, chain)) ? [chain.head] : [];
}

/**
 * A snapshot whose root only the mirror has, where that is better than what was chosen: more follows from it, or it is
 * whole. One that the journal does not know may be of another past of the workbook; it is for people to choose.
 */
async function chooseMirrored(
  kv: KeyValue,
  chosen: Candidate | null,
  mirror: Mirror,
): Promise<Candidate | null> {
  let best = chosen;
  for (const copy of await mirror.copies()) {
    const whole = best !== null && lastingOf(best).length === 0;
    if (whole && copy.seq <= (best?.chain.head.seq ?? 0)) continue;
    const found = await mirror.root(copy);
    if (found === null) continue;
    const { root, entry } = found;
    const chain = await recoverChain(kv, { seq: root.seq, hash: root.hash });
    if (chain.head.seq < (best?.chain.head.seq ?? 0) || !(await isOfJournal(kv, root, chain))) continue;
    const loaded = await loadSnapshot(kv, root, mirror);
    if (best !== null && loaded.damage.some((damage) => !damage.healed)) continue;
    const missing: Damage = { what: "root", key: entry.key, reason: "missing", healed: true };
    const passed = [...(best?.healed ?? []), ...(best?.loaded?.damage ?? [])].map(asHealed);
    best = { root, loaded, chain, healed: [missing, ...passed], restored: [...loaded.restored, entry] };
  }
  return best;
}

/** Set aside as damage, what a later build wrote would be lost to it. */
const meetsNewer = ({ loaded, chain, healed }: Candidate): boolean =>
  [...healed, ...(loaded?.damage ?? []), chain.end].some(({ reason }) => reason === "newer");

/** Null where it is not whole. */
function readableOf(candidate: Candidate | null): Readable | null {
  if (candidate === null || lastingOf(candidate).length > 0) return null;
  const { loaded, chain } = candidate;
  return { snapshot: loaded?.snapshot ?? null, entries: chain.entries, head: chain.head };
}

function tailDamage(chain: Chain, tail: readonly string[]): Damage[] {
  if (tail.length === 0) return [];
  const behind = tail.filter((key) => key !== chain.end.key);
  return [
    chain.end,
    ...behind.map((key): Damage => {
      const seq = lastNumber(key) ?? 0;
      return { what: "change", seq, key, reason: "unreachable", healed: false };
    }),
  ];
}

/** Older versions of lost chunks: the next compactions would drop them, and Rescue may want them. */
function olderVersions(lost: ReadonlySet<string>, chunks: readonly string[]): string[] {
  const stem = (key: string): string => key.slice(0, key.lastIndexOf("/"));
  const stems = new Set(Array.from(lost, stem));
  return chunks.filter((key) => stems.has(stem(key)) && !lost.has(key));
}

/** What stands behind the longest chain, and the checksum of what is there. */
type Tail = ReadonlyMap<string, Bytes | null>;

async function printOf(kv: KeyValue, key: string): Promise<Bytes | null> {
  try {
    const bytes = await kv.get(key);
    return bytes === undefined ? null : await sha256(bytes);
  } catch (error) {
    if (!mayBeOfRecord(failureOf(error))) throw error;
    return null;
  }
}

async function readTail(kv: KeyValue, { journal }: Inventory, { chain }: Candidate): Promise<Tail> {
  const keys = journal.filter((key) => key >= journalKey(chain.head.seq + 1));
  return new Map(await Promise.all(keys.map(async (key) => [key, await printOf(kv, key)] as const)));
}

/** Another tab may have gone on, mended or swept while this one read; only damage found makes that matter. */
async function movedOn(kv: KeyValue, { roots }: Inventory, { chain }: Candidate): Promise<boolean> {
  const again = await recoverChain(kv, chain.head);
  if (again.entries.length > 0 || again.end.reason !== chain.end.reason) return true;
  const now = await kv.keys(ROOTS);
  return now.length !== roots.length || now.some((key, index) => key !== roots[index]);
}

/** Each record once, as it was found worst. */
function distinct(all: readonly Damage[]): readonly Damage[] {
  const byKey = new Map<string, Damage>();
  for (const damage of all) {
    const known = byKey.get(damage.key);
    if (known === undefined || (known.healed && !damage.healed)) byKey.set(damage.key, damage);
  }
  return [...byKey.values()];
}

/** Damage, what would be written over, and older versions of what is lost; of the journal's tail also the originals. */
function asideOf(
  chosen: Candidate,
  { roots, chunks, orders }: Inventory,
  prints: Tail,
  damage: readonly Damage[],
): readonly Aside[] {
  const unreadable = new Set(damage.filter(({ reason }) => reason === "unreadable").map(({ key }) => key));
  const lost = new Set(lastingOf(chosen).map(({ key }) => key));
  const there = new Set([...roots, ...chunks, ...orders]);
  const copied = new Set([
    ...damage.filter(({ reason, what }) => reason !== "missing" && what !== "change").map(({ key }) => key),
    ...chosen.restored.map(({ key }) => key).filter((key) => there.has(key)),
    ...olderVersions(lost, chunks),
  ]);
  const aside = (key: string, remove: boolean): Aside => ({
    key,
    remove,
    unreadable: unreadable.has(key),
    print: prints.get(key) ?? null,
  });
  return [
    ...Array.from(copied, (key) => aside(key, false)),
    ...Array.from(prints.keys(), (key) => aside(key, true)),
  ];
}

function assemble(
  chosen: Candidate,
  inventory: Inventory,
  prints: Tail,
  rootDamage: readonly Damage[],
  format: Extract<FormatCheck, { type: "read" }>,
  known: readonly Position[],
): Recovered {
  const { root, loaded, chain } = chosen;
  const tail = [...prints.keys()];
  const lasting = lastingOf(chosen);
  const whole = tail.length === 0 && lasting.length === 0;
  const records = distinct([
    ...(format.damage === null ? [] : [format.damage]),
    ...rootDamage.map((damage) => ({ ...damage, healed: whole })),
    ...chosen.healed,
    ...(loaded?.damage ?? []),
  ]);
  const damage = [...records, ...tailDamage(chain, tail)];
  return {
    type: "open",
    snapshot: loaded?.snapshot ?? null,
    entries: chain.entries,
    damage,
    head: chain.head,
    known,
    base: root === null ? null : { root, lost: new Set(lasting.map(({ key }) => key)) },
    aside: asideOf(chosen, inventory, prints, damage),
    restore: chosen.restored,
    format: format.task,
    newest: lastNumber(inventory.roots.at(-1) ?? "") ?? 0,
  };
}

/** Nothing was ever committed here, and nothing is gone. */
function isEmpty(
  { roots, journal, chunks, orders, quarantined }: Inventory,
  { damage }: Extract<FormatCheck, { type: "read" }>,
): boolean {
  const fresh = damage === null || damage.reason === "missing";
  return fresh && !quarantined && roots.length + journal.length + chunks.length + orders.length === 0;
}

/**
 * Rejects with a StorageError when the storage, and not what is stored, is at fault. `mirror` makes up for records, and
 * for snapshots that the journal knows.
 */
export async function recover(kv: KeyValue, workbook: WorkbookId, mirror: Mirror | null): Promise<Recovery> {
  // Listed meanwhile.
  void mirror?.copies();
  const format = await checkFormat(kv, workbook);
  const inventory = await takeInventory(kv);
  if (format.type === "read" && isEmpty(inventory, format)) return { type: "empty", format: format.task };
  const { roots, journal } = inventory;
  const read = await readRoots(kv, roots);
  const own = await choose(kv, read.roots, mirror);
  const newer = read.damage.some(({ reason }) => reason === "newer") || (own !== null && meetsNewer(own));
  if (format.type === "tooNew" || newer) return { type: "tooNew", readable: readableOf(own) };
  const chosen = mirror === null ? own : await chooseMirrored(kv, own, mirror);
  if (chosen !== null) {
    const tail = await readTail(kv, inventory, chosen);
    const known = await knownOf(kv, chosen.chain);
    const recovered = assemble(chosen, inventory, tail, read.damage, format, known);
    const sound = recovered.damage.length === 0;
    return sound || !(await movedOn(kv, inventory, chosen)) ? recovered : recover(kv, workbook, mirror);
  }
  const chain = await recoverChain(kv, ORIGIN);
  if (chain.end.reason === "newer") return { type: "tooNew", readable: null };
  const damage = [...(format.damage === null ? [] : [format.damage]), ...read.damage];
  const unhealed = damage.map((each) => ({ ...each, healed: false }));
  return { type: "lost", damage: [...unhealed, ...tailDamage(chain, journal)] };
}
