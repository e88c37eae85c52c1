/** A few words in passing, above everything: what happened, and perhaps one thing to do about it. */
import { type JSX, onCleanup, type ParentProps, Show } from "solid-js";
import { Button } from "./Button.tsx";

/** Where they come up, and what says them aloud. Always there: what is made together with its words is not read out. */
export function Toasts(
  props: ParentProps<{ readonly label: string; readonly place?: "upper" | undefined }>,
): JSX.Element {
  return (
    <div class="toasts" role="status" aria-label={props.label} data-place={props.place}>
      {props.children}
    </div>
  );
}

interface ToastProps {
  readonly text: string;
  readonly wrong?: boolean | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

export function Toast(props: ToastProps) {
  let toast: HTMLDivElement | undefined;
  // Where the keyboard was before it came here: it goes on there.
  let before: HTMLElement | null = null;
  const comeFrom = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && toast?.contains(relatedTarget) !== true)
      before = relatedTarget;
  };
  onCleanup(() => {
    if (toast?.contains(document.activeElement) === true) before?.focus();
  });
  return (
    <div
      ref={toast}
      class="toast"
      onFocusIn={comeFrom}
      data-tone={props.wrong === true ? "wrong" : undefined}
    >
      <span>{props.text}</span>
      <Show when={props.action}>
        {(action) => (
          <Button tone="outline" onClick={() => action().run()}>
            {action().label}
          </Button>
        )}
      </Show>
      <Button tone="glyph" aria-label={props.dismissLabel} onClick={props.onDismiss}>
        ×
      </Button>
    </div>
  );
}
