/** The data worker's heap by the DevTools protocol, after a garbage collection, typed arrays included. */
import type { Page } from "@playwright/test";

interface Answer {
  readonly id?: number;
  readonly result?: { readonly usedSize?: number; readonly backingStorageSize?: number };
}

/** Bytes; null where the browser does not tell. */
export async function workerHeap(page: Page): Promise<number | null> {
  const session = await page.context().newCDPSession(page);
  const answers = new Map<number, (answer: Answer) => void>();
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const answer: Answer = JSON.parse(message);
    if (answer.id !== undefined) answers.get(answer.id)?.(answer);
  });
  const attached = new Promise<string>((resolve) => {
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") resolve(sessionId);
    });
  });
  // Playwright's own sessions are flat; this one wraps its messages, so that we can address the worker.
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  const ask = (id: number, method: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      answers.set(id, resolve);
      const message = JSON.stringify({ id, method });
      session.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
    });
  await ask(1, "HeapProfiler.collectGarbage");
  const { result } = await ask(2, "Runtime.getHeapUsage");
  await session.detach();
  if (result?.usedSize === undefined || result.backingStorageSize === undefined) return null;
  return result.usedSize + result.backingStorageSize;
}
