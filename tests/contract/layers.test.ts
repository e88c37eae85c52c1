/** The law of imports: rooms from the inside out, and what may cross each of their walls. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findCycles, type Import, readFiles, readImports } from "../support/imports.ts";

/** What each room may import besides itself. Types count, for who knows a type knows its room. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  fields: ["core"],
  // Not fields: the roots hand it the registry of kinds.
  engine: ["core"],
  storage: ["core", "fields", "engine"],
  exchange: ["core", "fields", "engine"],
  // It words what stands in the files that it writes.
  worker: ["core", "fields", "engine", "storage", "exchange", "i18n"],
  // It words whatever any room may have to say.
  i18n: ["core", "fields", "engine", "storage", "exchange"],
  app: ["core", "fields", "engine", "storage", "exchange", "worker", "i18n"],
  ui: ["core", "fields", "engine", "storage", "exchange", "worker", "i18n", "app"],
  // A root of its own: the page that must work where the others do not.
  rescue: ["core", "fields", "engine", "storage", "exchange", "worker", "i18n", "app", "ui"],
  main: ["core", "fields", "engine", "storage", "exchange", "worker", "i18n", "app", "ui"],
};

/** Walls that let only types through: the worker runs elsewhere, and i18n only puts into words. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = {
  i18n: ["engine", "storage", "exchange"],
  app: ["worker"],
  ui: ["worker"],
  main: ["worker"],
};

const CORE: Readonly<Record<string, readonly string[]>> = {
  model: [],
  change: ["model"],
  schema: ["model", "change"],
  template: ["model", "change", "schema"],
};

/** The one file that names the worker's script. */
const SCRIPTS = "app/scripts.ts";
const DOM_PACKAGE =
  /^(solid-js|@kobalte|@corvu|@solid-primitives|ag-grid-[a-z]+|ag-charts-[a-z]+|chart\.js)(\/|$)/;
const DOM_ROOMS = ["i18n", "app", "ui", "main"];
/** What of the fields draws cells, in contrast to what reads and writes values. */
const DRAWS = /^fields\/(\w+\/)?(grid|cell)\.tsx?$/;
const KINDS_GRID = /^fields\/\w+\/grid\.tsx?$/;
const KINDS_FILE = /^fields\/\w+\/.+$/;
const MESSAGES = /^fields\/(\w+\/)?messages\.ts$/;

/** What lies directly in src belongs to main. */
const roomOf = (path: string) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "main");
const coreRoomOf = (path: string) => path.split("/")[1] ?? "";

function packageBreach({ from, specifier }: Import): string | null {
  const name = specifier ?? "";
  const room = roomOf(from);
  if (room === "core" && !(from.startsWith("core/schema/") && name === "valibot")) {
    return "core imports no packages but valibot, that in core/schema";
  }
  if (DOM_PACKAGE.test(name) && !DOM_ROOMS.includes(room) && !DRAWS.test(from)) {
    return `${room} has no DOM: it also runs in the worker`;
  }
  return null;
}

function roomBreach({ from, typeOnly, byUrl }: Import, file: string): string | null {
  const [room, other] = [roomOf(from), roomOf(file)];
  for (const each of [room, other]) if (!(each in ROOMS)) return `${each} is no room of the law of imports`;
  if (room === other) return null;
  // What the fields say and draw is worded in the language of the interface.
  if (other === "i18n" && (MESSAGES.test(from) || DRAWS.test(from))) return null;
  if (!ROOMS[room]?.includes(other)) return `${room} may not import ${other}`;
  if (TYPES_ONLY[room]?.includes(other) && !typeOnly && !(byUrl && from === SCRIPTS)) {
    return `${room} may import only types from ${other}${other === "worker" ? `; ${SCRIPTS} names its script` : ""}`;
  }
  return null;
}

function coreBreach({ from }: Import, file: string): string | null {
  if (roomOf(from) !== "core" || roomOf(file) !== "core") return null;
  const [room, other] = [coreRoomOf(from), coreRoomOf(file)];
  for (const each of [room, other]) if (!(each in CORE)) return `core/${each} is no room of core`;
  return room === other || CORE[room]?.includes(other) ? null : `core/${room} may not import core/${other}`;
}

