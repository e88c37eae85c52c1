/** The keys of the interface, as the sheet of shortcuts lists them. `Mod` is Ctrl, on a Mac the command key. */
import type { MessageKey, PlainKey } from "../../i18n/index.ts";
import { ACTIONS } from "./actions.ts";

export interface Shortcut {
  /** Alternatives, each with `+` between its keys. */
  readonly keys: readonly string[];
  readonly name: PlainKey;
}

export interface ShortcutGroup {
  readonly name: Extract<MessageKey, `keys.${string}`>;
  readonly shortcuts: readonly Shortcut[];
}

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    name: "keys.everywhere",
    shortcuts: ACTIONS.flatMap(({ keys, name }) => (keys === undefined ? [] : [{ keys: [keys], name }])),
  },
  {
    name: "keys.moving",
    shortcuts: [
      { keys: ["←", "↑", "→", "↓"], name: "key.step" },
      { keys: ["Mod+←", "Mod+↓"], name: "key.edge" },
      { keys: ["Home", "End"], name: "key.rowEnds" },
      { keys: ["Mod+Home", "Mod+End"], name: "key.sheetEnds" },
      { keys: ["PageUp", "PageDown"], name: "key.page" },
      { keys: ["Tab", "Enter"], name: "key.next" },
      { keys: ["Shift+Tab", "Shift+Enter"], name: "key.previous" },
    ],
  },
  {
    name: "keys.selecting",
    shortcuts: [
      { keys: ["Shift+←", "Shift+↓"], name: "key.extend" },
      { keys: ["Mod+Shift+←", "Mod+Shift+↓"], name: "key.extendToEdge" },
      { keys: ["Shift+Space"], name: "key.row" },
      // The command key and Space belong to the Mac itself.
      { keys: ["Ctrl+Space"], name: "key.column" },
      { keys: ["Mod+A"], name: "key.all" },
    ],
  },
  {
    name: "keys.editing",
    shortcuts: [
      { keys: ["F2"], name: "key.edit" },
      { keys: ["Escape"], name: "key.giveUp" },
      { keys: ["Delete"], name: "key.clear" },
      { keys: ["Space"], name: "key.tick" },
      { keys: ["Space", "Shift+F2"], name: "key.record" },
      { keys: ["Alt+↓"], name: "key.choices" },
      { keys: ["Alt+Enter"], name: "key.lead" },
      { keys: ["Mod+;"], name: "key.today" },
      { keys: ["Mod+Enter"], name: "key.fill" },
      { keys: ["Mod+D"], name: "key.fillDown" },
      { keys: ["Mod+R"], name: "key.fillRight" },
      { keys: ["Mod+C", "Mod+X", "Mod+V"], name: "key.clipboard" },
      { keys: ["Mod++", "Mod+-"], name: "key.rows" },
      { keys: ["Shift+F10"], name: "key.menu" },
    ],
  },
  {
    name: "keys.record",
    shortcuts: [
      { keys: ["PageUp", "PageDown"], name: "key.recordStep" },
      { keys: ["Enter", "Tab"], name: "key.recordField" },
      { keys: ["Escape"], name: "key.recordClose" },
    ],
  },
  {
    name: "keys.sheets",
    shortcuts: [
      { keys: ["←", "→"], name: "key.sheetStep" },
      { keys: ["F2"], name: "key.sheetRename" },
      { keys: ["Mod+Shift+PageUp", "Mod+Shift+PageDown"], name: "key.sheetMove" },
    ],
  },
];

const MAC: Readonly<Record<string, string>> = {
  Mod: "⌘",
  Ctrl: "⌃",
  Shift: "⇧",
  Alt: "⌥",
  Enter: "↩",
  Escape: "esc",
};
const OTHER: Readonly<Record<string, string>> = { Mod: "Ctrl", Escape: "Esc" };

/** The keys to be pressed together, as this machine's keyboard has them. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  // The plus key itself comes last, if it does.
  const parts = keys.endsWith("++") ? [...keys.slice(0, -2).split("+"), "+"] : keys.split("+");
  return parts.map((part) => (mac ? MAC : OTHER)[part] ?? part);
}
