/**
 * `npm run bench`: measures Tierbook, its floors and its peers in one run, and prints how they compare.
 *
 * `--quick` leaves out the million rows, `--only=sort` measures one step or one work, `--record` puts the table into
 * tests/bench/README.md. Fails on a wrong result, a crash or a long task; a target that is missed is only told.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { findBrowser } from "./browser.mjs";
import { ensureDependencies } from "./install.mjs";
import { root, runScript, runTool } from "./run.mjs";

const SIZES = [10_000, 100_000, 1_048_576];
const QUICK_SIZES = SIZES.slice(0, 2);
const FOLDER = `${root}/.cache/bench`;
const BENCH = `${root}/tests/bench`;

/** What Node runs, what the pages run before all else, and the peers' page; none of it in the app's `dist`. */
async function buildTools() {
  const { build } = await import("vite");
  const common = /** @type {const} */ ({ root: BENCH, configFile: false, logLevel: "warn" });
  const tools = { outDir: `${FOLDER}/tools`, emptyOutDir: false, minify: false };
  await build({
    ...common,
    build: {
      ...tools,
      ssr: true,
      rolldownOptions: {
        input: ["prepare", "engine/engine", "report"].map((name) => `${BENCH}/${name}.ts`),
        output: { entryFileNames: "[name].mjs" },
      },
    },
  });
  await build({
    ...common,
    build: {
      ...tools,
      lib: {
        entry: `${BENCH}/browser/probe.ts`,
        formats: ["iife"],
        name: "probe",
        fileName: () => "probe.js",
      },
    },
  });
  await build({
    ...common,
    root: `${BENCH}/peers`,
    base: "./",
    worker: { format: "es" },
    build: {
      outDir: `${FOLDER}/peers`,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: ["index", "start", "edit"].map((name) => `${BENCH}/peers/${name}.html`) },
    },
  });
  // By itself: its size is what AG Grid alone weighs.
  await build({
    ...common,
    build: {
      outDir: `${FOLDER}/alone`,
      rolldownOptions: {
        input: `${BENCH}/peers/alone.ts`,
        output: { entryFileNames: "[name].js" },
      },
    },
  });
}

/**
 * Whether it went well.
 * @param {string} tool
 * @param {readonly unknown[]} args
 */
function runNode(tool, ...args) {
  const options = ["--expose-gc", "--max-old-space-size=8192", `${FOLDER}/tools/${tool}.mjs`];
  const { status } = spawnSync(process.execPath, [...options, ...args.map(String)], {
    cwd: root,
    stdio: "inherit",
  });
  return status === 0;
}

/** @param {readonly number[]} sizes */
async function measure(sizes) {
  console.log("Preparing the files …");
  if (!runNode("prepare", ...sizes)) return false;
  let well = true;
  for (const size of sizes) well = runNode("engine", size) && well;
  const args = ["test", "--config", "tests/browser", "--project", "bench", "--reporter", "list"];
  return (await runTool("playwright", args)) === 0 && well;
}

runScript(async () => {
  const { values } = parseArgs({
    options: { quick: { type: "boolean" }, only: { type: "string" }, record: { type: "boolean" } },
  });
  const sizes = values.quick === true ? QUICK_SIZES : SIZES;
  ensureDependencies();
  process.env.TIERBOOK_BROWSER = findBrowser({ windows: true });
  process.env.TIERBOOK_BENCH_SIZES = sizes.join(",");
  if (values.only !== undefined) process.env.TIERBOOK_BENCH_ONLY = values.only;
  if ((await runTool("vite", ["build", "--logLevel", "warn"])) !== 0) throw new Error("The build failed.");
  rmSync(FOLDER, { recursive: true, force: true });
  await buildTools();
  const well = await measure(sizes);
  const reported = runNode("report", ...(values.record === true ? ["--record"] : []));
  process.exitCode = well && reported ? 0 : 1;
});
