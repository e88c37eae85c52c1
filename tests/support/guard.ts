/** Watches a context for what a static app must never do: break its policy, complain, or ask another origin. */
import type { BrowserContext } from "@playwright/test";

declare global {
  interface Window {
    /** Set by a script that came in with data, had it run. */
    hit?: number;
  }
}

export interface Guard {
  /** What went wrong so far, in words; empty where nothing did. */
  readonly breaches: readonly string[];
}

/** Before the first page is opened. `origin` is the only one that may be asked. */
export async function guard(context: BrowserContext, origin: string): Promise<Guard> {
  const breaches: string[] = [];
  await context.exposeFunction("reportBreach", (text: string) => breaches.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
      const text = [effectiveDirective, blockedURI, sample, sourceFile, lineNumber].join(" ");
      Reflect.apply(Reflect.get(window, "reportBreach"), window, [`violation: ${text}`]);
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error") breaches.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => breaches.push(`error: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.protocol !== "blob:" && url.origin !== origin)
      breaches.push(`request: ${url.href}`);
  });
  return { breaches };
}
