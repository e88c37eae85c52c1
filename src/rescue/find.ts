/**
 * What a browser still holds of its workbooks: databases and copies, each read as far as it goes, one after the other so that
 * only one is in memory. Writes no record; what a restoring has left that failed, and nobody was told of, is removed.
 */
import type { Workbook, WorkbookId } from "../core/model/index.ts";
import { type Environment, Session } from "../engine/session/session.ts";
import {
  type Copy,
  type Damage,
  failureFrom,
  isBehind,
  isHalfRestored,
  type KeyValue,
  loadCopy,
  Mirror,
  type MirrorFiles,
  type Note,
  type OpenedStore,
  type OpenStore,
  openStore,
  readNote,
  type Standpoint,
  type StorageFailure,
  type Witness,
} from "../storage/index.ts";
import { newType } from "../worker/environment.ts";
import { openSession } from "../worker/opening.ts";
import { standpointOf } from "../worker/witnesses.ts";

/** Where to look. */
export interface Places {
  readonly notes: readonly Note[];
  /** All workbooks of which anything is left, by what the catalogue calls them; null for those that it surely does not list. */
  workbooks(): Promise<ReadonlyMap<WorkbookId, string | null>>;
  open(id: WorkbookId): KeyValue;
  mirror(id: WorkbookId): MirrorFiles;
  /**
   * Takes a workbook's database away for good, where the disk has room for that, no tab holds it and it `still` is to go, which is asked
   * while none can. False: a tab holds it, or it is not to go.
   */
  discard(id: WorkbookId, still?: () => Promise<boolean>): Promise<boolean>;
}

export interface State {
  /** Null: the browser's database. */
  readonly copy: Copy | null;
  /** Names and fields; the rows are read when they are asked for. */
  readonly workbook: Workbook;
  readonly standpoint: Standpoint;
  readonly rows: number;
  /** When it was last written to; null where that is not known. */
  readonly time: number | null;
  /** Bytes of the copy; 0 where that is not known. */
  readonly size: number;
  /** What could not be read. */
  readonly damage: readonly Damage[];
  /** Less than was saved last. */
  readonly behind: boolean;
  /** Only a part of it could be read, which Tierbook does not open. */
  readonly partly: boolean;
  /** All of it; null where it cannot be read any more. */
  readonly read: () => Promise<Session | null>;
}

/** Of one workbook. */
export interface Finding {
  readonly id: WorkbookId;
  /** Empty where it is not known. */
  readonly name: string;
  readonly witness: Witness | null;
  /** The one that goes furthest first. */
  readonly states: readonly State[];
  readonly problem: "tooNew" | StorageFailure | null;
}

const environment: Environment = { newType, today: () => 0 };
/** Reads only, so nothing need keep other tabs out. */
const alone = <T>(work: () => Promise<T>): Promise<T> => work();

type Place = Pick<State, "copy" | "time" | "size" | "damage" | "partly" | "read">;

function stateOf(session: Session, witness: Witness | null, place: Place): State {
  const standpoint = standpointOf(session);
  const behind = witness !== null && isBehind(standpoint, witness);
  const rows = standpoint.rows.reduce((sum, each) => sum + each.rows, 0);
  return { ...place, workbook: session.workbook, standpoint, rows, behind };
}

const readableOf = (opened: OpenedStore): OpenStore | null =>
  opened.type === "tooNew" ? opened.readable : opened.type === "open" ? opened : null;

interface Read {
  readonly session: Session;
  readonly whole: boolean;
}

/** Null where not even a part of it makes sense. */
async function sessionIn(id: WorkbookId, opened: OpenStore): Promise<Read | null> {
  const whole = await openSession(id, opened, environment);
  if (whole !== null) return { session: whole, whole: true };
  const { snapshot } = opened;
  return snapshot === null ? null : { session: new Session(snapshot, environment), whole: false };
}

