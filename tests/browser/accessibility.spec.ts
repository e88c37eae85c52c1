/** WCAG 2.2 AA and good practice as far as axe can tell, on every screen and dialog, in every language and theme. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type axe from "axe-core";
import { LANGUAGES, loadLanguage } from "../../src/i18n/index.ts";
import { namesOf, PARTS, type Screen, stageOf, walk } from "../support/screens.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const CONTRAST: axe.RunOnly = { type: "rule", values: ["color-contrast"] };

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The long run asks every language in every theme. */
const LONG = Number(process.env["TIERBOOK_RUNS"] ?? 1) > 1;

/**
 * What a theme can break is contrast alone, so that the other rules are asked in the first; and no language changes a colour, so
 * that the usual run asks for the others in one language.
 */
const THEMES = {
  light: { media: { colorScheme: "light", contrast: "no-preference" }, rules: { type: "tag", values: TAGS } },
  dark: { media: { colorScheme: "dark", contrast: "no-preference" }, rules: CONTRAST },
  contrast: { media: { colorScheme: "light", contrast: "more" }, rules: CONTRAST },
} as const;

/** Names, hints and descriptions that hold no Chinese, of what is not data: someone forgot to translate them. */
function untranslated(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const spoken = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"];
    const found: string[] = [];
    for (const element of document.querySelectorAll("*")) {
      if (element.closest("[role=gridcell]") !== null) continue;
      for (const name of spoken) {
        const text = element.getAttribute(name) ?? "";
        const words = text.replace(/Tierbook|CSV|Page(Up|Down)|\S+\.\w+$|(Ctrl|Shift|Alt)(\+[\w;]+)+/g, "");
        if (/[A-Za-z]{3}/.test(words) && !/\p{Script=Han}/u.test(words)) found.push(`${name}: ${text}`);
      }
    }
    return found;
  });
}

/** What axe objects to, by rule and place. */
function violations(page: Page, rules: axe.RunOnly): Promise<readonly string[]> {
  return page.evaluate(async (runOnly) => {
    // A menu floats beside all landmarks, and has the keyboard while it does.
    const menu = document.querySelector("[role=menu]") !== null;
    const { violations: found } = await window.axe.run(document, {
      runOnly,
      resultTypes: ["violations"],
      ...(menu ? { rules: { region: { enabled: false } } } : {}),
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  }, rules);
}

test.describe.configure({ mode: "parallel", timeout: 240_000 });

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ locale: language === "en" ? "en-US" : language });
    test.beforeAll(() => loadLanguage(language));

    for (const part of PARTS) {
      test(`axe finds nothing wrong in any theme: ${namesOf(part)}`, async ({ page }) => {
        const found: string[] = [];
        const visit = async ({ name }: Screen): Promise<void> => {
          // By the debugger, so that the page's own policy does not stand in the way.
          if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
          if (language !== "en")
            found.push(...(await untranslated(page)).map((each) => `${name}, in English: ${each}`));
          for (const [theme, { media, rules }] of Object.entries(THEMES)) {
            if (!LONG && language !== "en" && theme !== "light") continue;
            await page.emulateMedia({ ...media, reducedMotion: "reduce" });
            found.push(...(await violations(page, rules)).map((each) => `${name}, ${theme}: ${each}`));
          }
        };
        await walk(stageOf(page, language), visit, part);
        expect(found).toEqual([]);
      });
    }
  });
}
