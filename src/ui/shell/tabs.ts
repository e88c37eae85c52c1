/** What can be done with the sheets' tabs: gone through, put elsewhere, renamed, and the menu of each. */
import { type Accessor, createSignal } from "solid-js";
import type { Sheet, SheetId } from "../../core/model/index.ts";
import { takeHome } from "../kit/returning.ts";
import type { OpenSheetMenu } from "./SheetMenu.tsx";
import type { Shell } from "./state.ts";

export const tabId = (sheet: SheetId): string => `tab-${sheet}`;

const focusTab = (id: SheetId): void => document.getElementById(tabId(id))?.focus();

export interface TabsModel {
  readonly sheets: Accessor<readonly Sheet[]>;
  /** Sheets come anew with every change of the workbook; these do not. */
  readonly ids: Accessor<readonly SheetId[]>;
  readonly place: (sheet: SheetId, to: number) => Promise<void>;
  readonly menu: Accessor<OpenSheetMenu | null>;
  readonly openMenu: (sheet: Sheet | null, under: Element) => void;
  readonly closeMenu: () => void;
  readonly endRename: (sheet: SheetId) => void;
  readonly dragged: Accessor<SheetId | null>;
  readonly drag: (sheet: SheetId | null) => void;
  readonly drop: (onto: SheetId) => void;
  readonly onKeyDown: (event: KeyboardEvent, sheet: Sheet) => void;
}

function createMenu({ app, renaming }: Shell): Pick<TabsModel, "menu" | "openMenu" | "closeMenu"> {
  const [menu, setMenu] = createSignal<OpenSheetMenu | null>(null);
  return {
    menu,
    /** What is done is done to the sheet that is shown. */
    openMenu: (sheet, under) => {
      if (sheet === null || app.past() !== null) return;
      app.selectSheet(sheet.id);
      const { left, bottom } = under.getBoundingClientRect();
      setMenu({ sheet, x: left, y: bottom });
    },
    closeMenu: () => {
      const closed = menu();
      setMenu(null);
      if (closed === null || renaming() !== null) return;
      focusTab(closed.sheet.id);
      // Its tab may be gone already.
      takeHome();
    },
  };
}

export function createTabs(shell: Shell): TabsModel {
  const { app, setRenaming } = shell;
  const sheets = (): readonly Sheet[] => app.state()?.workbook.sheets ?? [];
  const ids = (): readonly SheetId[] => sheets().map((sheet) => sheet.id);
  const place = async (sheet: SheetId, to: number): Promise<void> => {
    if (app.past() !== null || to < 0 || to >= ids().length) return;
    await app.dispatch({ type: "moveSheet", sheet, to });
  };
  const menu = createMenu(shell);
  const [dragged, drag] = createSignal<SheetId | null>(null);
  const goTo = (to: Sheet | undefined): void => {
    if (to === undefined) return;
    app.selectSheet(to.id);
    queueMicrotask(() => focusTab(to.id));
  };
  /** What a key does on a tab; null where it is not for the tabs. */
  const deed = (event: KeyboardEvent, sheet: Sheet): (() => void) | null => {
    const { key, shiftKey, currentTarget } = event;
    const list = sheets();
    const at = list.findIndex((each) => each.id === sheet.id);
    const placing = (event.ctrlKey || event.metaKey) && shiftKey;
    if (key === "PageUp" && placing) return () => void place(sheet.id, at - 1);
    if (key === "PageDown" && placing) return () => void place(sheet.id, at + 1);
    if (key === "F10" && shiftKey && currentTarget instanceof Element)
      return () => menu.openMenu(sheet, currentTarget);
    if (key === "F2") return () => setRenaming(sheet.id);
    if (key === "ArrowLeft") return () => goTo(list.at(at - 1));
    if (key === "ArrowRight") return () => goTo(list[(at + 1) % list.length]);
    if (key === "Home") return () => goTo(list[0]);
    if (key === "End") return () => goTo(list.at(-1));
    return null;
  };
  return {
    sheets,
    ids,
    place,
    ...menu,
    endRename: (sheet) => {
      setRenaming(null);
      queueMicrotask(() => focusTab(sheet));
    },
    dragged,
    drag,
    drop: (onto) => {
      const moving = dragged();
      drag(null);
      if (moving !== null && moving !== onto) void place(moving, ids().indexOf(onto));
    },
    onKeyDown: (event, sheet) => {
      const does = deed(event, sheet);
      if (does === null) return;
      does();
      event.preventDefault();
    },
  };
}
