/** WCAG 2.2 AA and good practice as far as axe can tell, on every screen and dialog, in every language and theme. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type axe from "axe-core";
import { LANGUAGES, type Language, loadLanguage } from "../../src/i18n/index.ts";
import { namesOf, PARTS, type Screen, stageOf, walk } from "../support/screens.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const CONTRAST = "color-contrast";

/** Rows of a sheet beyond the first: each is as they are, and half of all that axe would look at. */
const FURTHER_ROWS = ".sheet-grid [role=row]:nth-child(n+4)";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The long run asks every language in every theme. */
const LONG = Number(process.env["TIERBOOK_RUNS"] ?? 1) > 1;

const THEMES = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
} as const;

/**
 * What a theme can break is contrast alone, so that the other rules are asked in the first; and no language changes a colour, so
 * that the usual run asks for contrast in one language.
 */
function optionsFor(language: Language, theme: keyof typeof THEMES): axe.RunOptions | null {
  const colours = LONG || language === "en";
  if (theme !== "light") return colours ? { runOnly: { type: "rule", values: [CONTRAST] } } : null;
  const rules = colours ? {} : { rules: { [CONTRAST]: { enabled: false } } };
  return { runOnly: { type: "tag", values: TAGS }, ...rules };
}

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
function violations(
  page: Page,
  options: axe.RunOptions,
  exclude: readonly string[],
): Promise<readonly string[]> {
  return page.evaluate(
    async ([given, without]) => {
      // A menu floats beside all landmarks, and has the keyboard while it does.
      const menu = document.querySelector("[role=menu]") !== null;
      const { violations: found } = await window.axe.run(
        { include: document, exclude: [...without] },
        {
          ...given,
          resultTypes: ["violations"],
          rules: { ...given.rules, ...(menu ? { region: { enabled: false } } : {}) },
        },
      );
      return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    },
    [options, exclude] as const,
  );
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
          const exclude = LONG || name.startsWith("sheet") ? [] : [FURTHER_ROWS];
          for (const theme of ["light", "dark", "contrast"] as const) {
            const options = optionsFor(language, theme);
            if (options === null) continue;
            await page.emulateMedia({ ...THEMES[theme], reducedMotion: "reduce" });
            const broken = await violations(page, options, exclude);
            found.push(...broken.map((each) => `${name}, ${theme}: ${each}`));
          }
        };
        await walk(stageOf(page, language), visit, part);
        expect(found).toEqual([]);
      });
    }
  });
}
