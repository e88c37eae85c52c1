/**
 * Every screen and dialog: WCAG 2.2 AA and good practice as far as axe can tell, nothing untranslated, no breach of the policy, and
 * on a phone and at 200 % all of it within the window, with 44 px for a thumb.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type axe from "axe-core";
import { LANGUAGES, type Language, loadLanguage } from "../../src/i18n/index.ts";
import { LONG } from "../support/campaign.ts";
import { guard } from "../support/guard.ts";
import { floats, namesOf, PARTS, type Screen, stageOf, walk } from "../support/screens.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const CONTRAST = "color-contrast";
const THUMB = 44;

/** What stands above all else, and is what a screen is about that has one. */
const FLOATING = ["[role=dialog]", "[role=menu]", "[role=listbox]"] as const;

/** Rows of a sheet beyond the first: each is as they are, and half of all that axe would look at. */
const FURTHER_ROWS = ".sheet-grid [role=row]:nth-child(n+4)";

interface Context {
  /** Of the whole page where it is empty. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const THEMES = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
} as const;
type Theme = keyof typeof THEMES;
/** That colours of high contrast suit each other is a contract of the styles; the long run looks at each screen too. */
const ALL_THEMES: readonly Theme[] = LONG ? ["light", "dark", "contrast"] : ["light", "dark"];

const DEVICES = {
  desk: { viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;
/** 1280 × 800 at 200 %; to a phone, as if it were turned. */
const ENLARGED = { width: 640, height: 400 };

interface Walk {
  readonly language: Language;
  readonly device: keyof typeof DEVICES;
  /** In which contrast is asked for. The other rules hold in all of them or in none. */
  readonly contrastIn: readonly Theme[];
}

/**
 * The usual run asks each question once: whether it fits, in the language of the longest words; contrast in every theme of one
 * language, because no language changes a colour; names and roles in one beside English, where
 * nothing floats. That all words are messages, and what is said in one Chinese is said in the other, is a contract of these.
 */
const WALKS: readonly Walk[] = LONG
  ? LANGUAGES.flatMap((language) => [
      { language, device: "desk", contrastIn: ALL_THEMES },
      { language, device: "phone", contrastIn: ALL_THEMES },
    ])
  : [
      { language: "en", device: "phone", contrastIn: ALL_THEMES },
      { language: "zh-CN", device: "desk", contrastIn: ["light"] },
    ];

const RULES: axe.RunOptions = {
  runOnly: { type: "tag", values: TAGS },
  rules: { [CONTRAST]: { enabled: false } },
};
const OF_CONTRAST: axe.RunOptions = { runOnly: { type: "rule", values: [CONTRAST] } };

/** Names, hints and descriptions that hold no Chinese, of what is not data: someone forgot to translate them. */
function untranslated(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const spoken = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"];
    const found: string[] = [];
    for (const element of document.querySelectorAll("*")) {
      if (element.closest("[role=gridcell]") !== null) continue;
      const shown = element.textContent?.replaceAll(/\s/g, "");
      for (const name of spoken) {
        const text = element.getAttribute(name) ?? "";
        // What is too long for its place is said in full, data as it is.
        if (name === "title" && text.replaceAll(/\s/g, "") === shown) continue;
        const words = text.replace(/Tierbook|CSV|Page(Up|Down)|\S+\.\w+$|(Ctrl|Shift|Alt)(\+[\w;]+)+/g, "");
        if (/[A-Za-z]{3}/.test(words) && !/\p{Script=Han}/u.test(words)) found.push(`${name}: ${text}`);
      }
    }
    return found;
  });
}

/** What axe objects to, by rule and place. */
function violations(page: Page, options: axe.RunOptions, context: Context): Promise<readonly string[]> {
  return page.evaluate(
    async ([given, { include, exclude }]) => {
      // A menu floats beside all landmarks, and has the keyboard while it does.
      const menu = document.querySelector("[role=menu]") !== null;
      const { violations: found } = await window.axe.run(
        { include: include.length > 0 ? [...include] : document, exclude: [...exclude] },
        {
          ...given,
          resultTypes: ["violations"],
          rules: { ...given.rules, ...(menu ? { region: { enabled: false } } : {}) },
        },
      );
      return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    },
    [options, context] as const,
  );
}

/** What stands out of the window, and of what is pressed, what is too small for a thumb; with its place. */
function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([size, floating]) => {
      const found: string[] = [];
      const named = (element: Element): string =>
        `${element.tagName.toLowerCase()}.${element.className} "${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 30)}"`;
      if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than its window");
      for (const element of document.querySelectorAll(floating)) {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
          found.push(`outside the window: ${named(element)}`);
      }
      const pressed =
        "button, input, select, textarea, summary, [role=tab], [role=menuitem], [role=option], p > a.button";
      for (const element of document.querySelectorAll(pressed)) {
        // Cells are as high as rows are; what is covered by a dialog is not pressed.
        if (element.closest(".sheet-grid, [aria-hidden=true], .unseen") !== null) continue;
        const target = element.closest("label, .segment, .file-field") ?? element;
        const { width, height, left, right } = target.getBoundingClientRect();
        if (!element.checkVisibility() || width === 0) continue;
        // A floating part may be within the window and hide what is wider than itself. Tables in it are made to be scrolled.
        const cut = element.closest(floating) !== null && element.closest("table") === null;
        if (cut && (left < 0 || right > innerWidth)) found.push(`cut off: ${named(element)}`);
        if (Math.round(width) < size || Math.round(height) < size)
          found.push(`${Math.round(width)} × ${Math.round(height)} px: ${named(element)}`);
      }
      return found;
    },
    [THUMB, FLOATING.join()] as const,
  );
}

