/** Several tabs of one browser: hosts over the same disks, with a channel, locks and disks that answer when they like. */
import { type WorkbookId, workbookId } from "../../../src/core/model/index.ts";
import type { Random } from "../../../src/core/template/random.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import type { Anchor, Bytes, KeyValue } from "../../../src/storage/keyvalue.ts";
import type { Beginning, StartResult, WorkerEvent } from "../../../src/worker/api.ts";
import { CsvJobs } from "../../../src/worker/csv.ts";
import { Host } from "../../../src/worker/host.ts";
import type { Platform, TabMessage } from "../../../src/worker/platform.ts";
import { type Disk, type Faults, MemoryKeyValue } from "../storage/memory.ts";
import { MemoryMirror } from "../storage/memoryMirror.ts";

/** What the clock of all tabs says. */
export const NOW = Date.UTC(2026, 10, 23, 12);

export const setup = {
  words: templateWords(makeTranslate(() => "en")),
  locale: "en",
  currency: "EUR",
};

/** Milliseconds until tabs that still differ are taken for lost. */
const PATIENCE = 5000;

/** Of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Answers after a few turns of the loop, so that tabs overtake each other between any two calls. */
class SlowKeyValue extends MemoryKeyValue {
  private readonly delays: Random;

  constructor(disk: Disk, faults: Faults, delays: Random) {
    super(disk, faults);
    this.delays = delays;
  }

  private async wait(): Promise<void> {
    for (let turns = this.delays.below(4); turns > 0; turns--) await turn();
  }

  override async getMany(keys: readonly string[]): Promise<readonly (Bytes | undefined)[]> {
    await this.wait();
    return super.getMany(keys);
  }

  override async add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]): Promise<"added" | "exists"> {
    await this.wait();
    const result = await super.add(key, bytes, ...anchors);
    await this.wait();
    return result;
  }
}

export interface Tab {
  readonly host: Host;
  readonly csv: CsvJobs;
  readonly events: WorkerEvent[];
  readonly started: StartResult;
  /** Hears nothing of the others until it is let go. */
  readonly sleep: (asleep: boolean) => void;
}

export interface BrowserOptions {
  readonly random: Random;
  /** Of the messages between tabs, how many in a hundred are lost. */
  readonly lost?: number;
  /** What lies between a tab and its disk, by the tab's number. */
  readonly through?: (kv: KeyValue, tab: number, workbook: WorkbookId) => KeyValue;
}

/** One browser. The clock stands still: nothing may depend on two tabs acting at different times. */
export class Tabs {
  readonly disks = new Map<string, Disk>();
  readonly mirrors = new Map<string, MemoryMirror>();
  /** Of all tabs. */
  now = NOW;
  current: WorkbookId | null = null;
  readonly catalogue = new MemoryKeyValue(new Map());
  /** Which tab has which workbook open. */
  readonly held = new Map<number, WorkbookId>();
  private readonly options: BrowserOptions;
  private readonly heard: ((message: TabMessage) => void)[] = [];
  private readonly asleep = new Set<number>();
  private readonly locks = new Map<string, Promise<unknown>>();
  private opened = 0;

  constructor(options: BrowserOptions) {
    this.options = options;
  }

  get disk(): Disk {
    return this.disks.get("w1") ?? new Map();
  }

  mirror(id: WorkbookId): MemoryMirror {
    const mirror = this.mirrors.get(id) ?? new MemoryMirror();
    this.mirrors.set(id, mirror);
    return mirror;
  }

  async open(beginning: Beginning = { notes: [], anew: false, wanted: null }): Promise<Tab> {
    const number = this.opened++;
    const events: WorkerEvent[] = [];
    const host = new Host(this.platform(number));
    const started = await host.start((event) => events.push(event), beginning);
    const sleep = (asleep: boolean): void =>
      void (asleep ? this.asleep.add(number) : this.asleep.delete(number));
    return { host, csv: new CsvJobs(host), events, started, sleep };
  }

  private platform(number: number): Platform {
    const { random, lost = 0, through = (kv) => kv } = this.options;
    return {
      current: async () => this.current,
      catalogue: () => this.catalogue,
      remove: async (id) => {
        if ([...this.held.values()].includes(id)) return false;
        this.disks.delete(id);
        this.mirrors.delete(id);
        return true;
      },
      sole: async (id) =>
        this.held.get(number) === id && [...this.held.values()].filter((each) => each === id).length === 1,
      hold: async (id) => void this.held.set(number, id),
      reserve: () => workbookId(`w${this.disks.size + 1}`),
      remember: async (id) => {
        this.current = id;
      },
      mirror: (id) => this.mirror(id),
      open: (id) => {
        const disk = this.disks.get(id) ?? new Map();
        this.disks.set(id, disk);
        return through(new SlowKeyValue(disk, {}, random), number, id);
      },
      tell: (message) => this.tell(number, message, lost),
      listen: (hear) => {
        this.heard[number] = hear;
      },
      alone: async (name, work) => {
        const before = this.locks.get(name) ?? Promise.resolve();
        const mine = before.then(work, work);
        this.locks.set(
          name,
          mine.catch(() => undefined),
        );
        return mine;
      },
      now: () => this.now,
    };
  }

  private tell(from: number, message: TabMessage, lost: number): void {
    for (const [number, hear] of this.heard.entries()) {
      if (number === from || this.options.random.below(100) < lost) continue;
      setImmediate(() => !this.asleep.has(number) && hear(message));
    }
  }
}

/** Until every tab has saved what it has and followed what the others did. */
export async function rest(tabs: readonly Tab[], patience = PATIENCE): Promise<void> {
  for (const { host } of tabs) await host.settled();
  for (const { sleep, host } of tabs) {
    sleep(false);
    await host.follow();
  }
  const level = (): boolean => new Set(tabs.map(({ host }) => host.session.seq)).size === 1;
  // Checksums are made by other threads: the loop may turn many times before one is there.
  for (const end = Date.now() + patience; !level() && Date.now() < end; ) await turn();
}
