/**
 * AG Grid's style sheets as a file, ahead of our own in `theme.css`. Put into the page by AG Grid, they cost the task that
 * makes the grid a third of its time, and the policy a hash each. They are literals of its source; what comes of our
 * theme is what AG Grid makes of it here.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ESTree, type Plugin, parseSync, runnerImport, Visitor } from "vite";

const AG_GRID = /\/node_modules\/ag-(stack|grid-community)\/.*\.mjs$/;
const STYLES = /\/ui\/grid\/theme\.css$/;
const THEME = "src/ui/grid/theme.ts";
/** The grid's host and what AG Grid puts elsewhere, which takes this class over. */
const CLASS = "ag-theme-tierbook";

/** Those of the parts that are used, as its build names them, in AG Grid's own order. */
const USED = [
  "shared",
  "core",
  "columnAutoSize",
  "column_delay_render",
  "column_moving",
  "cell_editing",
  "pinnedColumnModule",
  "tooltip",
  "dragAndDropImageComponent",
  "overlayWrapperComponent",
];

interface Sheet {
  readonly name: string;
  readonly text: string;
  /** Of the literal in the source. */
  readonly start: number;
  readonly end: number;
}

function textOf(node: ESTree.Node | null): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.quasis.length === 1)
    return node.quasis[0]?.value.cooked ?? null;
  return null;
}

/** Its build gives every imported style sheet a variable named `…_default`. */
function sheetsIn(code: string): readonly Sheet[] {
  const sheets: Sheet[] = [];
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      const name = id.type === "Identifier" ? /^(.+)_default$/.exec(id.name)?.[1] : undefined;
      const text = name === undefined ? null : textOf(init);
      if (name === undefined || init === null || text === null || !text.includes("{")) return;
      sheets.push({ name, text, start: init.start, end: init.end });
    },
  }).visit(parseSync("ag.mjs", code).program);
  return sheets;
}

const sourceOf = (name: string): string => {
  const entry = dirname(fileURLToPath(import.meta.resolve(name)));
  return join(entry.slice(0, entry.lastIndexOf(name)), name, "dist/package/main.esm.mjs");
};

async function usedSheets(): Promise<readonly string[]> {
  const sources = await Promise.all(
    ["ag-stack", "ag-grid-community"].map((name) => readFile(sourceOf(name), "utf8")),
  );
  const sheets = new Map(sources.flatMap(sheetsIn).map(({ name, text }) => [name, text]));
  return USED.map((name) => {
    const text = sheets.get(name);
    if (text === undefined) throw new Error(`AG Grid has no style sheet “${name}” any more.`);
    return text;
  });
}

/** The theme's values, under a class of our own and without AG Grid's way of taking them over from a grid around. */
async function themeValues(): Promise<string> {
  const { module } = await runnerImport<{ readonly theme: { _getParamsCss(): string } }>(THEME, {
    configFile: false,
  });
  const [own] = module.theme._getParamsCss().split(/^(?=:where\(\.ag-theme-inherit-)/m);
  const values = own
    ?.replace(/\.ag-theme-params-\d+/, `.${CLASS}`)
    .replace(/var\(--ag-inherited-[\w-]+, (.*)\);$/gm, "$1;");
  if (values === undefined || !values.includes(`.${CLASS}`) || values.includes("inherited"))
    throw new Error("AG Grid writes the values of a theme otherwise than expected.");
  return values;
}

export const gridStyles: Plugin = {
  name: "tierbook-grid-styles",
  enforce: "pre",
  transform: {
    filter: { id: [STYLES, AG_GRID] },
    async handler(code, id) {
      if (STYLES.test(id)) return { code: [...(await usedSheets()), await themeValues(), code].join("\n") };
      // Nothing is to be carried twice.
      if (this.environment.config.command !== "build") return null;
      const without = sheetsIn(code).reduceRight(
        (rest, { start, end }) => `${rest.slice(0, start)}""${rest.slice(end)}`,
        code,
      );
      return { code: without, map: null };
    },
  },
};
