/** Brings the samples of all runs together: prints how ours compares, writes it as JSON, and on request into README.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { FOLDER, type Run, readRuns, type Sample } from "./samples.ts";
import { GROWTH, type GrowthTarget, WORKS, type Work } from "./works.ts";

const README = "tests/bench/README.md";
const BEGIN = "<!-- figures: written by `npm run bench -- --record` -->";
const END = "<!-- end of figures -->";

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

interface Line {
  readonly work: Work;
  readonly rows: number;
  readonly ours: Spread;
  readonly reference: Spread | null;
  readonly ratio: number | null;
  readonly met: boolean | null;
}

interface Growth extends GrowthTarget {
  readonly factor: number;
  readonly met: boolean;
}

function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [least] = sorted;
  const most = sorted.at(-1);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  return least === undefined || most === undefined || median === undefined ? null : { median, least, most };
}

function lineOf(work: Work, rows: number, samples: readonly Sample[]): Line | null {
  const own = samples.filter((sample) => sample.work === work.id);
  const side = (which: Sample["side"]) =>
    spreadOf(own.filter((sample) => sample.side === which).map(({ value }) => value));
  const ours = side("ours");
  if (ours === null) return null;
  const reference = side("reference");
  const ratio = reference === null || reference.median === 0 ? null : ours.median / reference.median;
  const { target } = work;
  if (target === null) return { work, rows, ours, reference, ratio, met: null };
  if ("most" in target) return { work, rows, ours, reference, ratio, met: ours.median <= target.most };
  return { work, rows, ours, reference, ratio, met: ratio === null ? null : ratio <= target.ratio };
}

function linesOf(runs: readonly Run[]): readonly Line[] {
  const sizes = [...new Set(runs.map((run) => run.rows))].sort((a, b) => a - b);
  return WORKS.flatMap((work) =>
    sizes.flatMap((rows) => {
      const samples = runs.filter((run) => run.rows === rows).flatMap((run) => run.samples);
      return lineOf(work, rows, samples) ?? [];
    }),
  );
}

function growthOf(lines: readonly Line[]): readonly Growth[] {
  return GROWTH.flatMap((target): Growth[] => {
    const at = (rows: number) => lines.find((line) => line.work.id === target.work && line.rows === rows);
    const [from, to] = [at(target.from), at(target.to)];
    if (from === undefined || to === undefined || from.ours.median === 0) return [];
    const times = to.ours.median / from.ours.median;
    const factor = target.per === "row" ? times / (target.to / target.from) : times;
    return [{ ...target, factor, met: factor <= target.most }];
  });
}

const figure = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });

const spreadText = ({ median, least, most }: Spread): string =>
  least === most ? figure(median) : `${figure(median)} (${figure(least)}–${figure(most)})`;

const verdict = (met: boolean | null): string => (met === null ? "" : met ? "met" : "**missed**");

function targetText({ target, unit }: Work): string {
  if (target === null) return "";
  if ("most" in target) return `≤ ${target.most} ${unit}`;
  return target.ratio < 1 && 1 / target.ratio > 2 ? `≤ 1/${1 / target.ratio}` : `≤ ${target.ratio}×`;
}

function lineText({ work, rows, ours, reference, ratio, met }: Line): string {
  const cells = [
    work.title,
    rows.toLocaleString("en"),
    `${spreadText(ours)} ${work.unit}`,
    reference === null ? "" : `${spreadText(reference)} ${work.unit}: ${work.reference ?? ""}`,
    ratio === null ? "" : ratio.toPrecision(2),
    targetText(work),
    verdict(met),
  ];
  return `| ${cells.join(" | ")} |`;
}

function tableOf(lines: readonly Line[], growth: readonly Growth[]): string {
  const grown = growth.map(({ work, from, to, per, most, factor, met }) => {
    const sizes = `${from.toLocaleString("en")} → ${to.toLocaleString("en")}`;
    return `| ${work} | ${sizes} | ${factor.toPrecision(3)}${per === "row" ? " a row" : ""} | ≤ ${most} | ${verdict(met)} |`;
  });
  const head =
    "| work | rows | ours | reference | ratio | target | |\n| --- | --- | --- | --- | --- | --- | --- |";
  const growthHead = "| growth of | rows | factor | target | |\n| --- | --- | --- | --- | --- |";
  return [head, ...lines.map(lineText), "", growthHead, ...grown].join("\n");
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}) of a shared virtual machine, ${memory} GB, Node ${process.version}, headless Chromium.`;
}

function record(table: string): void {
  const text = readFileSync(README, "utf8");
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${README} has lost the marks around its figures`);
  writeFileSync(README, `${text.slice(0, begin)}${BEGIN}\n\n${machine()}\n\n${table}\n\n${text.slice(end)}`);
}

const runs = readRuns();
const lines = linesOf(runs);
const growth = growthOf(lines);
const table = tableOf(lines, growth);
console.log(table);
for (const note of new Set(runs.flatMap((run) => run.notes))) console.log(note);
const journeys = runs.flatMap((run) => run.journeys.map((journey) => ({ rows: run.rows, ...journey })));
writeFileSync(
  join(FOLDER, "results.json"),
  JSON.stringify({ machine: machine(), lines, growth, journeys }, null, 1),
);
if (process.argv.includes("--record")) record(table);
