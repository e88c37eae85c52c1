/** The words of the settings in English. */

export const enSettings = {
  "toolbar.settings": "Settings",
  "settings.title": "Settings",
  "settings.licences": "Third-party licences",
  "settings.device": "This device",
  "settings.workbook": "This workbook",
  "settings.language": "Language",
  "settings.language.browser": (p: { readonly language: string }) => `As in the browser (${p.language})`,
  "settings.theme": "Theme",
  "settings.theme.system": "System",
  "settings.theme.light": "Light",
  "settings.theme.dark": "Dark",
  "settings.theme.contrast": "High contrast",
  "settings.density": "Row height",
  "settings.density.comfortable": "Comfortable",
  "settings.density.compact": "Compact",
  "settings.device.hint": "Kept in this browser, for every workbook.",
  "settings.locale": "Numbers and dates as in",
  "settings.currency": "Currency",
  "settings.none": "Nothing found",
  "settings.chosen": (p: { readonly option: string }) => `${p.option}, chosen`,
  "settings.amount": (p: { readonly amount: string }) => `Amounts look like ${p.amount}.`,
  "settings.day": (p: { readonly typed: string; readonly day: string }) =>
    `${p.typed}, when typed, is ${p.day}.`,
  "settings.dayUnclear": (p: { readonly typed: string; readonly iso: string }) =>
    `Dates are typed beginning with the year, as ${p.iso}; ${p.typed} would be unclear.`,
  "settings.workbook.hint":
    "Kept with the workbook, for everyone who opens it. What is stored stays as it is, only its look changes; Undo takes it back.",
} as const;
