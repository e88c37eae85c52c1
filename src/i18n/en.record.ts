/** The words of the record card in English. */
import { groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);

export const enRecord = {
  "record.label": "Record",
  "record.open": "Open the record",
  "record.new": "New row",
  "record.unnamed": "No name",
  "record.previous": "Previous record",
  "record.next": "Next record",
  "record.placeLabel": "Place",
  "record.place": (p: { readonly place: number; readonly count: number }) => `${n(p.place)} of ${n(p.count)}`,
  "record.notShown": "Not among the rows shown",
  "record.gone": "This row has been deleted. Undo brings it back.",
  "record.moves": "Changed. This row moves to its place when you go on.",
  "record.leaves": "Changed. The filter no longer lets this row through; it goes when you go on.",
  "calendar.previousYear": "Previous year",
  "calendar.previousMonth": "Previous month",
  "calendar.nextMonth": "Next month",
  "calendar.nextYear": "Next year",
  "calendar.today": "Today",
  "lead.call": (p: { readonly text: string }) => `Call ${p.text}`,
  "lead.write": (p: { readonly text: string }) => `Write to ${p.text}`,
  "lead.open": (p: { readonly text: string }) => `Open ${p.text} in a new tab`,
  "key.lead": "Call, write, or open the link",
  "grid.removeChoice": (p: { readonly label: string }) => `Remove “${p.label}”`,
  "keys.record": "In the record card",
  "key.record": "Open the record",
  "key.recordStep": "To the previous or next record",
  "key.recordField": "Keep it and go to the next field",
  "key.recordClose": "Back to the cell",
} as const;
