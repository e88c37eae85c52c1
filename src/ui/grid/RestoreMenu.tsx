/** What can be brought back from a cell of the past: its row, and its column. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { Show } from "solid-js";
import type { GridSession, OpenRestoring } from "./session.ts";

export default function RestoreMenu(props: { readonly session: GridSession; readonly menu: OpenRestoring }) {
  // Kobalte asks for it once more while this closes, when what gave it may be gone.
  const { session, menu } = props;
  const { app } = session;
  const sheet = app.sheet()?.id;
  return (
    <DropdownMenu
      open
      onOpenChange={(open) => {
        if (open) return;
        session.openRestoring(null);
        session.focusCell(menu.rowIndex, menu.column);
      }}
      getAnchorRect={() => ({ x: menu.x, y: menu.y, width: 0, height: 0 })}
      placement="bottom-start"
      modal={false}
    >
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="grid-menu">
          <Show when={sheet}>
            {(id) => (
              <>
                <DropdownMenu.Item
                  class="grid-menu-item"
                  onSelect={() => void app.restore({ what: "row", sheet: id(), row: menu.row })}
                >
                  {app.t("past.restoreRow")}
                </DropdownMenu.Item>
                <Show when={menu.field}>
                  {(field) => (
                    <DropdownMenu.Item
                      class="grid-menu-item"
                      onSelect={() => void app.restore({ what: "column", sheet: id(), field: field().id })}
                    >
                      {app.t("past.restoreColumn", { name: field().name })}
                    </DropdownMenu.Item>
                  )}
                </Show>
              </>
            )}
          </Show>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
