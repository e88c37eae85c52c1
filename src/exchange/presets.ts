/** Who a file is written for. A new preset is one more entry. */
import type { Delimiter } from "./api.ts";

export const PRESET_IDS = ["excel", "plain"] as const;
export type PresetId = (typeof PRESET_IDS)[number];

export interface Preset {
  readonly id: PresetId;
  /** UTF-8 with a byte order mark, by which Excel knows it. */
  readonly bom: boolean;
  readonly delimiter: Delimiter;
  readonly lineEnd: "\r\n" | "\n";
}

/** The first is the default. */
export const PRESETS: readonly [Preset, ...Preset[]] = [
  { id: "excel", bom: true, delimiter: ",", lineEnd: "\r\n" },
  { id: "plain", bom: false, delimiter: ",", lineEnd: "\r\n" },
];

/** The default for a name that no preset has. */
export function findPreset(id: string): Preset {
  return PRESETS.find((preset) => preset.id === id) ?? PRESETS[0];
}
