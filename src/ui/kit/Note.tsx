/** What went wrong and what to do, said aloud where it appears. */
import type { ParentProps } from "solid-js";

export function Wrong(props: ParentProps) {
  return (
    <p class="note" data-tone="wrong" role="alert">
      {props.children}
    </p>
  );
}
