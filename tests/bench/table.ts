/** The figures as a table in Markdown, padded so that it reads on a terminal too. */
import type { Figure, Growth, LongTask, Spread, Verdict } from "./figures.ts";
import type { Machine } from "./machine.ts";
import { type Target, type Unit, WORKS } from "./works.ts";

const grouped = (count: number): string => count.toLocaleString("en");

/** Three digits that count, and never a power of ten. */
function short(value: number): string {
  if (value >= 100) return grouped(Math.round(value));
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

function spreadText({ median, least, most, count }: Spread, unit: Unit): string {
  const range = count > 1 && short(least) !== short(most) ? ` (${short(least)}–${short(most)})` : "";
  return `${short(median)} ${unit}${range}`;
}

const ratioText = (ratio: number): string =>
  ratio < 0.4 ? `1/${short(1 / ratio)}` : `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;

/** As the budgets write it. */
function targetText(target: Target, unit: Unit): string {
  if ("most" in target) return `≤ ${target.most} ${unit}`;
  return target.ratio < 0.4 ? `≤ ${ratioText(target.ratio)}` : `≤ ${target.ratio}×`;
}

const verdictText = (target: string, verdict: Verdict | null): string =>
  verdict === null ? "" : `${target}: ${verdict === "met" ? "met" : "**missed**"}`;

/** Characters that take two places on a terminal do not occur in it. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [
    line(header),
    `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`,
    ...rows.map(line),
  ].join("\n");
}

function figureRows(figures: readonly Figure[]): readonly (readonly string[])[] {
  return WORKS.flatMap(({ id, title, reference, unit, target }) => {
    const own = figures.filter(({ work }) => work === id);
    return own.map((figure, index) => [
      index === 0 ? title : "",
      grouped(figure.rows),
      spreadText(figure.ours, unit),
      index === 0 ? (reference ?? "") : "",
      figure.reference === null ? "" : spreadText(figure.reference, unit),
      figure.ratio === null ? "" : ratioText(figure.ratio),
      target === null ? "" : verdictText(targetText(target, unit), figure.verdict),
      figure.growth === null ? "" : `${short(figure.growth)}×`,
    ]);
  });
}

const growthRows = (growths: readonly Growth[]): readonly (readonly string[])[] =>
  growths.map(({ work, from, to, per, factor, most, verdict }) => [
    WORKS.find(({ id }) => id === work)?.title ?? work,
    `${grouped(from)} → ${grouped(to)}, ${per === "row" ? "a row" : "in all"}`,
    `${short(factor)}×`,
    verdictText(`≤ ${most}×`, verdict),
  ]);

function machineText(machine: Machine): string {
  const { when, processor, cores, gigabytes, system, node, browser, commit, load } = machine;
  return (
    `${when}${commit === "" ? "" : `, commit ${commit}`}: ${cores} cores of ${processor}, ${gigabytes} GB, ${system}; ` +
    `${browser} headless, Node ${node}; load before ${load}.`
  );
}

export function reportText(
  machine: Machine,
  figures: readonly Figure[],
  growths: readonly Growth[],
  longTasks: readonly LongTask[],
  notes: readonly string[],
): string {
  const parts = [
    machineText(machine),
    table(
      ["work", "rows", "ours", "reference", "it takes", "ours by it", "target", "growth"],
      figureRows(figures),
    ),
  ];
  if (growths.length > 0) parts.push(table(["growth", "rows", "factor", "target"], growthRows(growths)));
  if (longTasks.length > 0) {
    const rows = longTasks.map(({ rows, step, milliseconds }) => [
      grouped(rows),
      step,
      milliseconds.join(", "),
    ]);
    parts.push(table(["rows", "step with a task over 50 ms", "ms"], rows));
  }
  return [...parts, ...notes].join("\n\n");
}
