/**
 * The texts of the style elements that AG Grid will put into the page, worked out without a page, so that the policy can
 * allow exactly these. The style sheets of its components are literals of its source, of which the build keeps some; what
 * comes of our theme is what AG Grid makes of it here.
 */
import { readFile } from "node:fs/promises";
import { type ESTree, parseSync, type Rolldown, runnerImport, Visitor } from "vite";

const AG_GRID = /\/node_modules\/ag-(stack|grid-community)\/.*\.mjs$/;
const THEME = "src/ui/grid/theme.ts";

function textOf(node: ESTree.Node | null): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.quasis.length === 1)
    return node.quasis[0]?.value.cooked ?? null;
  return null;
}

/** Its build gives every imported style sheet a variable named `…_default`. */
async function sheetsIn(file: string): Promise<readonly string[]> {
  const sheets: string[] = [];
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      const text = id.type === "Identifier" && id.name.endsWith("_default") ? textOf(init) : null;
      if (text?.includes("{")) sheets.push(text);
    },
  }).visit(parseSync(file, await readFile(file, "utf8")).program);
  return sheets;
}

function textsIn(chunk: Rolldown.OutputChunk): ReadonlySet<string> {
  const texts = new Set<string>();
  const add = (node: ESTree.Node): void => {
    const text = textOf(node);
    if (text !== null) texts.add(text);
  };
  new Visitor({ Literal: add, TemplateLiteral: add }).visit(parseSync("chunk.js", chunk.code).program);
  return texts;
}

/** What AG Grid calls of a theme, and the switch for its own tests that lets it work without a page. */
interface ThemeInside {
  _startUse(use: {
    readonly styleContainer: object;
    readonly moduleCss: ReadonlyMap<string, string[]>;
  }): void;
  _getParamsCss(): string;
}
interface AgStack {
  _setStyleInjectionEnabledForTesting(enabled: boolean): void;
}

async function themeStyles(): Promise<readonly string[]> {
  const { module } = await runnerImport<{ readonly theme: ThemeInside }>(THEME, { configFile: false });
  const stack: AgStack = await import("ag-stack");
  const made: { textContent: string }[] = [];
  const page = {
    createElement: () => {
      const element = { textContent: "", dataset: {}, after: () => undefined };
      made.push(element);
      return element;
    },
    head: { querySelectorAll: () => [] },
  };
  const styleContainer = { nodeName: "HEAD", insertBefore: () => undefined, querySelector: () => null };
  Object.assign(globalThis, { document: page });
  stack._setStyleInjectionEnabledForTesting(true);
  try {
    module.theme._startUse({ styleContainer, moduleCss: new Map() });
    // Themes are counted, here through all builds of one process; a page has one.
    const params = module.theme._getParamsCss().replace(/(?<=\.ag-theme-params-)\d+/g, "1");
    return [...made.map(({ textContent }) => textContent), params];
  } finally {
    stack._setStyleInjectionEnabledForTesting(false);
    Reflect.deleteProperty(globalThis, "document");
  }
}

/** Throws where nothing is found, for then AG Grid is built otherwise than this expects. */
export async function gridStyles(bundle: Rolldown.OutputBundle): Promise<readonly string[]> {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const styles = new Set<string>();
  for (const chunk of chunks) {
    const sources = Object.keys(chunk.modules).filter((id) => AG_GRID.test(id.replaceAll("\\", "/")));
    if (sources.length === 0) continue;
    const texts = textsIn(chunk);
    for (const sheet of (await Promise.all(sources.map(sheetsIn))).flat()) {
      if (texts.has(sheet)) styles.add(sheet);
    }
  }
  if (styles.size === 0) throw new Error("None of AG Grid's style sheets was found in the build.");
  for (const style of await themeStyles()) styles.add(style);
  return [...styles];
}
