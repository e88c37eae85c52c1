/** Answers about the rows on the screen, asked anew whenever those may have changed. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { App } from "../../app/app.ts";
import { makeLatest } from "../../app/latest.ts";
import type { ChartRecipe } from "../../core/model/index.ts";
import type { ChartQuestion, ChartReply } from "../../worker/api.ts";
import type { Ahead } from "./ahead.ts";
import type { Comparing } from "./kinds/earlier.ts";

export interface Asking {
  readonly recipe: ChartRecipe;
  readonly comparing: Comparing | null;
}

export interface Answered extends Asking {
  readonly found: ChartReply;
}

const written = (reply: ChartReply): string =>
  JSON.stringify(reply, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

/** Most edits change few charts: what says the same is not drawn again. */
const saysSame = (a: Answered | null, b: Answered | null): boolean =>
  a !== null &&
  b !== null &&
  a.recipe === b.recipe &&
  a.comparing === b.comparing &&
  written(a.found) === written(b.found);

/** What is found out of the active sheet, under its search; null until the first answer. What is out of sight waits until the others have asked. */
export function createAsked(
  app: App,
  asking: Accessor<Asking>,
  inSight: Accessor<boolean>,
  ahead: Accessor<Ahead | null>,
): Accessor<Answered | null> {
  const [answer, setAnswer] = createSignal<Answered | null>(null, { equals: saysSame });
  const questionOf = ({ recipe, comparing }: Asking): ChartQuestion | null => {
    const sheet = app.sheet();
    return sheet === null ? null : [sheet.id, recipe, app.search(), comparing !== null];
  };
  const wish = makeLatest(async ({ asked, question }: { asked: Asking; question: ChartQuestion }) => {
    try {
      const found = await app.worker.chart(...question);
      if (app.sheet()?.id === question[0]) setAnswer({ ...asked, found });
    } catch {
      app.notify(app.t("notice.unexpected"), "wrong");
    }
  });
  createEffect(
    on([app.sheet, app.refresh, asking], ([, , asked]) => {
      const wishNow = (): void => {
        const question = questionOf(asked);
        if (question !== null) wish({ asked, question });
      };
      if (inSight()) return wishNow();
      const later = setTimeout(wishNow);
      onCleanup(() => clearTimeout(later));
    }),
  );
  createEffect(
    on(ahead, (told) => {
      const asked = asking();
      const question = questionOf(asked);
      const found = question === null || !inSight() ? undefined : told?.answer(question);
      if (found !== undefined) setAnswer({ ...asked, found });
    }),
  );
  return answer;
}
