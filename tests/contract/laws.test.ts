/** The law of laws: a number that stands in a test's name means one sentence, stated in bold in one README of the house. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STATED = /\*\*([A-Z]\d+)\*\*/g;
/** The numbers that a test's name begins with: "R1 R3 is imported…". */
const NAMED = /\b(?:it|test|describe)(?:\.\w+)*\(\s*["'`]((?:[A-Z]\d+:? )+)|\)\(\s*["'`]((?:[A-Z]\d+:? )+)/g;

const readAll = (folder: string, which: RegExp): readonly (readonly [path: string, text: string])[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => which.test(path))
    .sort()
    .map((path) => [path, readFileSync(`${ROOT}${folder}/${path}`, "utf8")]);

/** Where each law is stated. */
function statements(files: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [path, text] of files)
    for (const [, law = ""] of text.matchAll(STATED)) found.set(law, [...(found.get(law) ?? []), path]);
  return found;
}

const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].flatMap(([, first, second]) => (first ?? second ?? "").match(/[A-Z]\d+/g) ?? []);

describe("laws", () => {
  const stated = statements(readAll("src", /README\.md$/));

  it("are stated once each", () => {
    expect(stated.size).toBeGreaterThan(30);
    expect([...stated].filter(([, places]) => places.length > 1)).toEqual([]);
  });

  it("that test names carry are stated, and each stated one is carried by a test", () => {
    const tests = readAll("tests", /\.(test|spec)\.ts$/);
    const named = new Map(tests.flatMap(([path, text]) => namedIn(text).map((law) => [law, path] as const)));
    expect([...named].filter(([law]) => !stated.has(law))).toEqual([]);
    expect([...stated].filter(([law]) => !named.has(law))).toEqual([]);
  });
});

it("the check sees a number that is stated twice, and reads names with several", () => {
  const twice = statements([
    ["a.md", "**R1** what a fill adds. **R2** without."],
    ["b.md", "**R1** no bytes."],
  ]);
  expect(twice.get("R1")).toEqual(["a.md", "b.md"]);
  expect(
    namedIn('it("R1 R3 is"); test(`X2 of`); it.each([1])("A1 %s are"); it("F2-key"); it("of Q1 a")'),
  ).toEqual(["R1", "R3", "X2", "A1"]);
});
