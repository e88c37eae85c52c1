/** What can be done to the sheet that is shown as a whole, from the menu of its tab. */
import type { Sheet } from "../../core/model/index.ts";
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
  readonly place: (sheet: Sheet, to: number) => void;
  readonly onClose: () => void;
}

export default function SheetMenu(props: SheetMenuProps) {
  const { app, setRenaming, duplicateSheet, deleteSheet } = props.shell;
  const { t } = app;
  // Kobalte asks for it once more while this closes, when what gave it may be gone.
  const { sheet, x, y } = props.menu;
  const sheets = (): readonly Sheet[] => app.state()?.workbook.sheets ?? [];
  const at = (): number => sheets().findIndex(({ id }) => id === sheet.id);
  return (
    <Menu x={x} y={y} onClose={props.onClose}>
      <MenuItem onSelect={() => setRenaming(sheet.id)}>{t("sheets.renameThis")}</MenuItem>
      <MenuItem onSelect={duplicateSheet}>{t("sheets.duplicate")}</MenuItem>
      <MenuItem disabled={at() <= 0} onSelect={() => props.place(sheet, at() - 1)}>
        {t("sheets.moveLeft")}
      </MenuItem>
      <MenuItem disabled={at() >= sheets().length - 1} onSelect={() => props.place(sheet, at() + 1)}>
        {t("sheets.moveRight")}
      </MenuItem>
      <MenuLine />
      <MenuItem disabled={sheets().length < 2} onSelect={deleteSheet}>
        {t("sheets.delete")}
      </MenuItem>
    </Menu>
  );
}
