/** After a name, a number or an address was typed that another row has already: a quiet word, and the way to that row. */
import type { Command } from "../worker/api.ts";
import type { App } from "./app.ts";

/** Milliseconds: what was typed is saved and shown before anyone looks for its like. */
const PATIENCE = 400;

type Base = Pick<App, "worker" | "t" | "notify" | "showRow">;

export function tellOfAlike({ worker, t, notify, showRow }: Base, command: Command): void {
  if (command.type !== "setCell" || typeof command.value !== "string") return;
  const { sheet, row, field, value } = command;
  const look = async (): Promise<void> => {
    const found = await worker.alike(sheet, row, field, value);
    if (found === null) return;
    const show = { label: t("duplicates.show"), run: () => void showRow(sheet, found.row) };
    notify(t("duplicates.alike", { name: found.name }), "plain", show);
  };
  // Nobody asked for it, so nobody is told where it fails.
  setTimeout(() => void look().catch(() => undefined), PATIENCE);
}
