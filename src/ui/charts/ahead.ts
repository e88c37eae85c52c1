/** Answers that the worker tells of behind a change before they are asked for: they are there as soon as the news of it. */
import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { ChartQuestion, ChartReply, DataWorker } from "../../worker/api.ts";

export interface Ahead {
  /** Undefined: it was not told. */
  readonly answer: (question: ChartQuestion) => ChartReply | undefined;
}

/** Null before the first change. */
export function createAhead(worker: Pick<DataWorker, "chartsAhead">): Accessor<Ahead | null> {
  const [ahead, setAhead] = createSignal<Ahead | null>(null);
  let over = false;
  onCleanup(() => {
    over = true;
  });
  const follow = async (): Promise<void> => {
    while (!over) {
      const told = await worker.chartsAhead();
      if (over) return;
      const answers = new Map(told.map(({ question, reply }) => [JSON.stringify(question), reply] as const));
      setAhead({ answer: (question) => answers.get(JSON.stringify(question)) });
    }
  };
  // Whoever is not told asks.
  follow().catch(() => undefined);
  return ahead;
}