/** What is wrong on a screen that stands open. */
async function faultsOn(page: Page, screen: Screen, made: Walk): Promise<readonly string[]> {
  const found: string[] = [];
  // By the debugger, so that the page's own policy does not stand in the way.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  if (made.language !== "en") found.push(...(await untranslated(page)).map((each) => `in English: ${each}`));
  const exclude = LONG || screen.name === "sheet" ? [] : [FURTHER_ROWS];
  const dialog = !LONG && (await page.locator("[role=dialog]").count()) > 0;
  if (!dialog || made.device === "phone") {
    found.push(...(await violations(page, RULES, { include: [], exclude })));
    // What lies behind a dialog has a screen of its own, without one.
    const include = dialog ? FLOATING : [];
    for (const theme of made.contrastIn) {
      await page.emulateMedia(THEMES[theme]);
      const faint = await violations(page, OF_CONTRAST, { include, exclude });
      found.push(...faint.map((each) => `${theme}: ${each}`));
    }
  }
  if (made.device === "phone") {
    found.push(...(await misfits(page)));
    await page.setViewportSize(ENLARGED);
    // What floats has followed what it stands beside.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    found.push(...(await misfits(page)).map((each) => `enlarged: ${each}`));
    await page.setViewportSize(DEVICES.phone.viewport);
  }
  return found.map((each) => `${screen.name}, ${each}`);
}

test.describe.configure({ mode: "parallel", timeout: 300_000 });

for (const made of WALKS) {
  const { language, device } = made;
  test.describe(`${language}, ${device}`, () => {
    test.use({
      locale: language === "en" ? "en-US" : language,
      ...DEVICES[device],
      contextOptions: { reducedMotion: "reduce" },
    });
    test.beforeAll(() => loadLanguage(language));

    for (const whole of PARTS) {
      // On a desk what floats is as on the phone, where the usual run looks at it.
      const part = LONG || device === "phone" ? whole : whole.filter((screen) => !floats(screen));
      if (part.length === 0) continue;
      test(`nothing is wrong: ${namesOf(part)}`, async ({ page, context, baseURL }) => {
        const { breaches } = await guard(context, new URL(baseURL ?? "").origin);
        const found: string[] = [];
        const visit = async (screen: Screen): Promise<void> => {
          found.push(...(await faultsOn(page, screen, made)));
        };
        await walk(stageOf(page, language), visit, part);
        expect([...found, ...breaches]).toEqual([]);
      });
    }
  });
}
