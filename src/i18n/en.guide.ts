/** The words of the first steps in English. */

export const enGuide = {
  "guide.label": "First steps",
  "guide.show": "Show me",
  "guide.skip": "Skip",
  "guide.done": "Done",
  "guide.edit": "Type into any cell. It is saved as soon as you press Enter.",
  "guide.sort": "Click a column’s name to sort by it.",
  "guide.search": "Search for a name, a city, a number.",
  "guide.charts": "Open the charts: which customers carry the business?",
  "guide.file": "Save the workbook as a file, so that there is a copy outside of this browser.",
  "guide.end": "That was it. Ctrl+K finds everything else, F1 lists the keys.",
  "guide.count": (p: { readonly at: number; readonly of: number }) => `${p.at} of ${p.of}`,
} as const;
