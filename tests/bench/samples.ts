/** What a run leaves behind: one file of figures each, which the report brings together. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Machine } from "./machine.ts";
import type { WorkId } from "./works.ts";

export const FOLDER = ".cache/bench";
const SAMPLES = join(FOLDER, "samples");
const MACHINE = join(FOLDER, "machine.json");

export interface Sample {
  readonly work: WorkId;
  readonly side: "ours" | "reference";
  /** In the work's unit. */
  readonly value: number;
}

/** Something done on the screen, and the longest task the interface thread had meanwhile; 0: none over 50 ms. */
export interface Journey {
  readonly step: string;
  readonly milliseconds: number;
  readonly longestTask: number;
}

export interface Run {
  readonly rows: number;
  readonly samples: readonly Sample[];
  readonly journeys: readonly Journey[];
  /** What could not be measured, and why. */
  readonly notes: readonly string[];
}

export function writeRun(name: string, run: Run): void {
  mkdirSync(SAMPLES, { recursive: true });
  writeFileSync(join(SAMPLES, `${name}.json`), JSON.stringify(run, null, 1));
}

export function readRuns(): readonly Run[] {
  return readdirSync(SAMPLES)
    .sort()
    .map((name): Run => JSON.parse(readFileSync(join(SAMPLES, name), "utf8")));
}

export const writeMachine = (machine: Machine): void => writeFileSync(MACHINE, JSON.stringify(machine));
export const readMachine = (): Machine => JSON.parse(readFileSync(MACHINE, "utf8"));
