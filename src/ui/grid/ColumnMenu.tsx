/** What can be done with a column: sort, freeze, hide, rename, and bring hidden ones back. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, type JSX, Show } from "solid-js";
import { columnsOf, type FieldId, type SortKey, type View } from "../../core/model/index.ts";
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
      <Show when={!present()}>
        <Item onSelect={restore}>
          {app.t("past.restoreColumn", { name: app.fieldOf(field())?.name ?? "" })}
        </Item>
        <DropdownMenu.Separator class="grid-menu-line" />
      </Show>
      <Item onSelect={() => sort("ascending")}>{app.t("grid.sortAscending")}</Item>
      <Item onSelect={() => sort("descending")}>{app.t("grid.sortDescending")}</Item>
      <Show when={sorted()}>
        <Item onSelect={unsort}>{app.t("grid.clearSort")}</Item>
      </Show>
      <DropdownMenu.Separator class="grid-menu-line" />
      <Item onSelect={() => change(field(), { frozen: !frozen() })}>
        {app.t(frozen() ? "grid.unfreeze" : "grid.freeze")}
      </Item>
      <Item disabled={lastShown()} onSelect={() => change(field(), { hidden: true })}>
        {app.t("grid.hide")}
      </Item>
      <Show when={present()}>
        <Item onSelect={() => props.session.rename(field())}>{app.t("grid.rename")}</Item>
      </Show>
      <Show when={hidden().length > 0}>
        <DropdownMenu.Separator class="grid-menu-line" />
        <DropdownMenu.Group>
          <DropdownMenu.GroupLabel class="grid-menu-label">
            {app.t("grid.showHidden")}
          </DropdownMenu.GroupLabel>
          <For each={hidden()}>
            {(column) => (
              <Item onSelect={() => change(column.field, { hidden: false })}>
                {app.fieldOf(column.field)?.name}
              </Item>
            )}
          </For>
        </DropdownMenu.Group>
      </Show>
    </>
  );
}

function Item(props: {
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  readonly children: JSX.Element;
}) {
  return (
    <DropdownMenu.Item class="grid-menu-item" disabled={props.disabled ?? false} onSelect={props.onSelect}>
      {props.children}
    </DropdownMenu.Item>
  );
}

export default function ColumnMenu(props: { readonly session: GridSession; readonly menu: OpenMenu }) {
  return (
    <DropdownMenu
      open
      onOpenChange={(open) => {
        if (open) return;
        const { field } = props.menu;
        props.session.openMenu(null);
        if (props.session.renaming() === null) props.session.focusHeader(field);
      }}
      getAnchorRect={() => ({ x: props.menu.x, y: props.menu.y, width: 0, height: 0 })}
      placement="bottom-start"
      modal={false}
    >
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="grid-menu">
          <Items session={props.session} menu={props.menu} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
