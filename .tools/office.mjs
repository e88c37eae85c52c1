/**
 * Finds LibreOffice, to which tests give files and clipboards and from which they take them; where that can be done without
 * asking, Debian's is installed. Without it those tests are skipped, and say so.
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

/** Makes known to the tests where it is, or says that there is none. */
export function provideOffice() {
  const office = findOffice();
  if (office !== null) process.env.TIERBOOK_SOFFICE = office;
  console.log(`LibreOffice: ${office ?? "none, so that what it reads and writes is not tested"}`);
}
