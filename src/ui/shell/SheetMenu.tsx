/** What can be done to a sheet as a whole, from the menu of its tab. */
import type { App } from "../../app/app.ts";
import { firstFree, type Sheet } from "../../core/model/index.ts";
import { Menu, MenuItem, MenuLine } from "../kit/Menu.tsx";
import type { Shell } from "./state.ts";

export interface OpenSheetMenu {
  readonly sheet: Sheet;
  readonly x: number;
  readonly y: number;
}

export interface SheetMenuProps {
  readonly shell: Shell;
  readonly menu: OpenSheetMenu;
  readonly rename: (sheet: Sheet) => void;
  readonly place: (sheet: Sheet, to: number) => void;
  readonly onClose: () => void;
}

/** The first free of "Customers copy", "Customers copy 2" … */
function copyName({ t, state }: App, name: string): string {
  const taken = new Set(state()?.workbook.sheets.map((sheet) => sheet.name));
  return firstFree(taken, (number) =>
    t("sheets.copyName", { name, number: number === 1 ? "" : ` ${number}` }),
  );
}

export default function SheetMenu(props: SheetMenuProps) {
  const { app, showMade } = props.shell;
  const { t } = app;
  // Kobalte asks for it once more while this closes, when what gave it may be gone.
  const { sheet, x, y } = props.menu;
  const sheets = (): readonly Sheet[] => app.state()?.workbook.sheets ?? [];
  const at = (): number => sheets().findIndex(({ id }) => id === sheet.id);
  const duplicate = async (): Promise<void> => {
    const name = copyName(app, sheet.name);
    const done = await app.dispatch({ type: "duplicateSheet", sheet: sheet.id, name });
    if (done.ok) showMade(name);
  };
  const remove = async (): Promise<void> => {
    const rows = app.counts()?.total ?? 0;
    const next = sheets()[at() + 1] ?? sheets()[at() - 1];
    const done = await app.dispatch({ type: "deleteSheet", sheet: sheet.id });
    if (!done.ok) return;
    if (next !== undefined) app.selectSheet(next.id);
    app.notify(t("sheets.deleted", { name: sheet.name, rows }));
  };
  return (
    <Menu x={x} y={y} onClose={props.onClose}>
      <MenuItem onSelect={() => props.rename(sheet)}>{t("sheets.renameThis")}</MenuItem>
      <MenuItem onSelect={duplicate}>{t("sheets.duplicate")}</MenuItem>
      <MenuItem disabled={at() <= 0} onSelect={() => props.place(sheet, at() - 1)}>
        {t("sheets.moveLeft")}
      </MenuItem>
      <MenuItem disabled={at() >= sheets().length - 1} onSelect={() => props.place(sheet, at() + 1)}>
        {t("sheets.moveRight")}
      </MenuItem>
      <MenuLine />
      <MenuItem disabled={sheets().length < 2} onSelect={remove}>
        {t("sheets.delete")}
      </MenuItem>
    </Menu>
  );
}
