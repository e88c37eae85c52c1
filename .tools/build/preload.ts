/**
 * The page asks for the grid's files, the largest ones, while its own scripts still run: they are fetched and compiled
 * beside them, and run when they are asked for. Without this they would begin to load after the first paint, and where the service
 * worker serves them Chromium compiles them anew each time.
 */
import type { Plugin } from "vite";

const GRID = /\/ui\/grid\/SheetGrid\.tsx$/;

export const preloadGrid: Plugin = {
  name: "tierbook-preload-grid",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const grid = chunks.find((file) => file.isDynamicEntry && GRID.test(file.facadeModuleId ?? ""));
      if (grid === undefined) throw new Error("The grid has no file of its own.");
      const entries = chunks.filter(({ isEntry }) => isEntry);
      const known = new Set(entries.map(({ fileName }) => fileName));
      const scripts = [grid.fileName, ...grid.imports.filter((name) => !known.has(name))];
      const styles = [...(grid.viteMetadata?.importedCss ?? [])];
      const link = (name: string, attrs: Record<string, string>) => ({
        tag: "link",
        attrs: { crossorigin: true, href: `./${name}`, ...attrs },
        injectTo: "head" as const,
      });
      // Behind the page's own script.
      return [
        ...scripts.map((name) => link(name, { rel: "modulepreload", fetchpriority: "low" })),
        ...styles.map((name) => link(name, { rel: "preload", as: "style" })),
      ];
    },
  },
};
