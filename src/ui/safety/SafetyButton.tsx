/** In the status bar, always: how long ago all of the workbook was saved as a file, and what should be done. */
import { createSignal, For, Show, Suspense } from "solid-js";
import { lazyPart } from "../kit/tasks.ts";
import type { Shell } from "../shell/state.ts";
import { createReminder } from "./reminder.ts";
import { standingTexts } from "./words.ts";

const SafetyPopover = lazyPart(() => import("./SafetyPopover.tsx").then((module) => module.SafetyPopover));

export function SafetyButton(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const [anchor, setAnchor] = createSignal<HTMLElement | null>(null);
  createReminder(props.shell, () => anchor() !== null);
  const mark = (): string => {
    const level = app.standing.level();
    return level === "bad" ? "!" : level === "good" && app.safety.backup() !== null ? "✓" : "○";
  };
  return (
    <>
      <button
        type="button"
        class="safety"
        data-level={app.standing.level()}
        aria-haspopup="dialog"
        aria-expanded={anchor() !== null}
        onClick={(event) => setAnchor(anchor() === null ? event.currentTarget : null)}
      >
        {/* All of it at once: what came later would move the rest. */}
        <Show when={app.safety.looked()}>
          <span aria-hidden="true">{mark()} </span>
          <For each={standingTexts(app)}>
            {(text, index) => (
              <>
                {index() > 0 ? " · " : ""}
                <span>{text}</span>
              </>
            )}
          </For>
        </Show>
      </button>
      <Suspense>
        <Show when={anchor()}>
          {(at) => <SafetyPopover shell={props.shell} anchor={at()} onClose={() => setAnchor(null)} />}
        </Show>
      </Suspense>
    </>
  );
}
