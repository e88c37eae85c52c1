/** Pages that stand where no workbook can: each says what is the matter and what to do. */
import { createSignal, For, onCleanup, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { Button } from "../kit/Button.tsx";
import { Brand, Mark } from "./Mark.tsx";

interface PageProps {
  readonly app: App;
  readonly title: string;
  readonly text: string;
  readonly details?: readonly string[];
  readonly reload?: boolean;
  /** A way on beside that. */
  readonly more?: { readonly word: string; readonly act: () => void } | null;
  /** Shows the way to what may still be had. */
  readonly rescue?: boolean;
}

export function Page(props: PageProps) {
  return (
    <main class="page">
      <Mark />
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      <Show when={(props.details ?? []).length > 0}>
        <ul class="quiet">
          <For each={props.details}>{(detail) => <li>{detail}</li>}</For>
        </ul>
      </Show>
      <Show when={props.reload}>
        <div class="page-actions">
          <Show when={props.rescue}>
            <a class="button" data-tone="primary" href="./rescue.html">
              {props.app.t("phase.rescue")}
            </a>
          </Show>
          <Button tone="outline" onClick={() => location.reload()}>
            {props.app.t("phase.reload")}
          </Button>
          <Show when={props.more}>
            {(more) => (
              <Button tone="outline" onClick={() => more().act()}>
                {more().word}
              </Button>
            )}
          </Show>
        </div>
      </Show>
    </main>
  );
}

/** Opening mostly takes no time; a word about it that comes and goes at once would only flash. */
const PATIENCE_MS = 200;
/** The browser may never answer; by then the first rows of any workbook are there. */
const STUCK_MS = 10_000;

function after(milliseconds: number): () => boolean {
  const [passed, setPassed] = createSignal(false);
  const timer = setTimeout(() => setPassed(true), milliseconds);
  onCleanup(() => clearTimeout(timer));
  return passed;
}

export function Opening(props: { readonly app: App }) {
  const slow = after(PATIENCE_MS);
  const stuck = after(STUCK_MS);
  return (
    <>
      <div class="header">
        <Brand name={props.app.t("app.name")} />
      </div>
      <Show
        when={stuck()}
        fallback={
          <main class="page" aria-busy="true">
            <Show when={slow()}>
              <p class="quiet">{props.app.t("app.opening")}</p>
            </Show>
          </main>
        }
      >
        <Page
          app={props.app}
          title={props.app.t("phase.stuck.title")}
          text={props.app.t("phase.stuck.what")}
          reload={true}
          rescue={true}
        />
      </Show>
    </>
  );
}
