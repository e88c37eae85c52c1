/** What a browser still holds of its workbooks: databases and copies, each read as far as it goes. Writes no record. */
import type { WorkbookId } from "../core/model/index.ts";
import { type Environment, Session } from "../engine/session/session.ts";
import {
  type Copy,
  type Damage,
  failureFrom,
  isBehind,
  type KeyValue,
  loadCopy,
  Mirror,
  type MirrorFiles,
  type Note,
  type OpenStore,
  openStore,
  readNote,
  type StorageFailure,
  type Witness,
} from "../storage/index.ts";
import { newType } from "../worker/environment.ts";
import { openSession } from "../worker/opening.ts";
import { standpointOf } from "../worker/witnesses.ts";

/** Where to look. */
export interface Places {
  readonly notes: readonly Note[];
  /** All workbooks of which anything is left, by what the catalogue calls them; empty where it does not know. */
  workbooks(): Promise<ReadonlyMap<WorkbookId, string>>;
  open(id: WorkbookId): KeyValue;
  mirror(id: WorkbookId): MirrorFiles;
}

export interface State {
  /** Null: the browser's database. */
  readonly copy: Copy | null;
  readonly session: Session;
  readonly rows: number;
  /** When it was last written to; null where that is not known. */
  readonly time: number | null;
  /** What could not be read. */
  readonly damage: readonly Damage[];
  /** Less than was saved last. */
  readonly behind: boolean;
  /** Only a part of it could be read, which Tierbook does not open. */
  readonly partly: boolean;
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

const rowsIn = (session: Session): number =>
  standpointOf(session).rows.reduce((sum, each) => sum + each.rows, 0);

type Place = Pick<State, "copy" | "time" | "damage" | "partly">;

function stateOf(session: Session, witness: Witness | null, place: Place): State {
  const found = standpointOf(session);
  const behind = witness !== null && isBehind(found, witness);
  return { ...place, session, rows: rowsIn(session), behind };
}

/** Null where not even a part of it makes sense. */
async function readDatabase(
  id: WorkbookId,
  opened: OpenStore,
  witness: Witness | null,
  newer: boolean,
): Promise<State | null> {
  const { store, snapshot, damage } = opened;
  const whole = await openSession(id, opened, environment);
  const last = await store.history(store.seq, store.seq);
  const time = last.type === "history" ? (last.entries[0]?.time ?? null) : null;
  const session = whole ?? (snapshot === null ? null : new Session(snapshot, environment));
  if (session === null) return null;
  const unhealed = damage.filter((each) => !each.healed);
  return stateOf(session, witness, { copy: null, time, damage: unhealed, partly: newer || whole === null });
}

async function readCopies(mirror: Mirror, witness: Witness | null): Promise<readonly State[]> {
  const states: State[] = [];
  for (const copy of await mirror.copies()) {
    const loaded = await loadCopy(mirror, copy);
    if (loaded === null) continue;
    const damage = loaded.damage.filter((each) => !each.healed);
    const time = await mirror.time(copy).catch(() => null);
    const place = { copy, time, damage, partly: false };
    states.push(stateOf(new Session(loaded.snapshot, environment), witness, place));
  }
  return states;
}

const furthestFirst = (a: State, b: State): number =>
  b.session.seq - a.session.seq || a.damage.length - b.damage.length || (a.copy === null ? -1 : 1);

async function look(
  places: Places,
  id: WorkbookId,
  listed: string,
  witness: Witness | null,
): Promise<Finding> {
  const files = places.mirror(id);
  const opened = await openStore(places.open(id), id, alone, files);
  const newer = opened.type === "tooNew";
  const found = newer ? opened.readable : opened.type === "open" ? opened : null;
  const own = found === null ? null : await readDatabase(id, found, witness, newer);
  const copies = await readCopies(new Mirror(files, id), witness);
  const states = [...(own === null ? [] : [own]), ...copies].sort(furthestFirst);
  const problem = opened.type === "failed" ? opened.failure : newer ? "tooNew" : null;
  return { id, name: states[0]?.session.workbook.settings.name ?? listed, witness, states, problem };
}

/** Of what was saved last first. */
export async function findAll(places: Places): Promise<readonly Finding[]> {
  const witnesses = places.notes.flatMap((note) => readNote(note) ?? []);
  const listed = await places.workbooks();
  const ids = new Set([...listed.keys(), ...witnesses.map(({ workbook }) => workbook)]);
  const findings: Finding[] = [];
  for (const id of ids) {
    const name = listed.get(id) ?? "";
    const witness = witnesses.find(({ workbook }) => workbook === id) ?? null;
    try {
      findings.push(await look(places, id, name, witness));
    } catch (error) {
      // One that cannot even be looked at must not hide the others.
      findings.push({ id, name, witness, states: [], problem: failureFrom(error) });
    }
  }
  const age = ({ witness, states }: Finding): number => witness?.time ?? states[0]?.time ?? 0;
  return findings.sort((a, b) => age(b) - age(a));
}
