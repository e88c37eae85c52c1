/** Entry: brings the runs together, prints them, keeps them as JSON, and with `--record` puts them into the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findLongTasks, makeFigures, makeGrowth } from "./figures.ts";
import { FOLDER, readMachine, readRuns } from "./samples.ts";
import { reportText } from "./table.ts";
import { LONGEST_TASK } from "./works.ts";

const README = "tests/bench/README.md";
const BEGIN = "<!-- figures: written by `npm run bench -- --record` -->";
const END = "<!-- end of figures -->";

function writeReadme(text: string): void {
  const old = readFileSync(README, "utf8");
  const [begin, end] = [old.indexOf(BEGIN), old.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${README} has lost its markers "${BEGIN}" and "${END}".`);
  writeFileSync(README, `${old.slice(0, begin)}${BEGIN}\n\n${text}\n\n${old.slice(end)}`);
}

const runs = readRuns();
const machine = readMachine();
const figures = makeFigures(runs);
const growths = makeGrowth(figures);
const longTasks = findLongTasks(runs, LONGEST_TASK);
const notes = [...new Set(runs.flatMap((run) => run.notes))];
const text = reportText(machine, figures, growths, longTasks, notes);
console.log(`\n${text}\n`);
writeFileSync(
  join(FOLDER, "results.json"),
  JSON.stringify({ machine, figures, growths, longTasks, notes }, null, 1),
);
if (process.argv.includes("--record")) writeReadme(text);
