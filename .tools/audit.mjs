/** Asks the registry whether it knows of holes in the packages that are part of the built app. */
import { spawnSync } from "node:child_process";
import { root } from "./run.mjs";

const PATIENCE = 60_000;

/**
 * The names of the packages with known holes; null where the registry does not tell: there is no network, or it is a
 * mirror without this service.
 * @returns {readonly string[] | null}
 */
export function knownHoles() {
  const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0"];
  const npm = spawnSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    timeout: PATIENCE,
    shell: process.platform === "win32",
  });
  return read(npm.stdout ?? "");
}

/**
 * What npm printed.
 * @param {string} text
 * @returns {readonly string[] | null}
 */
export function read(text) {
  try {
    const { vulnerabilities } = JSON.parse(text);
    if (typeof vulnerabilities !== "object" || vulnerabilities === null) return null;
    return Object.values(vulnerabilities).map(({ name, severity }) => `${name} (${severity})`);
  } catch {
    return null;
  }
}