function fieldsBreach({ from }: Import, file: string): string | null {
  if (roomOf(file) !== "fields") return null;
  const isUi = ["ui", "main"].includes(roomOf(from));
  if (KINDS_GRID.test(file) && !isUi && from !== "fields/grid.ts") {
    return "only fields/grid.ts and ui may import how a kind draws its cells";
  }
  if (DRAWS.test(file) && !isUi && !DRAWS.test(from)) return "only ui may import what draws cells";
  if (roomOf(from) !== "fields" && !isUi && KINDS_FILE.test(file) && !file.endsWith("/core.ts")) {
    return "outside of ui, a kind is its core.ts";
  }
  return null;
}

function breachOf(each: Import): string | null {
  const { specifier, file } = each;
  if (specifier === null) return "a module has to be named by a plain string, or nobody can check it";
  if (file === null) return packageBreach(each);
  if (file.startsWith("..")) return "nothing is imported from outside of src";
  if (file === "main.tsx") return "nobody imports main.tsx";
  return roomBreach(each, file) ?? coreBreach(each, file) ?? fieldsBreach(each, file);
}

function breaches(imports: readonly Import[]): readonly string[] {
  return imports.flatMap((each) => {
    const rule = breachOf(each);
    return rule === null ? [] : [`${each.from} imports ${each.specifier ?? "by an expression"}: ${rule}`];
  });
}

describe("the law of imports in src", () => {
  const imports = readImports(readFiles(fileURLToPath(new URL("../../src", import.meta.url))));

  it("holds for every import", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(breaches(imports)).toEqual([]);
  });

  it("leaves no cycle between files", () => {
    expect(findCycles(imports)).toEqual([]);
  });

  it("leaves none in the exchange by types either", () => {
    const within = imports.filter((each) => roomOf(each.from) === "exchange");
    expect(within.length).toBeGreaterThan(50);
    expect(findCycles(within, true)).toEqual([]);
  });
});

