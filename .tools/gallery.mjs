/** `npm run gallery`: builds Tierbook and takes a picture of every screen into `.cache/gallery`. */
import { rmSync } from "node:fs";
import { findBrowser } from "./browser.mjs";
import { ensureDependencies } from "./install.mjs";
import { root, runScript, runTool } from "./run.mjs";

runScript(async () => {
  ensureDependencies();
  process.env.TIERBOOK_BROWSER = findBrowser({ windows: true });
  if ((await runTool("vite", ["build", "--logLevel", "warn"])) !== 0) throw new Error("The build failed.");
  rmSync(`${root}/.cache/gallery`, { recursive: true, force: true });
  process.exitCode = await runTool("playwright", [
    "test",
    "--config",
    "tests/browser",
    "--project",
    "gallery",
  ]);
});
