/**
 * Finds a browser of the Chromium family to test with: the one named in TIERBOOK_BROWSER, else one in the usual
 * places, else, where that can be done without asking, Debian's chromium is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = [
  "chromium",
  "google-chrome",
  "google-chrome-stable",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/** The same browser without its windows, which would have a page of their own beside each page: a context costs a fifth. */
const SHELL = { package: "chromium-headless-shell", path: "/usr/lib/chromium/chromium-headless-shell" };

/** @returns {string[]} */
function usualPlaces() {
  const { env } = process;
  if (process.platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((folder) => folder);
    const programs = ["Google/Chrome", "Chromium", "Microsoft/Edge"];
    return programs.flatMap((program) =>
      folders.map((folder) =>
        join(folder ?? "", program, "Application", program.endsWith("Edge") ? "msedge.exe" : "chrome.exe"),
      ),
    );
  }
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
      ["/Applications", `${env.HOME}/Applications`].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  return [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/snap/bin/chromium",
  ];
}

/**
 * That a file is there does not mean that it runs: Ubuntu's chromium-browser may only say where to get one.
 * @param {string} path
 */
function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` would open a window.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

/**
 * How to run apt-get as root without a password, or null.
 * @returns {readonly string[] | null}
 */
export function aptAsRoot() {
  const has = (/** @type {string[]} */ [command = "", ...args]) => spawnSync(command, args).status === 0;
  if (process.platform !== "linux" || !has(["apt-get", "--version"])) return null;
  if (process.getuid?.() === 0) return ["env"];
  return has(["sudo", "-n", "true"]) ? ["sudo", "-n", "env"] : null;
}

/**
 * @param {readonly string[]} asRoot
 * @param {readonly string[]} packages
 */
export function install([command = "env", ...before], packages) {
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync(
      command,
      [...before, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3", ...args],
      { stdio: "inherit" },
    );
  apt("update");
  apt("install", "--yes", "--no-install-recommends", ...packages);
}

/**
 * The path of a browser that runs; with `windows` one that a person could use. Throws what to do if there is none.
 * @param {{ windows: boolean }} wanted
 * @returns {string}
 */
export function findBrowser({ windows }) {
  const named = process.env.TIERBOOK_BROWSER;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`TIERBOOK_BROWSER is "${named}", which does not run. Correct it, or unset it.`);
  }
  const places = windows ? usualPlaces() : [SHELL.path, ...usualPlaces()];
  const find = () => places.find(runs);
  const found = find();
  if (found !== undefined) return found;
  const asRoot = aptAsRoot();
  if (asRoot !== null) {
    console.log("No browser found, installing Debian's chromium …");
    for (const name of windows ? ["chromium"] : [SHELL.package, "chromium"]) {
      // The journeys show Chinese names, and a bare machine has no font for them.
      install(asRoot, [name, "fonts-noto-cjk"]);
      const installed = find();
      if (installed !== undefined) return installed;
    }
  }
  throw new Error(
    `Found no Chrome, Chromium or Edge${asRoot === null ? "" : ", and installing Debian's chromium failed (see above)"}.
Install one (on Debian: sudo apt-get install chromium fonts-noto-cjk), or set TIERBOOK_BROWSER to the path of one.`,
  );
}
