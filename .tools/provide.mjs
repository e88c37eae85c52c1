/**
 * Finds or installs what the tests need beside npm's packages, and says what there is. A program of its own, so that
 * `npm test` can do other things meanwhile: on a bare machine it takes about a minute.
 */
import { findBrowser } from "./browser.mjs";
import { findOffice } from "./office.mjs";
import { runScript } from "./run.mjs";

runScript(async () => {
  if (process.argv.includes("office")) findOffice();
  if (process.argv.includes("browser")) findBrowser({ windows: process.argv.includes("windows") });
});
