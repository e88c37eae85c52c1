/** What stands where nothing is to be shown: what is missing, why, and the buttons that change it. */
import { type JSX, type ParentProps, Show } from "solid-js";

interface EmptyProps {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}

export function Empty(props: ParentProps<EmptyProps>): JSX.Element {
  return (
    <div class="empty">
      <Show when={props.title}>
        <p class="empty-title">{props.title}</p>
      </Show>
      <Show when={props.text}>
        <p>{props.text}</p>
      </Show>
      <Show when={props.children}>
        <div class="empty-actions">{props.children}</div>
      </Show>
    </div>
  );
}
