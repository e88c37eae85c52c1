/**
 * The first steps on a device: one line below the sheet names what to try next and points it out; doing it leads to the
 * next one. Nothing is covered, nothing has to be answered, and one press ends it for good.
 */
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { Button } from "../kit/Button.tsx";
import type { Shell } from "../shell/state.ts";
import { type GuideStep, STEPS } from "./steps.ts";
import "./guide.css";

/** Milliseconds that a thing stays pointed out. */
const POINTED = 2400;

/** The keyboard is not a cell's own, but follows the cursor. */
function takeKeyboardTo(app: App, target: HTMLElement): void {
  const sheet = app.sheet()?.id;
  const row = target.closest(".ag-row")?.getAttribute("row-index") ?? null;
  const field = app.fieldOf(target.getAttribute("col-id") ?? "")?.id;
  if (sheet === undefined || row === null || field === undefined) target.focus({ preventScroll: true });
  else app.jumpTo({ sheet, place: Number(row), field, takes: "keyboard" });
}

/** Draws the eye to it and puts the keyboard there. */
function pointOut(app: App, selector: string): void {
  const target = document.querySelector<HTMLElement>(selector);
  if (target === null) return;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
  takeKeyboardTo(app, target);
  target.classList.add("pointed-out");
  setTimeout(() => target.classList.remove("pointed-out"), POINTED);
}

export function Guide(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const { t, device } = app;
  const at = (): number => device.preferences().guide ?? STEPS.length;
  const step = (): GuideStep | undefined => STEPS[at()];
  const [praise, setPraise] = createSignal(false);
  createEffect(() => {
    const now = step();
    if (now === undefined || !now.done(props.shell)) return;
    device.prefer({ guide: at() + 1 });
    setPraise(true);
  });
  createEffect(() => {
    if (!praise()) return;
    const timer = setTimeout(() => setPraise(false), POINTED);
    onCleanup(() => clearTimeout(timer));
  });
  const end = (): void => device.prefer({ guide: null });
  return (
    <aside class="guide" aria-label={t("guide.label")}>
      <span class="guide-count" aria-hidden="true">
        {praise() ? "✓" : t("guide.count", { at: Math.min(at() + 1, STEPS.length), of: STEPS.length })}
      </span>
      <p role="status">{t(step()?.text ?? "guide.end")}</p>
      <Show
        when={step()}
        fallback={
          <Button tone="outline" onClick={end}>
            {t("guide.done")}
          </Button>
        }
      >
        {(now) => (
          <>
            <Button tone="outline" onClick={() => pointOut(app, now().at)}>
              {t("guide.show")}
            </Button>
            <Button onClick={end}>{t("guide.skip")}</Button>
          </>
        )}
      </Show>
    </aside>
  );
}
