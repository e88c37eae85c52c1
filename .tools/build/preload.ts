/**
 * The page asks for the grid's file, the largest one, while its own scripts still run: it is fetched and compiled beside
 * them, and runs when it is asked for. Without this it would begin to load after the first paint, and where the service
 * worker serves it Chromium compiles it anew each time.
 */
import type { Plugin } from "vite";

const GRID = /\/ui\/grid\/SheetGrid\.tsx$/;

export const preloadGrid: Plugin = {
  name: "tierbook-preload-grid",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle = {} }) {
      const grid = Object.values(bundle).find(
        (file) => file.type === "chunk" && file.isDynamicEntry && GRID.test(file.facadeModuleId ?? ""),
      );
      if (grid === undefined) throw new Error("The grid has no file of its own.");
      const attrs = {
        rel: "modulepreload",
        crossorigin: true,
        href: `./${grid.fileName}`,
        fetchpriority: "low",
      };
      // Behind the page's own script and what that needs.
      return [{ tag: "link", attrs, injectTo: "head" }];
    },
  },
};
