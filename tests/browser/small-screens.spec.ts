/** On a phone and at 200 %, every screen stays within its window, and what is pressed by a thumb has 44 px. */
import { expect, type Page, test } from "@playwright/test";
import { loadLanguage } from "../../src/i18n/index.ts";
import { namesOf, PARTS, type Screen, stageOf, walk } from "../support/screens.ts";

const THUMB = 44;

/** What stands out of the window, and of what is pressed, what is too small for a thumb; with its place. */
function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate((size) => {
    const found: string[] = [];
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} "${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 30)}"`;
    if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than its window");
    const floating = "[role=dialog], [role=menu], [role=listbox]";
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
      const { width, height } = target.getBoundingClientRect();
      if (!element.checkVisibility() || width === 0) continue;
      if (Math.round(width) < size || Math.round(height) < size)
        found.push(`${Math.round(width)} × ${Math.round(height)} px: ${named(element)}`);
    }
    return found;
  }, THUMB);
}

const PHONE = { width: 390, height: 844 };
/** 1280 × 800 at 200 %; to a phone, as if it were turned. */
const ENLARGED = { width: 640, height: 400 };

test.use({ viewport: PHONE, hasTouch: true, isMobile: true, trace: "off" });
test.describe.configure({ mode: "parallel", timeout: 120_000 });
test.beforeAll(() => loadLanguage("en"));

for (const part of PARTS) {
  test(`fits a phone, and 1280 × 800 at 200 %: ${namesOf(part)}`, async ({ page }) => {
    const found: string[] = [];
    const visit = async (screen: Screen): Promise<void> => {
      found.push(...(await misfits(page)).map((each) => `${screen.name}: ${each}`));
      await page.setViewportSize(ENLARGED);
      // What floats has followed what it stands beside.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      found.push(...(await misfits(page)).map((each) => `${screen.name}, enlarged: ${each}`));
      await page.setViewportSize(PHONE);
    };
    await walk(stageOf(page, "en"), visit, part);
    expect(found).toEqual([]);
  });
}
