/** Keys to be pressed together, drawn as keys. */
import { For } from "solid-js";
import { onMac } from "../kit/machine.ts";
import { keyCaps } from "./keys.ts";

export function Keys(props: { readonly keys: string }) {
  return (
    <span class="keys">
      <For each={keyCaps(props.keys, onMac())}>{(cap) => <kbd>{cap}</kbd>}</For>
    </span>
  );
}
