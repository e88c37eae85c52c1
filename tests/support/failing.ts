/** A worker that fails for a reason nobody foresaw. */
import type { Page } from "@playwright/test";

/** Before the page is opened. Returns what makes the next request of a name fail. */
export async function failing(page: Page): Promise<(request: string) => Promise<void>> {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    let wanted: string | null = null;
    document.addEventListener("fail-next", (event) => {
      if (event instanceof CustomEvent) wanted = event.detail;
    });
    Worker.prototype.postMessage = function failOnce(
      message: { readonly path?: readonly string[] },
      ...more: unknown[]
    ): void {
      const fails = wanted !== null && message.path?.[0] === wanted;
      if (fails) wanted = null;
      // The worker has nothing of that name, and answers with an error.
      Reflect.apply(post, this, [fails ? { ...message, path: ["nothing"] } : message, ...more]);
    };
  });
  return (request) =>
    page.evaluate((detail) => void document.dispatchEvent(new CustomEvent("fail-next", { detail })), request);
}
