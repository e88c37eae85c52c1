/** `npm run gallery`: a picture of every screen in every language, theme and width, for people to look at. */
import { mkdirSync } from "node:fs";
import { test } from "@playwright/test";
import { LANGUAGES, loadLanguage } from "../../src/i18n/index.ts";
import { stageOf, walk } from "../support/screens.ts";

const FOLDER = ".cache/gallery";
const WIDTHS = [1280, 390] as const;
const THEMES = {
  light: { colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  dark: { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  contrast: { colorScheme: "light", contrast: "more", forcedColors: "none" },
  forced: { colorScheme: "dark", contrast: "more", forcedColors: "active" },
} as const;

test.beforeAll(() => Promise.all(LANGUAGES.map(loadLanguage)));

for (const language of LANGUAGES) {
  for (const [theme, media] of Object.entries(THEMES)) {
    for (const width of WIDTHS) {
      test(`${language}, ${theme}, ${width} px`, async ({ browser, baseURL }) => {
        const locale = language === "en" ? "en-US" : language;
        const viewport = { width, height: width < 600 ? 844 : 800 };
        const context = await browser.newContext({
          locale,
          viewport,
          hasTouch: width < 600,
          serviceWorkers: "block",
          ...(baseURL === undefined ? {} : { baseURL }),
        });
        const page = await context.newPage();
        await page.emulateMedia({ ...media, reducedMotion: "reduce" });
        mkdirSync(FOLDER, { recursive: true });
        await walk(stageOf(page, language), async ({ name }) => {
          await page.screenshot({ path: `${FOLDER}/${name}_${language}_${theme}_${width}.png` });
        });
        await context.close();
      });
    }
  }
}
