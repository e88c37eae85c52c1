/** A browser that can be killed: all of its processes by one signal, as a power cut of the desk would. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { launchOptions } from "./browser.ts";

export interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

const left = new Set<Running>();

/** In a process group of its own, on a profile that outlives it. */
export async function open(profile: string): Promise<Running> {
  const process = spawn(
    launchOptions.executablePath,
    [
      ...launchOptions.args,
      "--headless",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { detached: true, stdio: "ignore" },
  );
  const portFile = join(profile, "DevToolsActivePort");
  for (let tries = 0; tries < 200; tries++) {
    const port = await readFile(portFile, "utf8").then(
      (text) => text.split("\n")[0],
      () => "",
    );
    if (port !== undefined && port !== "") {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null);
      const context = browser?.contexts()[0];
      if (browser !== null && context !== undefined) {
        // As in the other tests: it would fetch and keep the whole app in every new profile.
        await context.addInitScript(() => {
          if ("serviceWorker" in navigator)
            navigator.serviceWorker.register = () => new Promise(() => undefined);
        });
        const running = { process, browser, page: context.pages()[0] ?? (await context.newPage()) };
        left.add(running);
        return running;
      }
    }
    await wait(50);
  }
  throw new Error("the browser did not open its debugging port");
}

export async function kill(running: Running, profile: string): Promise<void> {
  const { pid, exitCode, signalCode } = running.process;
  if (pid === undefined) throw new Error("the browser never started");
  if (exitCode === null && signalCode === null) {
    const gone = new Promise((resolve) => running.process.once("exit", resolve));
    process.kill(-pid, "SIGKILL");
    await gone;
  }
  await running.browser.close().catch(() => undefined);
  left.delete(running);
  // What a dead browser leaves would stop or mislead the next one.
  for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket", "DevToolsActivePort"]) {
    await rm(join(profile, name), { force: true });
  }
}

/** After a test that failed in the middle. */
export function killAll(): void {
  for (const { process: browser } of left) {
    if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null) {
      process.kill(-browser.pid, "SIGKILL");
    }
  }
}
