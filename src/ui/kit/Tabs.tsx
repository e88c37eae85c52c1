/** Pages of one dialog, on Kobalte. Sheets have tabs of their own, which can be renamed in place. */
import { Tabs as Kobalte } from "@kobalte/core/tabs";
import { For, type JSX } from "solid-js";
import "./controls.css";

export interface TabPage {
  readonly id: string;
  /** Asked again when the language changes, so that the page stays as it is. */
  readonly label: () => string;
  readonly content: () => JSX.Element;
}

export function Tabs(props: { readonly label: string; readonly pages: readonly TabPage[] }) {
  return (
    <Kobalte class="pages">
      <Kobalte.List class="pages-list" aria-label={props.label}>
        <For each={props.pages}>
          {(page) => (
            <Kobalte.Trigger class="pages-tab" value={page.id}>
              {page.label()}
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.pages}>
        {(page) => (
          <Kobalte.Content class="pages-page" value={page.id}>
            {page.content()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte>
  );
}
