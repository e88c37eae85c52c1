/** Builds of the app that differ, as those of two days do: each names itself in the title of its start screen. */
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const NAMED = /\/src\/(ui\/shell\/StartScreen|ui\/history\/HistoryPanel|ui\/charts\/ChartPanel)\.tsx$/;

/** In parts that are loaded with the page and in parts that are loaded later, so that all get other names. */
const named = (version: string): Plugin => ({
  name: "tests-version",
  transform: {
    filter: { id: NAMED },
    handler: (code) => ({ code: `${code}\nwindow["version"] = ${JSON.stringify(version)};`, map: null }),
  },
});

/** Returns its folder. */
export async function buildVersion(version: string): Promise<string> {
  const outDir = `.cache/builds/${version}`;
  await rm(`${root}/${outDir}`, { recursive: true, force: true });
  await build({ root, logLevel: "error", plugins: [named(version)], build: { outDir } });
  return `${root}/${outDir}`;
}
