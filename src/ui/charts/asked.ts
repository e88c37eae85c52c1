/** Answers about the rows on the screen, asked anew whenever those may have changed. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { App } from "../../app/app.ts";
import { makeLatest } from "../../app/latest.ts";
import type { SheetId } from "../../core/model/index.ts";

export interface About {
  readonly sheet: SheetId;
  readonly search: string;
}

/**
 * What `ask` finds out of the active sheet, under its search; null until the first answer. `ask` reads what else it depends
 * on before its first pause. What is out of sight waits until the others have asked.
 */
export function createAsked<T>(
  app: App,
  inSight: Accessor<boolean>,
  depends: Accessor<unknown>,
  ask: (about: About) => Promise<T>,
): Accessor<T | null> {
  const [answer, setAnswer] = createSignal<T | null>(null);
  const wish = makeLatest(async (about: About) => {
    try {
      const found = await ask(about);
      if (app.sheet()?.id === about.sheet) setAnswer(() => found);
    } catch {
      app.notify(app.t("notice.unexpected"), "wrong");
    }
  });
  createEffect(
    on([app.sheet, app.refresh, depends], ([sheet]) => {
      if (sheet === null) return;
      const wishNow = (): void => wish({ sheet: sheet.id, search: app.search() });
      if (inSight()) return wishNow();
      const later = setTimeout(wishNow);
      onCleanup(() => clearTimeout(later));
    }),
  );
  return answer;
}
