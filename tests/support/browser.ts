/** How the tests start a browser: the one that the tools found, without anything it does of its own accord. */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** For Playwright and, as executable and arguments, for tests that start and kill a browser of their own. */
export const launchOptions: { executablePath: string; args: string[] } = {
  executablePath: process.env["TIERBOOK_BROWSER"] || "/usr/bin/chromium",
  args: [
    // Chromium refuses its sandbox to root, and CI is root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-background-networking",
    "--disable-component-update",
    // Containers often have too little of it.
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
  ],
};

/**
 * An empty user-data-dir, for a browser that has to find its data again when it starts the next time. Removed
 * when this process ends, at the latest.
 */
export async function freshProfile(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "tierbook-profile-"));
  if (profiles.size === 0) process.once("exit", removeProfiles);
  profiles.add(path);
  return path;
}

const profiles = new Set<string>();

function removeProfiles(): void {
  for (const path of profiles) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
