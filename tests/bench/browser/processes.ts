/** Memory and work of a browser's processes as the kernel counts them. On Linux; elsewhere there are none to see. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

export interface Renderer {
  /** Resident bytes of the page with its worker. */
  readonly resident: () => number;
  /** Most of them since `resetPeak`. */
  readonly peak: () => number;
  readonly resetPeak: () => void;
  /** Processor time used so far, in ticks of 10 ms. */
  readonly ticks: () => number;
}

interface Process {
  readonly id: string;
  readonly parent: string;
  readonly command: string;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It ended meanwhile.
    return "";
  }
}

/** The fields of /proc/…/stat that follow the command's name, which may hold anything. */
const statOf = (id: string): readonly string[] =>
  read(`/proc/${id}/stat`).replace(/^.*\)/s, "").trim().split(" ");

function processes(): readonly Process[] {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.map((id) => ({
    id,
    parent: statOf(id)[1] ?? "",
    command: read(`/proc/${id}/cmdline`).replaceAll("\0", " "),
  }));
}

function bytesOf(id: string, name: "VmRSS" | "VmHWM"): number {
  const kilobytes = new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(read(`/proc/${id}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function descendants(all: readonly Process[], of: string): readonly Process[] {
  const children = all.filter((each) => each.parent === of);
  return children.flatMap((child) => [child, ...descendants(all, child.id)]);
}

/** The largest page of the browser that runs on `profile`; null where the kernel does not tell. */
export function findRenderer(profile: string): Renderer | null {
  if (process.platform !== "linux") return null;
  const all = processes();
  const browser = all.find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes("--type="),
  );
  if (browser === undefined) return null;
  const [largest] = descendants(all, browser.id)
    .filter(({ command }) => command.includes("--type=renderer"))
    .sort((a, b) => bytesOf(b.id, "VmRSS") - bytesOf(a.id, "VmRSS"));
  if (largest === undefined) return null;
  const { id } = largest;
  return {
    resident: () => bytesOf(id, "VmRSS"),
    peak: () => bytesOf(id, "VmHWM"),
    resetPeak: () => writeFileSync(`/proc/${id}/clear_refs`, "5"),
    ticks: () => {
      const stat = statOf(id);
      return Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
    },
  };
}
