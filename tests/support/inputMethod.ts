/** An input method, as Chrome has one: what is composed, and the keys that it keeps for itself. */
import type { Page } from "@playwright/test";

export async function inputMethod(page: Page) {
  const session = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  /** Enter takes a candidate, Escape drops them all: in the page neither does anything. */
  const keeps = (key: "Enter" | "Escape"): Promise<unknown> =>
    session.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key,
      code: key,
      windowsVirtualKeyCode: 229,
    });
  const accept = (text: string): Promise<unknown> => session.send("Input.insertText", { text });
  return { compose, keeps, accept };
}
