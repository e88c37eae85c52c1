/** WCAG 2.2 AA as far as axe can tell, on every screen and dialog, in every language and theme. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type axe from "axe-core";
import { LANGUAGES, loadLanguage } from "../../src/i18n/index.ts";
import { stageOf, walk } from "../support/screens.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What axe objects to, by rule and place. */
async function violations(page: Page): Promise<readonly string[]> {
  // By the debugger, so that the page's own policy does not stand in the way.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { violations: found } = await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  }, TAGS);
}

const THEMES = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
} as const;

test.beforeAll(() => Promise.all(LANGUAGES.map(loadLanguage)));

for (const language of LANGUAGES) {
  for (const [theme, media] of Object.entries(THEMES)) {
    test(`axe finds nothing wrong on any screen, ${language}, ${theme}`, async ({ browser, baseURL }) => {
      test.setTimeout(240_000);
      const locale = language === "en" ? "en-US" : language;
      const context = await browser.newContext({ locale, ...(baseURL === undefined ? {} : { baseURL }) });
      const page = await context.newPage();
      await page.emulateMedia({ ...media, reducedMotion: "reduce" });
      const found: string[] = [];
      await walk(stageOf(page, language), async ({ name }) => {
        found.push(...(await violations(page)).map((each) => `${name}: ${each}`));
      });
      expect(found).toEqual([]);
      await context.close();
    });
  }
}
