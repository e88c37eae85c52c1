/**
 * Who imports whom, read with the parser of the build itself, so that comments, strings and JSX mislead nobody;
 * and the cycles in it. Works on a map of files so that tests can hand it one of their own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { type ESTree, parseSync, Visitor } from "vite";

/** Texts by path, relative to the folder they are in. */
export type Files = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** As written; null where it is an expression. */
  readonly specifier: string | null;
  /** What a relative specifier leads to, beginning with `../` outside of the folder; null for packages. */
  readonly file: string | null;
  /** Gone when the types are: `import type` and `export type`. `import { type A }` stays as an import of nothing. */
  readonly typeOnly: boolean;
  /** Only its address: by `…?worker&url`, or `new URL(…, import.meta.url)`. */
  readonly byUrl: boolean;
}

export function readFiles(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(ts|tsx)$/.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]));
}

function resolve(files: Files, from: string, specifier: string): string | null {
  if (!/^\.{0,2}(\/|$)/.test(specifier)) return null;
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, "")).replace(/\/$/, "");
  const endings = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
  return endings.map((ending) => path + ending).find((each) => files.has(each)) ?? path;
}

function isMeta(node: ESTree.Node | undefined, property: string): boolean {
  return (
    node?.type === "MemberExpression" &&
    node.object.type === "MetaProperty" &&
    node.property.type === "Identifier" &&
    node.property.name === property
  );
}

function importsOf(files: Files, from: string, text: string): readonly Import[] {
  const { program, errors } = parseSync(from, text);
  if (errors[0] !== undefined) throw new Error(`${from}: ${errors[0].message}`);
  const imports: Import[] = [];
  const add = (source: ESTree.Node | undefined, typeOnly: boolean, byUrl = false) => {
    const specifier = source?.type === "Literal" && typeof source.value === "string" ? source.value : null;
    const file = specifier === null ? null : resolve(files, from, specifier);
    const address = byUrl || /\?(worker&)?url$/.test(specifier ?? "");
    imports.push({ from, specifier, file, typeOnly, byUrl: address });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.source, node.exportKind === "type");
    },
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    CallExpression: (node) => {
      if (isMeta(node.callee, "glob")) add(undefined, false);
    },
    NewExpression: (node) => {
      const { callee, arguments: given } = node;
      if (callee.type === "Identifier" && callee.name === "URL" && isMeta(given[1], "url"))
        add(given[0], false, true);
    },
  }).visit(program);
  return imports;
}

export function readImports(files: Files): readonly Import[] {
  return [...files].flatMap(([path, text]) => importsOf(files, path, text));
}

/** Each as `a.ts → b.ts → a.ts`. Types are free to go round, for nothing of them runs, unless they are asked for as well. */
export function findCycles(imports: readonly Import[], withTypes = false): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { from, file, typeOnly } of imports) {
    if (file !== null && (withTypes || !typeOnly)) targets.set(from, [...(targets.get(from) ?? []), file]);
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const start = path.indexOf(file);
    if (start !== -1) cycles.push([...path.slice(start), file].join(" → "));
    if (start !== -1 || done.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return cycles;
}
