/** What can be done to the selected cells and their rows: by right click, long press, Shift+F10 or the menu key. */
import { For, Show } from "solid-js";
import { Menu, MenuItem, MenuLine } from "../kit/Menu.tsx";
import type { GridSession, OpenCellMenu } from "./session.ts";

export default function CellMenu(props: { readonly session: GridSession; readonly menu: OpenCellMenu }) {
  // Kobalte asks for it once more while this closes, when what gave it may be gone.
  const { session, menu } = props;
  const close = (): void => {
    session.openCellMenu(null);
    session.focusActive();
  };
  return (
    <Menu x={menu.x} y={menu.y} onClose={close}>
      <For each={menu.groups}>
        {(group, index) => (
          <>
            <Show when={index() > 0}>
              <MenuLine />
            </Show>
            <For each={group}>
              {(action) => (
                <MenuItem disabled={!action.possible} onSelect={action.run}>
                  {action.label}
                </MenuItem>
              )}
            </For>
          </>
        )}
      </For>
    </Menu>
  );
}
