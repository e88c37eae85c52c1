/** A column's name while it is being changed, in the place where it stands. */
import { onMount } from "solid-js";
import type { Field } from "../../core/model/index.ts";
import type { GridSession } from "./session.ts";

export function ColumnName(props: { readonly session: GridSession; readonly field: Field }) {
  let input: HTMLInputElement | undefined;
  const end = (name: string | null): void => {
    if (props.session.renaming() !== props.field.id) return;
    props.session.rename(null);
    props.session.focusHeader(props.field.id);
    const sheet = props.session.app.sheet();
    if (name === null || sheet === null || name === props.field.name) return;
    void props.session.app.dispatch({ type: "renameField", sheet: sheet.id, field: props.field.id, name });
  };
  onMount(() => {
    // After the menu, which gives the focus back when it closes.
    setTimeout(() => {
      input?.focus();
      input?.select();
    });
  });
  return (
    <input
      ref={input}
      class="column-rename"
      value={props.field.name}
      aria-label={props.session.app.t("grid.columnName")}
      on:click={(event) => event.stopPropagation()}
      on:mousedown={(event) => event.stopPropagation()}
      on:keydown={(event) => {
        event.stopPropagation();
        if (event.isComposing) return;
        if (event.key === "Enter") end(event.currentTarget.value);
        if (event.key === "Escape") end(null);
      }}
      on:blur={(event) => end(event.currentTarget.value)}
    />
  );
}
