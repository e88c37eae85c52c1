/**
 * What the packages that are built into the app ask to be told with it: their licences and notices, as `licences.txt`.
 * Vite's own `build.license` leaves out notices and what only workers or the Rescue page are made of.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const FILE = "licences.txt";
const ROOT = fileURLToPath(new URL("../../node_modules", import.meta.url));
const IN_PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//;
const TELLING = /^(licen[cs]es?|copying|notice|third[-_]party)/i;
const RULE = "=".repeat(80);

/** Workbox makes the service worker of these by itself. */
const OF_SERVICE_WORKER = ["workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"];

/** Folders of packages. */
const found = new Set<string>();

/** For every build whose files end up in the folder: page, worker, Rescue. */
export const collectLicences = (): Plugin => ({
  name: "tierbook-collect-licences",
  apply: "build",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk") continue;
      for (const module of file.moduleIds) {
        const [folder] = IN_PACKAGE.exec(module) ?? [];
        if (folder !== undefined) found.add(dirname(join(folder, "package.json")));
      }
    }
  },
});

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

interface Told {
  readonly name: string;
  readonly text: string;
}

/** Throws where a package has nothing to tell: someone must find out what it asks. */
async function told(folder: string): Promise<Told> {
  const { name, version, license }: Package = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && TELLING.test(entry.name))
    .map((each) => each.name);
  if (files.length === 0) throw new Error(`${name} comes without its licence.`);
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), "utf8")));
  return {
    name,
    text: [`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join("\n\n"),
  };
}

/** After all that is built, and before the service worker takes stock of the folder. */
export const licences: Plugin = {
  name: "tierbook-licences",
  apply: "build",
  closeBundle: {
    sequential: true,
    async handler() {
      const folders = new Set([...found, ...OF_SERVICE_WORKER.map((name) => join(ROOT, name))]);
      const all = await Promise.all([...folders].map(told));
      all.sort((a, b) => (a.name < b.name ? -1 : 1));
      const head = "Tierbook is made with these packages, by their authors' leave.";
      const text = [head, ...all.map((each) => `${RULE}\n${each.text}`)].join("\n\n");
      // The mark in front says that it is UTF-8 where a host does not.
      await writeFile(join(this.environment.config.build.outDir, FILE), `\uFEFF${text}\n`);
    },
  },
};
