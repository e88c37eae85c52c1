/** The machine that the figures hold for. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";

export interface Machine {
  /** ISO 8601, to the minute, UTC. */
  readonly when: string;
  readonly processor: string;
  readonly cores: number;
  readonly gigabytes: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  /** Of the tree measured; "+" where it had changes that are in no commit, "" where it is no checkout. */
  readonly commit: string;
  /** Processes that wanted to run in the minute before. */
  readonly load: number;
}

function answer(command: string, ...args: string[]): string {
  return spawnSync(command, args, { encoding: "utf8" }).stdout?.trim() ?? "";
}

function systemName(): string {
  try {
    const [, name] = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8")) ?? [];
    return name ?? platform();
  } catch {
    return platform();
  }
}

export function describeMachine(): Machine {
  const changed = answer("git", "status", "--porcelain") !== "";
  return {
    when: `${new Date().toISOString().slice(0, 16)}Z`,
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${systemName()}, kernel ${release()}`,
    node: process.version,
    browser: answer(process.env["TIERBOOK_BROWSER"] ?? "chromium", "--version").replace(/ built on.*$/, ""),
    commit: `${answer("git", "rev-parse", "--short", "HEAD")}${changed ? "+" : ""}`,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
