/** A name that is changed in the place where it stands: Enter and leaving keep it, Escape and nothing typed do not. */
import { onMount } from "solid-js";

interface NameInPlaceProps {
  readonly name: string;
  readonly label: string;
  readonly class: string;
  /** Once. Null where the name stays. */
  readonly onEnd: (name: string | null) => void;
}

export function NameInPlace(props: NameInPlaceProps) {
  let input: HTMLInputElement | undefined;
  let ended = false;
  const end = (text: string | null): void => {
    if (ended) return;
    ended = true;
    const name = text?.trim() ?? "";
    props.onEnd(name === "" || name === props.name ? null : name);
  };
  // After the menu that asked for it, which gives the focus back when it closes.
  onMount(() =>
    setTimeout(() => {
      input?.focus();
      input?.select();
    }),
  );
  const within = (event: Event): void => event.stopPropagation();
  return (
    <input
      ref={input}
      class={props.class}
      aria-label={props.label}
      value={props.name}
      size={Math.max(6, props.name.length)}
      on:click={within}
      on:mousedown={within}
      // Natively: what lies around it, grid, dialog or tabs, has its own use for these keys.
      on:keydown={(event) => {
        event.stopPropagation();
        // What has the keyboard next is not pressed by the same key.
        if (event.key === "Enter") event.preventDefault();
        if (event.key === "Enter") end(event.currentTarget.value);
        if (event.key === "Escape") end(null);
      }}
      on:blur={(event) => end(event.currentTarget.value)}
    />
  );
}
