/** Makes sure that Node is new enough and that node_modules holds exactly what package-lock.json says. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { root } from "./run.mjs";

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package */

/** Vite's own demand. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new Error(
    `Tierbook needs Node 20.19 or newer (of Node 22: 22.12 or newer); this is ${process.versions.node}.
Install a current one from https://nodejs.org/ and run the same command again.`,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(`${root}/${file}`, "utf8")).packages ?? {};
}

/**
 * Optional packages are builds for one system each. Those that differ by C library are not demanded: which of
 * them fits is npm's to tell.
 * @param {Package} wanted
 */
function demanded(wanted) {
  if (wanted.optional !== true) return true;
  if (wanted.os === undefined || wanted.cpu === undefined || wanted.libc !== undefined) return false;
  return wanted.os.includes(process.platform) && wanted.cpu.includes(process.arch);
}

/**
 * npm lists what it installed in a lock file of its own, written last: an interrupted installation has none.
 * Comparing the two needs no stamp, and takes a tree that `npm ci` made as it is.
 */
function isInstalled() {
  const list = "node_modules/.package-lock.json";
  if (!existsSync(`${root}/${list}`)) return false;
  const installed = packagesOf(list);
  const { "": _project, ...locked } = packagesOf("package-lock.json");
  return (
    Object.entries(locked).every(([path, wanted]) =>
      path in installed ? installed[path]?.version === wanted.version : !demanded(wanted),
    ) && Object.keys(installed).every((path) => path in locked)
  );
}

/** Throws what to do when Node is too old or the installation fails. */
export function ensureDependencies() {
  checkNode();
  if (isInstalled()) return;
  console.log("Installing dependencies (npm ci) …");
  const npm = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status === 0) return;
  throw new Error(
    "npm ci failed, see above. It needs the npm registry to be reachable. After that Tierbook needs no network.",
  );
}
