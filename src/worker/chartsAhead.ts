/**
 * Charts that stand open are asked for again after each change. When it is on disk, the page is still drawing the frame that
 * shows it and the worker has nothing to do: it works out by then what will be asked.
 */
import type { ChartRecipe, SheetId } from "../core/model/index.ts";
import type { ChartReply } from "../engine/charts/answer.ts";
import { pause } from "../engine/steps.ts";

export type ChartQuestion = readonly [sheet: SheetId, recipe: ChartRecipe, search: string, then: boolean];

/** All that an answer comes from, but for the question: each is the same object or number, or the answer is another. */
export type Standpoint = readonly unknown[];

export interface ChartGrounds {
  readonly answer: (question: ChartQuestion) => ChartReply;
  /** Null: nothing is worked out from here, for it may be taken back. */
  readonly standpoint: (question: ChartQuestion) => Standpoint | null;
}

/** Milliseconds: what takes longer would keep rows waiting. */
const SHORT = 60;
/** A question is forgotten that so many changes did not bring again. */
const PATIENCE = 2;

interface Asked {
  readonly question: ChartQuestion;
  readonly took: number;
  changes: number;
  ready: { readonly from: Standpoint; readonly reply: ChartReply } | null;
}

const isSame = (a: Standpoint, b: Standpoint): boolean => a.every((part, index) => Object.is(part, b[index]));

export class ChartsAhead {
  private readonly grounds: ChartGrounds;
  private readonly asked = new Map<string, Asked>();
  private run = 0;

  constructor(grounds: ChartGrounds) {
    this.grounds = grounds;
  }

  answer(question: ChartQuestion): ChartReply {
    const key = JSON.stringify(question);
    const known = this.asked.get(key);
    const ready = known?.ready ?? null;
    const now = this.grounds.standpoint(question);
    if (known !== undefined && ready !== null && now !== null && isSame(ready.from, now)) {
      known.changes = 0;
      return ready.reply;
    }
    const start = performance.now();
    const reply = this.grounds.answer(question);
    this.asked.set(key, { question, took: performance.now() - start, changes: 0, ready: null });
    return reply;
  }

  /** After a change: answers what was asked after one of the last, one question at a time. */
  async prepare(): Promise<void> {
    this.run += 1;
    const { run } = this;
    for (const [key, asked] of [...this.asked]) {
      asked.changes += 1;
      asked.ready = null;
      if (asked.changes > PATIENCE) {
        this.asked.delete(key);
        continue;
      }
      if (asked.took > SHORT) continue;
      await pause();
      // A newer change, or it was asked meanwhile.
      if (run !== this.run) return;
      if (asked.changes === 0 || this.asked.get(key) !== asked) continue;
      const from = this.grounds.standpoint(asked.question);
      if (from !== null) asked.ready = { from, reply: this.grounds.answer(asked.question) };
    }
  }
}
