/** Build and unit-test configuration. Relative base: the built folder works under any path of any static host. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { build } from "vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

/**
 * V8's hint to compile a file while it loads, off the interface thread, instead of each function when it first
 * runs: a third of what the grid's first appearance costs. To other engines it is a comment.
 */
const eagerCompile: Plugin = {
  name: "tierbook-eager-compile",
  apply: "build",
  // On the files as written: Vite puts code of its own before whatever a chunk begins with.
  async writeBundle({ dir }, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk" || dir === undefined) continue;
      const path = join(dir, file.fileName);
      await writeFile(path, `//# allFunctionsCalledOnLoad\n${await readFile(path, "utf8")}`);
    }
  },
};

/** The Rescue page shares no file with the app: where one of those is missing or broken, it still starts. */
const RESCUE = "src/rescue/main.ts";
const rescue: Plugin = {
  name: "tierbook-rescue",
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      if (request.url === "/rescue.js") request.url = `/${RESCUE}`;
      next();
    });
  },
  async closeBundle() {
    if (this.environment?.config.command !== "build") return;
    const output = { entryFileNames: "rescue.js", codeSplitting: false };
    await build({
      configFile: false,
      logLevel: "warn",
      publicDir: false,
      build: { target: "es2023", emptyOutDir: false, rolldownOptions: { input: RESCUE, output } },
    });
  },
};

export default defineConfig({
  base: "./",
  plugins: [solid(), eagerCompile, rescue],
  worker: { format: "es" },
  build: { target: "es2023" },
  test: {
    include: ["tests/{unit,property,contract}/**/*.test.ts"],
    environment: "node",
    setupFiles: ["tests/support/languages.ts"],
    testTimeout: 60_000,
  },
});
