/** How CSV is written for whom. A preset is one entry of this list; the interface words its id. */
export type PresetId = "excel" | "plain";

export interface ExportPreset {
  readonly id: PresetId;
  readonly bom: boolean;
  readonly delimiter: "," | ";";
  /** Texts a spreadsheet would run as formulas get an apostrophe. */
  readonly guard: boolean;
}

/** The first is the one that is offered. */
export const PRESETS: readonly ExportPreset[] = [
  { id: "excel", bom: true, delimiter: ",", guard: true },
  { id: "plain", bom: false, delimiter: ",", guard: false },
];

export function presetOf(id: string): ExportPreset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
