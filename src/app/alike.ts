/** After a name, a number or an address was typed that another row has already: a quiet word, and the way to that row. */
import type { RowId } from "../core/model/index.ts";
import type { Command } from "../worker/api.ts";
import type { App } from "./app.ts";

/** Milliseconds: what was typed is saved and shown before anyone looks for its like. */
const PATIENCE = 400;

type Base = Pick<App, "worker" | "t" | "notify" | "showRow">;

/** `made` is the row that the command has added, where it added one. */
export function tellOfAlike(
  { worker, t, notify, showRow }: Base,
  command: Command,
  made: RowId | undefined,
): void {
  if (command.type !== "setCell" && command.type !== "addRow") return;
  const { sheet, field, value } = command;
  const row = command.type === "setCell" ? command.row : made;
  if (row === undefined || field === undefined || typeof value !== "string") return;
  const look = async (): Promise<void> => {
    const found = await worker.alike(sheet, row, field, value);
    if (found === null) return;
    const show = { label: t("duplicates.show"), run: () => void showRow(sheet, found.row) };
    notify(t("duplicates.alike", { name: found.name }), "plain", show);
  };
  // Nobody asked for it, so nobody is told where it fails.
  setTimeout(() => void look().catch(() => undefined), PATIENCE);
}
