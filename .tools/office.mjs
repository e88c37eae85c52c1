/**
 * Finds LibreOffice, from which tests take what it puts on the clipboard; where that can be done without asking, Debian's is
 * installed. Without it those tests are skipped, and say so.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptAsRoot, install } from "./browser.mjs";

/** @returns {string | null} */
function find() {
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    "/usr/bin",
    "/Applications/LibreOffice.app/Contents/MacOS",
    "C:\\Program Files\\LibreOffice\\program",
  ];
  const names = process.platform === "win32" ? ["soffice.com"] : ["soffice"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync) ?? null;
}

/**
 * The path of soffice, or null.
 * @returns {string | null}
 */
export function findOffice() {
  const found = find();
  const asRoot = found === null ? aptAsRoot() : null;
  if (asRoot === null) return found;
  console.log("No LibreOffice found, installing Debian's, without its windows …");
  const start = performance.now();
  install(asRoot, ["libreoffice-calc-nogui"]);
  console.log(`Installed in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  return find();
}

/** Says that it looked, so that the tests need not. */
export function officeEnvironment() {
  const office = findOffice();
  if (office === null) console.log("No LibreOffice: what it pastes and copies is not tested.");
  return { TIERBOOK_OFFICE: office ?? "" };
}
