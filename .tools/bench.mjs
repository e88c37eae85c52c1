/** `npm run bench`: builds Tierbook and measures it in the browser; arguments go on to Playwright. */
import { findBrowser } from "./browser.mjs";
import { ensureDependencies } from "./install.mjs";
import { runScript, runTool } from "./run.mjs";

runScript(async () => {
  ensureDependencies();
  const env = { TIERBOOK_BROWSER: findBrowser() };
  const built = await runTool("vite", ["build", "--logLevel", "warn"]);
  if (built !== 0) throw new Error("The build failed.");
  const args = ["test", "--config", "tests/browser", "--project", "bench", "--workers", "1"];
  process.exitCode = await runTool(
    "playwright",
    [...args, "--reporter", "list", ...process.argv.slice(2)],
    env,
  );
});
