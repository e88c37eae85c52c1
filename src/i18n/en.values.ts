/** The words of the checklist of a column's values in English. */
import { groupedNumber } from "./plural.ts";

type Named = { readonly name: string };
type Counted = { readonly count: number };

export const enValues = {
  "column.values": "Filter by value…",
  "values.title": (p: Named) => `Values of ${p.name}`,
  "values.search": "Search values",
  "values.all": "(Select all)",
  "values.allFound": "(Select all found)",
  "values.blank": "(Blank)",
  "values.more": (p: Counted) => `and ${groupedNumber("en", p.count)} more – search to narrow`,
  "values.none": "No value contains that.",
  "values.empty": "This column holds nothing yet.",
  "values.apply": "Apply",
  "values.clear": "Clear",
  "values.conditions": "Conditions…",
  "values.tickOne": "Tick at least one value.",
  "values.filtered": (p: Named) => `Filter of ${p.name}`,
  "values.add": "Add to what is ticked already",
  "values.pin": "Pin above the sheet",
  "cause.pinned": "change of pinned filters",
  "pinned.label": "Pinned filters",
  "pinned.all": (p: Named) => `${p.name}: all`,
  "pinned.unpin": (p: Named) => `Unpin ${p.name}`,
  "pinned.clear": (p: Named) => `Clear filter of ${p.name}`,
  "filter.listMore": (p: Counted) => ` and ${groupedNumber("en", p.count)} more`,
} as const;
