/**
 * `npm test`: every check there is, in order. Ends with a line of counts and fails unless all passed.
 *
 * `--only=unit,browser` runs some stages, `--long` the long campaign of the property tests, in a browser with windows.
 * TIERBOOK_SEED and TIERBOOK_RUNS (how many times the usual runs) go on to the tests.
 */
import { readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { knownHoles } from "./audit.mjs";
import { findBrowser } from "./browser.mjs";
import { ensureDependencies } from "./install.mjs";
import { provideOffice } from "./office.mjs";
import { root, runNode, runScript, runTool } from "./run.mjs";

const SEED = 20261123;
const LONG_RUNS = 50;
const TEST_TIMEOUT = 60_000;
/**
 * So many browser tests may fail at first and pass when tried again, which a busy machine does to one now and then; they
 * are named. What proves that nothing is lost is never tried again (`retries: 0` in its file).
 */
const SECOND_GOES = 1;

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ runs: number, long: boolean, browser: () => string, built: boolean }} Context */
/** @typedef {{ name: string, title: string, run: (context: Context) => Promise<Counts> }} Stage */

/** @param {number} exitCode @returns {Counts} */
const asOne = (exitCode) => ({ passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 });

/**
 * What a runner reported, never better than its exit code: a runner that fails without a failed test (a file
 * that does not load, a crash, no tests at all) has one failure.
 * @param {string} path
 * @param {number} exitCode
 * @param {(report: any) => Counts} read
 */
function reported(path, exitCode, read) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    Object.assign(counts, read(JSON.parse(readFileSync(path, "utf8"))));
  } catch {
    counts.failed = 1;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** @param {string} name */
function emptyReport(name) {
  const path = `${root}/.cache/${name}.json`;
  rmSync(path, { force: true });
  return path;
}

/** @param {Context} context */
async function unit({ runs }) {
  const path = emptyReport("vitest");
  const exitCode = await runTool("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${path}`,
    `--testTimeout=${TEST_TIMEOUT * Math.max(1, runs)}`,
  ]);
  return reported(path, exitCode, (report) => ({
    passed: report.numPassedTests,
    // A file that does not load has no tests to fail.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
          file.status === "failed" && file.assertionResults.length === 0,
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** @param {Context} context */
async function browser({ long, browser, built }) {
  if (!built) {
    console.log("Skipped: there is no build to test.");
    return asOne(1);
  }
  const path = emptyReport("playwright");
  const exitCode = await runTool(
    "playwright",
    [
      ...["test", "--config", "tests/browser", "--project", "journeys", "--reporter", "list,json"],
      ...["--retries", long ? "0" : "1"],
    ],
    { TIERBOOK_BROWSER: browser(), PLAYWRIGHT_JSON_OUTPUT_FILE: path },
  );
  return reported(path, exitCode, ({ stats }) => {
    if (stats.flaky > 0) console.log(`${stats.flaky} passed only when tried again: see “flaky” above.`);
    const excused = Math.min(stats.flaky, SECOND_GOES);
    return {
      passed: stats.expected + excused,
      failed: stats.unexpected + stats.flaky - excused,
      skipped: stats.skipped,
    };
  });
}

/** A registry that does not answer is no fault of the app: skipped, and said. */
async function audit() {
  const holes = knownHoles();
  if (holes === null) {
    console.log("Not available: the registry gave no answer to npm audit.");
    return { passed: 0, failed: 0, skipped: 1 };
  }
  for (const hole of holes) console.log(`Known hole in ${hole}; npm audit tells more.`);
  return { passed: holes.length === 0 ? 1 : 0, failed: holes.length, skipped: 0 };
}

/** @type {readonly Stage[]} */
const STAGES = [
  { name: "lint", title: "Format and lint", run: async () => asOne(await runTool("biome", ["ci", "."])) },
  { name: "types", title: "Types", run: async () => asOne(await runTool("tsc", ["-b"])) },
  {
    name: "build",
    title: "Build",
    run: async (context) => {
      const counts = asOne(await runTool("vite", ["build"]));
      context.built = counts.failed === 0;
      return counts;
    },
  },
  { name: "unit", title: "Unit, property and contract tests", run: unit },
  { name: "browser", title: "Browser tests", run: browser },
  { name: "audit", title: "Known holes in packages (npm audit)", run: audit },
];

/** @returns {{ stages: readonly Stage[], long: boolean }} */
function options() {
  const { values } = parseArgs({ options: { only: { type: "string" }, long: { type: "boolean" } } });
  const names = values.only?.split(",") ?? STAGES.map((stage) => stage.name);
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no stage "${unknown}"; there are ${STAGES.map(({ name }) => name).join(", ")}.`,
    );
  }
  // The browser tests never meet an old build.
  if (names.includes("browser")) names.push("build");
  return { stages: STAGES.filter(({ name }) => names.includes(name)), long: values.long ?? false };
}

/** @param {string} name @param {number} otherwise */
function numberFrom(name, otherwise) {
  const number = Number(process.env[name] || otherwise);
  if (Number.isFinite(number)) process.env[name] = String(number);
  else throw new Error(`${name} is "${process.env[name]}", which is no number.`);
  return number;
}

/**
 * Looks before the stages, which take long; what it finds is told where it is needed.
 * @param {boolean} long
 */
function lookForBrowser(long) {
  try {
    const path = findBrowser({ windows: long });
    console.log(`Browser: ${path}`);
    return () => path;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/**
 * What a bare machine lacks is installed while packages are, code is checked and the app is built. Where that fails, it is
 * told by whoever looks for it.
 * @param {readonly Stage[]} stages
 * @param {boolean} long
 */
function provideAhead(stages, long) {
  const names = stages.map(({ name }) => name);
  const wanted = [
    ...(names.includes("unit") || names.includes("browser") ? ["office"] : []),
    ...(names.includes("browser") ? ["browser", ...(long ? ["windows"] : [])] : []),
  ];
  if (wanted.length === 0) return async () => () => "";
  const provided = runNode(`${root}/.tools/provide.mjs`, wanted).catch(() => 1);
  /** @type {(() => string) | null} */
  let browser = null;
  return async () => {
    if (browser !== null) return browser;
    await provided;
    provideOffice();
    browser = names.includes("browser") ? lookForBrowser(long) : () => "";
    return browser;
  };
}

/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** @param {Counts} counts */
const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** @param {Stage} stage @param {Context} context */
async function runStage({ title, run }, context) {
  const start = performance.now();
  console.log(`\n== ${title}`);
  const counts = await run(context).catch((error) => {
    console.log(error instanceof Error ? error.message : error);
    return asOne(1);
  });
  return { counts, summary: `${title}: ${inWords(counts)} (${seconds(start)})` };
}

runScript(async () => {
  const { stages, long } = options();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const summaries = [];
  try {
    const seed = numberFrom("TIERBOOK_SEED", SEED);
    const runs = numberFrom("TIERBOOK_RUNS", long ? LONG_RUNS : 1);
    console.log(`Seed ${seed}, runs × ${runs} (TIERBOOK_SEED and TIERBOOK_RUNS change them)`);
    const provide = provideAhead(stages, long);
    ensureDependencies();
    const context = { runs, long, browser: () => "", built: false };
    for (const stage of stages) {
      if (stage.name === "unit" || stage.name === "browser") context.browser = await provide();
      const { counts, summary } = await runStage(stage, context);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
      summaries.push(summary);
      console.log(summary);
    }
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    total.failed++;
  }
  console.log(["", ...summaries, inWords(total)].join("\n"));
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
});
