/**
 * How long the interface thread is at one task, in the processor's time: what other programs take of the clock is not the
 * app's, and a machine that tests share would be measured instead.
 */
import type { CDPSession, Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const TASK = "ThreadControllerImpl::RunTask";

async function record(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await work();
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  return events;
}

/** Of the longest task while `work` is done, in milliseconds. Throws if none was seen: a trace that says nothing. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events = await record(session, work);
  await session.detach();
  const threads = new Set(
    events.flatMap(({ name, pid, tid, args }) =>
      name === "thread_name" && args.name === "CrRendererMain" ? [`${pid} ${tid}`] : [],
    ),
  );
  const tasks = events.flatMap(({ name, ph, pid, tid, tdur }) =>
    name === TASK && ph === "X" && tdur !== undefined && threads.has(`${pid} ${tid}`) ? [tdur / 1000] : [],
  );
  if (tasks.length === 0) throw new Error("the trace holds no task of the interface thread");
  return tasks.reduce((longest, each) => Math.max(longest, each), 0);
}
