/** A visible label above its control. */
import type { ParentProps } from "solid-js";

export function Labelled(props: ParentProps<{ readonly label: string }>) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label class="labelled">
      <span>{props.label}</span>
      {props.children}
    </label>
  );
}
