/**
 * Runs the command-line tools that npm installed, by their scripts and not through a shell, so that it works
 * alike on every system.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const SCRIPTS = {
  biome: "@biomejs/biome/bin/biome",
  playwright: "@playwright/test/cli.js",
  tsc: "typescript/bin/tsc",
  vite: "vite/bin/vite.js",
  vitest: "vitest/vitest.mjs",
};

/**
 * Resolves to the exit code; a tool ended by a signal counts as failed.
 * @param {keyof typeof SCRIPTS} tool
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<number>}
 */
export const runTool = (tool, args, env = {}) => runNode(`${root}/node_modules/${SCRIPTS[tool]}`, args, env);

/**
 * Likewise, of a script.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {Promise<number>}
 */
export function runNode(script, args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "inherit",
  });
  // SIGINT, because it is on this one that Playwright closes its browsers and its server.
  const stop = () => {
    child.kill("SIGINT");
    child.once("close", () => process.exit(143));
  };
  process.once("SIGTERM", stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("SIGTERM", stop);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a script's main function; what it throws is told without a stack, for it is meant for people.
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
