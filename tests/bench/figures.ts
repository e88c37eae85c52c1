/** From the samples of all runs to one figure a work and size: median, ratio, growth, and whether it is enough. */
import type { Run } from "./samples.ts";
import { GROWTH, type GrowthTarget, WORKS, type Work } from "./works.ts";

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

export type Verdict = "met" | "missed";

export interface Figure {
  readonly work: string;
  readonly rows: number;
  readonly ours: Spread;
  readonly reference: Spread | null;
  /** Ours by the reference. */
  readonly ratio: number | null;
  /** By ours at the next smaller size. */
  readonly growth: number | null;
  /** Null where no target is set, or nothing to hold it against was measured. */
  readonly verdict: Verdict | null;
}

export interface Growth extends GrowthTarget {
  readonly factor: number;
  readonly verdict: Verdict;
}

/** A step in which the interface thread was held up. */
export interface LongTask {
  readonly rows: number;
  readonly step: string;
  readonly milliseconds: readonly number[];
}

function spread(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >>> 1;
  const upper = sorted[half];
  const least = sorted[0];
  const most = sorted.at(-1);
  if (upper === undefined || least === undefined || most === undefined) return null;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? upper);
  return { median: (lower + upper) / 2, least, most, count: sorted.length };
}

/** Of each run the longest task of all its journeys. */
const longestTasks = (runs: readonly Run[]): readonly number[] =>
  runs
    .filter(({ journeys }) => journeys.length > 0)
    .map(({ journeys }) => Math.max(...journeys.map(({ longestTask }) => longestTask)));

function valuesOf(runs: readonly Run[], work: string, side: "ours" | "reference"): readonly number[] {
  if (work === "long-task") return side === "ours" ? longestTasks(runs) : [];
  return runs
    .flatMap(({ samples }) => samples)
    .filter((sample) => sample.work === work && sample.side === side)
    .map(({ value }) => value);
}

const verdictOf = (holds: boolean): Verdict => (holds ? "met" : "missed");

function judge({ target }: Work, ours: Spread, ratio: number | null): Verdict | null {
  if (target === null) return null;
  // One task over the limit is one too many, however the other runs went.
  if ("most" in target) return verdictOf((target.worst ? ours.most : ours.median) <= target.most);
  return ratio === null ? null : verdictOf(ratio <= target.ratio);
}

function figuresOf(work: Work, runs: readonly Run[], sizes: readonly number[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (const rows of sizes) {
    const own = runs.filter((run) => run.rows === rows);
    const ours = spread(valuesOf(own, work.id, "ours"));
    if (ours === null) continue;
    const reference = spread(valuesOf(own, work.id, "reference"));
    const ratio = reference === null || reference.median === 0 ? null : ours.median / reference.median;
    const before = figures.at(-1)?.ours.median ?? 0;
    const growth = before > 0 ? ours.median / before : null;
    figures.push({
      work: work.id,
      rows,
      ours,
      reference,
      ratio,
      growth,
      verdict: judge(work, ours, ratio),
    });
  }
  return figures;
}

export function makeFigures(runs: readonly Run[]): readonly Figure[] {
  const sizes = [...new Set(runs.map(({ rows }) => rows))].sort((a, b) => a - b);
  return WORKS.flatMap((work) => figuresOf(work, runs, sizes));
}

export function makeGrowth(figures: readonly Figure[]): readonly Growth[] {
  return GROWTH.flatMap((target): readonly Growth[] => {
    const at = (rows: number): number | undefined =>
      figures.find((figure) => figure.work === target.work && figure.rows === rows)?.ours.median;
    const [small, large] = [at(target.from), at(target.to)];
    if (small === undefined || large === undefined || small === 0) return [];
    const factor = large / small / (target.per === "row" ? target.to / target.from : 1);
    return [{ ...target, factor, verdict: verdictOf(factor <= target.most) }];
  });
}

export function findLongTasks(runs: readonly Run[], limit: number): readonly LongTask[] {
  const found = new Map<string, { rows: number; step: string; milliseconds: number[] }>();
  for (const { rows, journeys } of runs) {
    for (const { step, longestTask } of journeys) {
      if (longestTask <= limit) continue;
      const key = `${rows} ${step}`;
      const known = found.get(key) ?? { rows, step, milliseconds: [] };
      known.milliseconds.push(longestTask);
      found.set(key, known);
    }
  }
  return [...found.values()];
}
