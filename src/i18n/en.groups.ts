/** The words of totals and groups in English. */
export const enGroups = {
  "cause.totals": "change of totals",
  "cause.group": "change of groups",
  "totals.label": "Totals",
  "totals.show": "Show totals row",
  "totals.hide": "Hide totals row",
  "totals.cell": (p: { readonly column: string; readonly total: string; readonly value: string }) =>
    `${p.column}: ${p.total} ${p.value}`,
  "totals.noneOf": (p: { readonly column: string }) => `${p.column}: no total`,
  "totals.choose": (p: { readonly column: string }) => `Total of ${p.column}`,
  "total.none": "None",
  "total.count": "Rows",
  "total.filled": "Filled",
  "total.empty": "Empty",
  "total.distinct": "Distinct",
  "total.sum": "Sum",
  "total.average": "Average",
  "total.median": "Median",
  "total.minimum": "Min",
  "total.maximum": "Max",
  "total.nothing": "–",
} as const;
