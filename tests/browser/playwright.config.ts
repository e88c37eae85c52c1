/**
 * Browser tests and benchmarks, on the built app as `vite preview` serves it. Run them through `npm test` and
 * `npm run bench`, which build it first and find a browser.
 *
 * Playwright stays at 1.59.1: from 1.60 on each look of a waiting `expect` writes down all that is on the page
 * (microsoft/playwright#41098), up to 130 ms of the thread that is tested.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../support/browser.ts";
import { FACTOR } from "../support/campaign.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const port = Number(process.env["TIERBOOK_TEST_PORT"] || 4179);
const baseURL = `http://127.0.0.1:${port}/`;
const longer = Math.max(1, FACTOR);
const minute = 60_000;

export default defineConfig({
  outputDir: `${root}/.cache/test-results`,
  reporter: "list",
  retries: 0,
  // The default depends on the machine; benchmarks have one of their own.
  workers: 2,
  forbidOnly: process.env["CI"] === "true",
  use: {
    baseURL,
    launchOptions,
    locale: "en-US",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    // What cannot be clicked is told where it stands, not as a whole test's time run out.
    actionTimeout: minute / 2,
  },
  // What comes is waited for; how soon it comes is the benchmarks' affair.
  expect: { timeout: minute / 4 },
  projects: [
    {
      name: "journeys",
      testDir: ".",
      testMatch: "**/*.spec.ts",
      timeout: longer * 2 * minute,
      use: {
        // Recording costs time: asked for where a failure is looked into.
        trace: process.env["TIERBOOK_TRACE"] === "on" ? "retain-on-failure" : "off",
        // A service worker fetches and keeps the whole app for each test anew, a third of what a test costs. Those about
        // being offline, installed and safe let it, and so does the first journey.
        serviceWorkers: "block",
      },
    },
    {
      name: "gallery",
      testDir: "../gallery",
      testMatch: "**/*.shots.ts",
      timeout: 10 * minute,
    },
    {
      name: "bench",
      testDir: "../bench",
      testMatch: "**/*.bench.ts",
      workers: 1,
      timeout: 30 * minute,
      // Recording a trace would be measured too.
      use: { trace: "off" },
    },
  ],
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: baseURL,
    // Someone else's server may serve another build.
    reuseExistingServer: false,
  },
});
