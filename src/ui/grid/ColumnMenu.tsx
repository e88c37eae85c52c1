/** What can be done with a column: sort, freeze, hide, rename, and bring hidden ones back. */
import { For, Show } from "solid-js";
import { columnsOf, type FieldId, type SortKey, type View } from "../../core/model/index.ts";
import { Menu, MenuGroup, MenuItem, MenuLine } from "../kit/Menu.tsx";
import { changeColumn } from "./layout.ts";
import type { GridSession, OpenMenu } from "./session.ts";

function Items(props: { readonly session: GridSession; readonly menu: OpenMenu }) {
  const { app } = props.session;
  const field = () => props.menu.field;
  const sort = (direction: SortKey["direction"]): void => {
    const view = app.view();
    if (view !== null) void app.setView("sort", { ...view, sort: [{ field: field(), direction }] });
  };
  const columns = () => {
    const sheet = app.sheet();
    const view = app.view();
    return sheet === null || view === null ? [] : columnsOf(sheet, view);
  };
  const change = (id: FieldId, to: Parameters<typeof changeColumn>[3]): void => {
    const sheet = app.sheet();
    const view: View | null = app.view();
    if (sheet !== null && view !== null) void app.setView("columns", changeColumn(sheet, view, id, to));
  };
  const frozen = () => columns().find((column) => column.field === field())?.frozen === true;
  const hidden = () => columns().filter((column) => column.hidden);
  const lastShown = () => columns().length - hidden().length <= 1;
  const sorted = () => app.view()?.sort.some((key) => key.field === field()) === true;
  const unsort = (): void => {
    const view = app.view();
    if (view === null) return;
    void app.setView("sort", { ...view, sort: view.sort.filter((key) => key.field !== field()) });
  };
  const restore = (): void => {
    const sheet = app.sheet();
    if (sheet !== null) void app.restore({ what: "column", sheet: sheet.id, field: field() });
  };
  const present = () => app.past() === null;
  return (
    <>
      <Show when={app.restorable()}>
        <MenuItem onSelect={restore}>
          {app.t("past.restoreColumn", { name: app.fieldOf(field())?.name ?? "" })}
        </MenuItem>
        <MenuLine />
      </Show>
      <MenuItem onSelect={() => sort("ascending")}>{app.t("grid.sortAscending")}</MenuItem>
      <MenuItem onSelect={() => sort("descending")}>{app.t("grid.sortDescending")}</MenuItem>
      <Show when={sorted()}>
        <MenuItem onSelect={unsort}>{app.t("grid.clearSort")}</MenuItem>
      </Show>
      <MenuLine />
      <MenuItem onSelect={() => change(field(), { frozen: !frozen() })}>
        {app.t(frozen() ? "grid.unfreeze" : "grid.freeze")}
      </MenuItem>
      <MenuItem disabled={lastShown()} onSelect={() => change(field(), { hidden: true })}>
        {app.t("grid.hide")}
      </MenuItem>
      <Show when={present()}>
        <MenuItem onSelect={() => props.session.rename(field())}>{app.t("grid.rename")}</MenuItem>
      </Show>
      <Show when={hidden().length > 0}>
        <MenuLine />
        <MenuGroup label={app.t("grid.showHidden")}>
          <For each={hidden()}>
            {(column) => (
              <MenuItem onSelect={() => change(column.field, { hidden: false })}>
                {app.fieldOf(column.field)?.name}
              </MenuItem>
            )}
          </For>
        </MenuGroup>
      </Show>
    </>
  );
}

export default function ColumnMenu(props: { readonly session: GridSession; readonly menu: OpenMenu }) {
  const { session, menu } = props;
  const close = (): void => {
    session.openMenu(null);
    if (session.renaming() === null) session.focusHeader(menu.field);
  };
  return (
    <Menu x={menu.x} y={menu.y} onClose={close}>
      <Items session={session} menu={menu} />
    </Menu>
  );
}
