/** What can be brought back from a cell of the past: its row, and its column. */
import { Show } from "solid-js";
import { Menu, MenuItem } from "../kit/Menu.tsx";
import type { GridSession, OpenRestoring } from "./session.ts";

export default function RestoreMenu(props: { readonly session: GridSession; readonly menu: OpenRestoring }) {
  // Kobalte asks for it once more while this closes, when what gave it may be gone.
  const { session, menu } = props;
  const { app } = session;
  const sheet = app.sheet()?.id;
  const close = (): void => {
    session.openRestoring(null);
    session.focusCell(menu.rowIndex, menu.column);
  };
  return (
    <Menu x={menu.x} y={menu.y} onClose={close}>
      <Show when={sheet}>
        {(id) => (
          <>
            <MenuItem onSelect={() => void app.restore({ what: "row", sheet: id(), row: menu.row })}>
              {app.t("past.restoreRow")}
            </MenuItem>
            <Show when={menu.field}>
              {(field) => (
                <MenuItem
                  onSelect={() => void app.restore({ what: "column", sheet: id(), field: field().id })}
                >
                  {app.t("past.restoreColumn", { name: field().name })}
                </MenuItem>
              )}
            </Show>
          </>
        )}
      </Show>
    </Menu>
  );
}
