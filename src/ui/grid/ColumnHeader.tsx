/** A column's header: its name, its place among the sort keys, and the button of its menu. */
import type { IHeaderComp, IHeaderParams } from "ag-grid-community";
import { createEffect, Show } from "solid-js";
import { render } from "solid-js/web";
import { conditionsOf, type Field } from "../../core/model/index.ts";
import { ColumnName } from "./ColumnName.tsx";
import type { GridRow } from "./rows.ts";
import type { GridSession } from "./session.ts";
import { nextSort, sortPlace } from "./sorting.ts";

export interface ColumnHeaderExtras {
  readonly session: GridSession;
  readonly field: Field;
}

type Params = IHeaderParams<GridRow> & ColumnHeaderExtras;

function sortBy(session: GridSession, field: Field, adding: boolean): void {
  const view = session.app.view();
  if (view === null) return;
  void session.app.setView("sort", { ...view, sort: nextSort(view.sort, field.id, adding) });
}

/** By mouse and finger; the keyboard has the header's menu key. What it does is not a press on the header, which sorts. */
function HeaderButton(props: {
  readonly look: string;
  readonly label: string;
  readonly opens: "dialog" | "menu";
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class={props.look}
      tabIndex={-1}
      aria-label={props.label}
      aria-haspopup={props.opens}
      on:click={(event) => {
        event.stopPropagation();
        props.onPress();
      }}
    />
  );
}

function Header(props: { readonly session: GridSession; readonly field: Field; readonly cell: HTMLElement }) {
  const place = () => sortPlace(props.session.app.view()?.sort ?? [], props.field.id);
  const below = () => {
    const { left, bottom } = props.cell.getBoundingClientRect();
    return { field: props.field.id, x: left, y: bottom };
  };
  const filtered = (): boolean =>
    conditionsOf(props.session.app.view()?.filter ?? null).some(({ field }) => field === props.field.id);
  createEffect(() => {
    const direction = place()?.direction ?? "none";
    // AG Grid, which knows of no sorting here, takes the attribute away while it sets the header up.
    queueMicrotask(() => props.cell.setAttribute("aria-sort", direction));
  });
  return (
    <Show
      when={props.session.renaming() !== props.field.id}
      fallback={<ColumnName session={props.session} field={props.field} />}
    >
      <span class="column-name ag-header-cell-text">{props.field.name}</span>
      <Show when={place()}>
        {(sorted) => (
          <sup class="column-sort" aria-hidden="true">
            {sorted().keys > 1 ? sorted().rank : ""}
            {sorted().direction === "ascending" ? "▲" : "▼"}
          </sup>
        )}
      </Show>
      <Show when={filtered()}>
        <HeaderButton
          look="column-filtered"
          label={props.session.app.t("values.filtered", { name: props.field.name })}
          opens="dialog"
          onPress={() => props.session.tasks.setColumnTask({ task: "values", ...below() })}
        />
      </Show>
      <HeaderButton
        look="column-menu-button"
        label={props.session.app.t("grid.columnMenu", { name: props.field.name })}
        opens="menu"
        onPress={() => props.session.openMenu(below())}
      />
    </Show>
  );
}

export class ColumnHeader implements IHeaderComp {
  readonly #element = document.createElement("div");
  #cleanUp: (() => void) | null = null;

  init(params: Params): void {
    this.#element.className = "column-header";
    const { session, field, eGridHeader: cell } = params;
    cell.setAttribute("aria-label", field.name);
    const remove = render(() => <Header session={session} field={field} cell={cell} />, this.#element);
    const forget = listen(session, field, cell, this.#element);
    this.#cleanUp = () => {
      remove();
      forget();
    };
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  /** False: a changed definition gets a new header. */
  refresh(): boolean {
    return false;
  }

  destroy(): void {
    this.#cleanUp?.();
    this.#cleanUp = null;
  }
}

/** Clicks sort; the whole header cell has the keyboard and the right click. */
function listen(session: GridSession, field: Field, cell: HTMLElement, label: HTMLElement): () => void {
  const open = (x: number, y: number): void => {
    session.openMenu({ field: field.id, x, y });
  };
  const onClick = (event: MouseEvent): void => {
    if (session.renaming() !== field.id) sortBy(session, field, event.shiftKey);
  };
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    open(event.clientX, event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== cell) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      sortBy(session, field, event.shiftKey);
    } else if ((event.key === "ArrowDown" && event.altKey) || event.key === "ContextMenu") {
      event.preventDefault();
      event.stopPropagation();
      const { left, bottom } = cell.getBoundingClientRect();
      open(left, bottom);
    }
  };
  const onDoubleClick = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest(".ag-header-cell-resize") !== null)
      session.fit([field.id]);
  };
  label.addEventListener("click", onClick);
  cell.addEventListener("dblclick", onDoubleClick);
  cell.addEventListener("contextmenu", onContextMenu);
  cell.addEventListener("keydown", onKeyDown);
  return () => {
    label.removeEventListener("click", onClick);
    cell.removeEventListener("dblclick", onDoubleClick);
    cell.removeEventListener("contextmenu", onContextMenu);
    cell.removeEventListener("keydown", onKeyDown);
  };
}

type NumbersParams = IHeaderParams<GridRow> & { readonly label: string };

/** Above the row numbers: nothing to see, a name to hear. */
export class NumbersHeader implements IHeaderComp {
  readonly #element = document.createElement("div");

  init(params: NumbersParams): void {
    this.#element.className = "unseen";
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  /** In another language. */
  refresh({ label }: NumbersParams): boolean {
    this.#element.textContent = label;
    return true;
  }
}