describe("the check of the law", () => {
  const found = (from: string, code: string) => breaches(readImports(new Map([[from, code]])));

  it.each([
    ["core/model/a.ts", `import { x } from "../../fields/index.ts";`, "core may not import fields"],
    [
      "core/model/a.ts",
      `import type { x } from "../change/index.ts";`,
      "core/model may not import core/change",
    ],
    ["core/change/a.ts", `export * from "../schema/index.ts";`, "core/change may not import core/schema"],
    ["core/model/a.ts", `import * as v from "valibot";`, "core imports no packages"],
    ["core/schema/a.ts", `import fc from "fast-check";`, "core imports no packages"],
    ["core/other/a.ts", `import { x } from "../model/index.ts";`, "core/other is no room"],
    [
      "engine/query/a.ts",
      `import type { Kind } from "../../fields/kind.ts";`,
      "engine may not import fields",
    ],
    ["engine/a.ts", `import { createSignal } from "solid-js";`, "engine has no DOM"],
    ["engine/a.ts", `import type { Accessor } from "solid-js/web";`, "engine has no DOM"],
    ["worker/a.ts", `import { Chart } from "chart.js";`, "worker has no DOM"],
    ["fields/text/core.ts", `import { Button } from "@kobalte/core/button";`, "fields has no DOM"],
    ["storage/a.ts", `import { x } from "../exchange/api.ts";`, "storage may not import exchange"],
    ["exchange/a.ts", `import type { X } from "../storage/index.ts";`, "exchange may not import storage"],
    ["exchange/a.ts", `export { x } from "../worker/a.ts";`, "exchange may not import worker"],
    ["worker/a.ts", `const x = await import("../app/app.ts");`, "worker may not import app"],
    ["worker/a.ts", `type T = import("../app/app.ts").App;`, "worker may not import app"],
    ["app/a.ts", `import { host } from "../worker/host.ts";`, "app may import only types from worker"],
    ["app/a.ts", `import { type Api } from "../worker/api.ts";`, "app may import only types from worker"],
    [
      "app/a.ts",
      `new Worker(new URL("../worker/data.worker.ts", import.meta.url));`,
      "app may import only types from worker",
    ],
    [
      "app/a.ts",
      `import url from "../worker/data.worker.ts?worker&url";`,
      "app may import only types from worker",
    ],
    [SCRIPTS, `import { host } from "../worker/host.ts";`, "app may import only types from worker"],
    ["app/a.ts", `import { Grid } from "../ui/grid/Grid.tsx";`, "app may not import ui"],
    ["ui/a.tsx", `import "../main.tsx"; const a = <b>import "x"</b>;`, "nobody imports main.tsx"],
    ["ui/a.tsx", `import json from "../../package.json";`, "outside of src"],
    ["ui/a.tsx", `const pages = import.meta.glob("./views/*.tsx");`, "plain string"],
    ["ui/a.tsx", `const page = (name: string) => import(name);`, "plain string"],
    ["shared/a.ts", `import { x } from "../core/model/index.ts";`, "shared is no room"],
    [
      "i18n/en.ts",
      `import { x } from "../engine/session/session.ts";`,
      "i18n may import only types from engine",
    ],
    ["fields/text/core.ts", `import { x } from "../../i18n/index.ts";`, "fields may not import i18n"],
    ["fields/text/core.ts", `import { textCell } from "./grid.tsx";`, "only fields/grid.ts and ui"],
    ["fields/date/grid.tsx", `import { textCell } from "../text/grid.tsx";`, "only fields/grid.ts and ui"],
    ["fields/index.ts", `import { cellOf } from "./grid.ts";`, "only ui may import what draws"],
    ["app/a.ts", `import { cellOf } from "../fields/grid.ts";`, "only ui may import what draws"],
    ["app/a.ts", `import { calendar } from "../fields/date/calendar.ts";`, "a kind is its core.ts"],
  ])("finds in %s: %s", (from, code, rule) => {
    expect(found(from, code)).toEqual([expect.stringContaining(rule)]);
    expect(found(from, code)[0]).toMatch(new RegExp(`^${from} imports .+: `));
  });

  it.each([
    ["core/schema/a.ts", `import * as v from "valibot"; import type { C } from "../change/index.ts";`],
    [
      "engine/a.ts",
      `/* import { x } from "../ui/a.ts"; */ const text = 'import("../ui/a.ts")'; const re = /["'\`]/;`,
    ],
    [
      "worker/a.ts",
      `import { kinds } from "../fields/index.ts"; import { open } from "../storage/index.ts";`,
    ],
    ["fields/text/messages.ts", `import type { Language } from "../../i18n/index.ts";`],
    ["fields/grid.ts", `import { textCell } from "./text/grid.tsx"; import "solid-js";`],
    [SCRIPTS, `import url from "../worker/data.worker.ts?worker&url";`],
    ["app/a.ts", `import type { Api } from "../worker/api.ts"; export type { Api } from "../worker/api.ts";`],
    ["main.tsx", `import "./main.css"; import { App } from "./ui/App.tsx"; import "./app/create.ts";`],
  ])("has nothing against %s: %s", (from, code) => {
    expect(found(from, code)).toEqual([]);
  });

  it("finds a cycle, also one of a file with itself, but not one of types", () => {
    const cycles = (files: Record<string, string>) => findCycles(readImports(new Map(Object.entries(files))));
    const a = `export { b } from "./b.ts";`;
    const c = `export const load = () => import("./a.ts");`;
    expect(cycles({ "a.ts": a, "b.ts": `import "./c";`, "c.ts": c })).toEqual(["a.ts → b.ts → c.ts → a.ts"]);
    expect(cycles({ "a.ts": `import "./a.ts";` })).toEqual(["a.ts → a.ts"]);
    const byType = { "a.ts": a, "b.ts": `import type { A } from "./a.ts";` };
    expect(cycles(byType)).toEqual([]);
    expect(findCycles(readImports(new Map(Object.entries(byType))), true)).toEqual(["a.ts → b.ts → a.ts"]);
  });
});
