/** A choice's label in its hue: the same colours in cells, charts and filters. */
import type { Hue } from "../../core/model/index.ts";

export function Chip(props: { readonly label: string; readonly hue: Hue }) {
  return (
    <span
      class="chip"
      style={{ color: `var(--hue-${props.hue})`, background: `var(--hue-${props.hue}-soft)` }}
    >
      {props.label}
    </span>
  );
}
