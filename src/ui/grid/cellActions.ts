/** The one list of what the menu of selected cells offers. */
import { followLead, leadName } from "../kit/lead.ts";
import type { Hands } from "./hands.ts";
import { activeLead } from "./selection/keyboard.ts";
import { lastRange } from "./selection/ranges.ts";
import type { CellAction } from "./session.ts";

/** In groups, with a line between. */
export function cellActions(hands: Hands): readonly (readonly CellAction[])[] {
  const { cursor, session } = hands;
  const { t } = session.app;
  const rows = hands.rowsPicked();
  const some = rows > 0;
  // Whole columns mean no rows.
  const picksRows = lastRange(cursor.selection()).span !== "columns";
  const count = Math.max(1, rows);
  const found = activeLead(hands);
  const lead =
    found === null
      ? []
      : [
          {
            label: leadName(t, found.lead, found.text),
            possible: true,
            run: () => followLead(found.lead, found.text, t),
          },
        ];
  return [
    [{ label: t("record.open"), possible: some, run: session.openRecord }, ...lead],
    [
      { label: t("menu.cut"), possible: some, run: () => hands.copy(null, true) },
      { label: t("menu.copy"), possible: some, run: () => hands.copy(null, false) },
      { label: t("menu.paste"), possible: true, run: hands.paste },
    ],
    [
      { label: t("menu.above", { rows: count }), possible: picksRows, run: () => hands.insertRows("above") },
      {
        label: t("menu.below", { rows: count }),
        possible: some && picksRows,
        run: () => hands.insertRows("below"),
      },
      { label: t("menu.duplicate", { rows: count }), possible: some && picksRows, run: hands.duplicateRows },
      { label: t("menu.delete", { rows: count }), possible: some && picksRows, run: hands.deleteRows },
    ],
    [
      { label: t("menu.clear"), possible: some, run: hands.clear },
      { label: t("menu.fillDown"), possible: some, run: () => hands.fillFrom("above") },
      { label: t("menu.fillRight"), possible: some, run: () => hands.fillFrom("before") },
    ],
  ];
}
