/** What can be done with a column, from its header. */
import { Show } from "solid-js";
import {
  columnsOf,
  type Field,
  type FieldId,
  groupKey,
  MOST_GROUP_KEYS,
  type SortKey,
  usesOf,
  type View,
  withTogether,
} from "../../core/model/index.ts";
import type { ColumnTask } from "../columns/tasks.ts";
import { Menu, MenuItem, MenuLine } from "../kit/Menu.tsx";
import { changeColumn } from "./layout.ts";
import type { GridSession, OpenMenu } from "./session.ts";

interface PartProps {
  readonly session: GridSession;
  readonly field: FieldId;
  readonly menu: OpenMenu;
  /** Something else takes the keyboard. */
  readonly onLeave: () => void;
}

function RestoreItem(props: PartProps) {
  const { app } = props.session;
  const restore = (): void => {
    const sheet = app.sheet();
    if (sheet !== null) void app.restore({ what: "column", sheet: sheet.id, field: props.field });
  };
  return (
    <Show when={app.restorable()}>
      <MenuItem onSelect={restore}>
        {app.t("past.restoreColumn", { name: app.fieldOf(props.field)?.name ?? "" })}
      </MenuItem>
      <MenuLine />
    </Show>
  );
}

function RowsItems(props: PartProps) {
  const { app, tasks } = props.session;
  const sort = (direction: SortKey["direction"]): void => {
    const view = app.view();
    if (view !== null) void app.setView("sort", { ...view, sort: [{ field: props.field, direction }] });
  };
  const sorted = () => app.view()?.sort.some((key) => key.field === props.field) === true;
  const unsort = (): void => {
    const view = app.view();
    if (view === null) return;
    void app.setView("sort", { ...view, sort: view.sort.filter((key) => key.field !== props.field) });
  };
  const grouped = () => app.view()?.group?.some((key) => key.field === props.field) === true;
  const group = (): void => {
    const view = app.view();
    const field = app.fieldOf(props.field);
    if (view === null || field === undefined) return;
    const others = (view.group ?? []).filter((key) => key.field !== props.field);
    const keys = grouped() ? others : [...others.slice(0, MOST_GROUP_KEYS - 1), groupKey(field)];
    void app.setView("group", withTogether(view, view.totals ?? null, keys));
  };
  const beside = (task: "colours" | "values"): void => {
    props.onLeave();
    const { field, x, y } = props.menu;
    tasks.setColumnTask({ task, field, x, y });
  };
  const filter = (): void => {
    props.onLeave();
    tasks.filterOn(props.field);
  };
  return (
    <>
      <MenuItem onSelect={() => sort("ascending")}>{app.t("grid.sortAscending")}</MenuItem>
      <MenuItem onSelect={() => sort("descending")}>{app.t("grid.sortDescending")}</MenuItem>
      <Show when={sorted()}>
        <MenuItem onSelect={unsort}>{app.t("grid.clearSort")}</MenuItem>
      </Show>
      <MenuItem onSelect={group}>{app.t(grouped() ? "groups.notBy" : "groups.by")}</MenuItem>
      <MenuItem onSelect={() => beside("values")}>{app.t("column.values")}</MenuItem>
      <MenuItem onSelect={filter}>{app.t("column.filter")}</MenuItem>
      <MenuItem onSelect={() => beside("colours")}>{app.t("column.colours")}</MenuItem>
    </>
  );
}

function PlaceItems(props: PartProps) {
  const { session } = props;
  const { app } = session;
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
  const frozen = () => columns().find((column) => column.field === props.field)?.frozen === true;
  const lastShown = () => columns().filter((column) => !column.hidden).length <= 1;
  return (
    <>
      <MenuItem onSelect={() => change(props.field, { frozen: !frozen() })}>
        {app.t(frozen() ? "grid.unfreeze" : "grid.freeze")}
      </MenuItem>
      <MenuItem
        disabled={lastShown()}
        onSelect={() => {
          // Its header goes away.
          props.onLeave();
          change(props.field, { hidden: true });
          session.takeKeyboard();
        }}
      >
        {app.t("grid.hide")}
      </MenuItem>
      <MenuItem onSelect={() => session.fit([props.field])}>{app.t("column.fit")}</MenuItem>
      <MenuItem onSelect={() => session.fit()}>{app.t("column.fitAll")}</MenuItem>
      <MenuItem
        onSelect={() => {
          props.onLeave();
          session.tasks.setColumns(true);
        }}
      >
        {app.t("column.all")}
      </MenuItem>
    </>
  );
}

function ColumnItems(props: PartProps) {
  const { session } = props;
  const { app, tasks } = session;
  const { t } = app;
  const field = (): Field | undefined => app.fieldOf(props.field);
  const listed = (): boolean => {
    const storage = field()?.type.storage;
    return storage === "choice" || storage === "choices";
  };
  const ask = (task: ColumnTask): void => {
    props.onLeave();
    tasks.setColumnTask(task);
  };
  const insert = (side: "left" | "right"): void => ask({ task: "insert", field: props.field, side });
  const remove = (): void => {
    const [sheet, known] = [app.sheet(), field()];
    if (sheet === null || known === undefined) return;
    const uses = usesOf(sheet, known.id);
    // What the view on the screen loses is seen at once, and undone as soon.
    const others = uses?.views.some(({ id }) => id !== app.view()?.id) === true;
    if (uses !== null && (uses.charts + uses.rules.length > 0 || others)) {
      ask({ task: "delete", field: known.id });
      return;
    }
    props.onLeave();
    session.focusActive();
    void tasks.deleteColumn(known.id);
  };
  return (
    <>
      <MenuItem onSelect={() => session.rename(props.field)}>{t("grid.rename")}</MenuItem>
      <MenuItem onSelect={() => ask({ task: "kind", field: props.field })}>{t("column.kind")}</MenuItem>
      <Show when={listed()}>
        <MenuItem onSelect={() => ask({ task: "choices", field: props.field })}>
          {t("column.choices")}
        </MenuItem>
      </Show>
      <MenuItem onSelect={() => insert("left")}>{t("column.insertLeft")}</MenuItem>
      <MenuItem onSelect={() => insert("right")}>{t("column.insertRight")}</MenuItem>
      <MenuItem onSelect={() => void tasks.duplicateColumn(props.field)}>{t("column.duplicate")}</MenuItem>
      <MenuItem disabled={app.sheet()?.fields.length === 1} onSelect={remove}>
        {t("column.delete")}
      </MenuItem>
    </>
  );
}

export default function ColumnMenu(props: { readonly session: GridSession; readonly menu: OpenMenu }) {
  // Kobalte asks for it once more while this closes, when what gave it may be gone.
  const { session, menu } = props;
  let leaving = false;
  const close = (): void => {
    session.openMenu(null);
    if (session.renaming() === null && !leaving) session.focusHeader(menu.field);
  };
  const part: PartProps = {
    session,
    field: menu.field,
    menu,
    onLeave: () => {
      leaving = true;
    },
  };
  return (
    <Menu x={menu.x} y={menu.y} onClose={close}>
      <RestoreItem {...part} />
      <RowsItems {...part} />
      <MenuLine />
      <PlaceItems {...part} />
      <Show when={session.app.past() === null}>
        <MenuLine />
        <ColumnItems {...part} />
      </Show>
    </Menu>
  );
}