async function readDatabase(
  id: WorkbookId,
  opened: OpenStore,
  witness: Witness | null,
  newer: boolean,
  again: () => Promise<OpenedStore>,
): Promise<State | null> {
  const { store, damage } = opened;
  const found = await sessionIn(id, opened);
  if (found === null) return null;
  const last = await store.history(store.seq, store.seq);
  const time = last.type === "history" ? (last.entries[0]?.time ?? null) : null;
  const unhealed = damage.filter((each) => !each.healed);
  const read = async (): Promise<Session | null> => {
    const readable = readableOf(await again());
    return readable === null ? null : ((await sessionIn(id, readable))?.session ?? null);
  };
  const partly = newer || !found.whole;
  return stateOf(found.session, witness, { copy: null, time, size: 0, damage: unhealed, partly, read });
}

/** `mirror`: a new one for each, for it keeps what it has read. */
async function readCopies(mirror: () => Mirror, witness: Witness | null): Promise<readonly State[]> {
  const states: State[] = [];
  for (const copy of await mirror().copies()) {
    const files = mirror();
    const loaded = await loadCopy(files, copy);
    if (loaded === null) continue;
    const damage = loaded.damage.filter((each) => !each.healed);
    const about = await files.about(copy).catch(() => null);
    const read = async (): Promise<Session | null> => {
      const again = await loadCopy(mirror(), copy);
      return again === null ? null : new Session(again.snapshot, environment);
    };
    const { time = null, size = 0 } = about ?? {};
    const place = { copy, time, size, damage, partly: false, read };
    states.push(stateOf(new Session(loaded.snapshot, environment), witness, place));
  }
  return states;
}

const furthestFirst = (a: State, b: State): number =>
  b.standpoint.seq - a.standpoint.seq || a.damage.length - b.damage.length || (a.copy === null ? -1 : 1);

/** A database that cannot be read must not hide its copies. */
const halfRestored = (kv: KeyValue): Promise<boolean> => isHalfRestored(kv).catch(() => false);

/** Null: it was never a workbook. */
async function look(
  places: Places,
  id: WorkbookId,
  listed: string | null,
  witness: Witness | null,
): Promise<Finding | null> {
  const files = places.mirror(id);
  const kv = places.open(id);
  // What is listed or noted was chosen by somebody, also in a build that knew nothing of half restored ones.
  if (listed === null && witness === null && (await halfRestored(kv))) {
    const still = (): Promise<boolean> => isHalfRestored(kv);
    const gone = await places.discard(id, still).catch(() => false);
    // Another tab may have been at it, and have restored it whole by now. What cannot be read any more has gone.
    if (gone || (await still().catch(() => true))) return null;
  }
  const open = (): Promise<OpenedStore> => openStore(kv, id, alone, files);
  const opened = await open();
  const newer = opened.type === "tooNew";
  const found = readableOf(opened);
  const own = found === null ? null : await readDatabase(id, found, witness, newer, open);
  const copies = await readCopies(() => new Mirror(files, id), witness);
  const states = [...(own === null ? [] : [own]), ...copies].sort(furthestFirst);
  const problem = opened.type === "failed" ? opened.failure : newer ? "tooNew" : null;
  return { id, name: states[0]?.workbook.settings.name ?? listed ?? "", witness, states, problem };
}

/** Of what was saved last first. */
export async function findAll(places: Places): Promise<readonly Finding[]> {
  const witnesses = places.notes.flatMap((note) => readNote(note) ?? []);
  const listed = await places.workbooks();
  const ids = new Set([...listed.keys(), ...witnesses.map(({ workbook }) => workbook)]);
  const findings: Finding[] = [];
  for (const id of ids) {
    const name = listed.get(id) ?? null;
    const witness = witnesses.find(({ workbook }) => workbook === id) ?? null;
    try {
      const finding = await look(places, id, name, witness);
      if (finding !== null) findings.push(finding);
    } catch (error) {
      // One that cannot even be looked at must not hide the others.
      findings.push({ id, name: name ?? "", witness, states: [], problem: failureFrom(error) });
    }
  }
  const age = ({ witness, states }: Finding): number => witness?.time ?? states[0]?.time ?? 0;
  return findings.sort((a, b) => age(b) - age(a));
}
