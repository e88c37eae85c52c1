/**
 * Charts that stand open are asked for again after each change. While the page draws the frame that shows it and the disk
 * takes it, the worker has nothing to do: it works out by then what will be asked, and tells it to who waits for it.
 */
import { pause, SHORT_SLICE } from "../engine/steps.ts";
import type { ChartAhead, ChartQuestion, ChartReply } from "./chartApi.ts";

/** All that an answer comes from, but for the question: each is the same object or number, or the answer is another. */
export type Standpoint = readonly unknown[];

export interface ChartGrounds {
  readonly answer: (question: ChartQuestion) => ChartReply;
  /** Null: nothing is worked out from here. */
  readonly standpoint: (question: ChartQuestion) => Standpoint | null;
}

/** Milliseconds: what takes longer would keep rows waiting. */
const SHORT = 60;
/** A question is forgotten that so many changes did not bring again. */
const PATIENCE = 2;
/** More charts than a dashboard has; recipes that are tried out come and go without a change. */
const MOST = 48;

interface Asked {
  readonly question: ChartQuestion;
  /** The question as text. */
  readonly key: string;
  /** Milliseconds. */
  readonly took: number;
  changes: number;
  ready: { readonly from: Standpoint; readonly reply: ChartReply; told: boolean } | null;
}

const isSame = (a: Standpoint, b: Standpoint): boolean => a.every((part, index) => Object.is(part, b[index]));

export class ChartsAhead {
  private readonly grounds: ChartGrounds;
  /** By the chart, which is asked for in one way at a time; what was asked first stands first. */
  private readonly asked = new Map<string, Asked>();
  private readonly waiting: ((answers: readonly ChartAhead[]) => void)[] = [];
  private run = 0;

  constructor(grounds: ChartGrounds) {
    this.grounds = grounds;
  }

  answer(question: ChartQuestion): ChartReply {
    const [sheet, recipe] = question;
    const chart = JSON.stringify([sheet, recipe]);
    const key = JSON.stringify(question);
    const known = this.asked.get(chart);
    if (known?.key === key) {
      const reply = this.readyFor(known);
      if (reply !== null) {
        known.changes = 0;
        return reply;
      }
    }
    const start = performance.now();
    const reply = this.grounds.answer(question);
    this.asked.set(chart, { question, key, took: performance.now() - start, changes: 0, ready: null });
    const [oldest] = this.asked.keys();
    if (this.asked.size > MOST && oldest !== undefined) this.asked.delete(oldest);
    return reply;
  }

  /** Resolves with what is ready and was told to nobody, behind one of the next changes at the latest. */
  next(): Promise<readonly ChartAhead[]> {
    const answers = new Promise<readonly ChartAhead[]>((resolve) => this.waiting.push(resolve));
    this.tell();
    return answers;
  }

  /** After a change: answers what was asked after one of the last. What comes in meanwhile waits for a slice at most. */
  async prepare(): Promise<void> {
    this.run += 1;
    const { run } = this;
    let began = performance.now();
    for (const [chart, asked] of [...this.asked]) {
      asked.changes += 1;
      asked.ready = null;
      if (asked.changes > PATIENCE) {
        this.asked.delete(chart);
        continue;
      }
      if (asked.took > SHORT) continue;
      if (performance.now() - began >= SHORT_SLICE) {
        this.tell();
        await pause();
        // A newer change, or it was asked meanwhile.
        if (run !== this.run) return;
        began = performance.now();
      }
      if (asked.changes === 0 || this.asked.get(chart) !== asked) continue;
      const from = this.grounds.standpoint(asked.question);
      if (from !== null) asked.ready = { from, reply: this.grounds.answer(asked.question), told: false };
    }
    this.tell();
  }

  /** Null: nothing was worked out, or from what is no more. */
  private readyFor({ question, ready }: Asked): ChartReply | null {
    const now = this.grounds.standpoint(question);
    return ready !== null && now !== null && isSame(ready.from, now) ? ready.reply : null;
  }

  private tell(): void {
    if (this.waiting.length === 0) return;
    const answers: ChartAhead[] = [];
    for (const asked of this.asked.values()) {
      const reply = this.readyFor(asked);
      if (asked.ready === null || asked.ready.told || reply === null) continue;
      asked.ready.told = true;
      answers.push({ question: asked.question, reply });
    }
    if (answers.length === 0) return;
    for (const resolve of this.waiting.splice(0)) resolve(answers);
  }
}
