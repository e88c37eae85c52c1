/** Build and unit-test configuration. Relative base: the built folder works under any path of any static host. */
import { availableParallelism } from "node:os";
import type { Plugin } from "vite";
import { build } from "vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { gridStyles } from "./.tools/build/gridStyles.ts";
import { collectLicences, licences } from "./.tools/build/licences.ts";
import { offline } from "./.tools/build/offline.ts";
import { guardPage, policy } from "./.tools/build/policy.ts";
import { preloadGrid } from "./.tools/build/preload.ts";

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
    const { outDir } = this.environment.config.build;
    const output = { entryFileNames: "rescue.js", codeSplitting: false };
    await build({
      configFile: false,
      logLevel: "warn",
      publicDir: false,
      plugins: [collectLicences()],
      build: { outDir, target: "es2023", emptyOutDir: false, rolldownOptions: { input: RESCUE, output } },
    });
    await guardPage(outDir, "rescue.html");
  },
};

/** The page of the kit, which only the development server has. */
const kitPage: Plugin = {
  name: "tierbook-kit-page",
  apply: "serve",
  configureServer(server) {
    server.middlewares.use("/kit.html", (_, response, next) => {
      const html =
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
        '<title>The kit</title><div id="app"></div><script type="module" src="/src/ui/kit/page/main.tsx"></script></html>';
      server.transformIndexHtml("/kit.html", html).then((page) => {
        response.setHeader("Content-Type", "text/html");
        response.end(page);
      }, next);
    });
  },
};

/** What is asked for on the same machine is sent as it lies: to pack and unpack it took as long as the tests' clicks. */
const unpacked: Plugin = {
  name: "tierbook-unpacked",
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      delete request.headers["accept-encoding"];
      next();
    });
  },
};

/** What the page and its worker start with: each further file costs a round through the service worker before the first row. */
const inOneFile = {
  output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial" as const] }] } },
};

export default defineConfig({
  base: "./",
  plugins: [
    solid(),
    gridStyles,
    preloadGrid,
    policy,
    collectLicences(),
    rescue,
    licences,
    offline,
    kitPage,
    unpacked,
  ],
  worker: { format: "es", plugins: () => [collectLicences()], rolldownOptions: inOneFile },
  build: { target: "es2023", cssCodeSplit: false, rolldownOptions: inOneFile },
  test: {
    include: ["tests/{unit,property,contract}/**/*.test.ts"],
    environment: "node",
    setupFiles: ["tests/support/languages.ts"],
    // No test changes what another sees; loading every module anew for each file took longer than the tests.
    isolate: false,
    // By itself it leaves one core free, and of two works on one. One more than there are: some tests wait for a disk.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
  },
});
