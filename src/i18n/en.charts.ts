/** The words of the charts, in English. */
import { counted, groupedNumber } from "./plural.ts";

const n = (value: number): string => groupedNumber("en", value);
const customers = (count: number): string => counted("en", count, { one: "customer", other: "customers" });
const rows = (count: number): string => counted("en", count, { one: "row", other: "rows" });
/** Of a sheet of customers, or of any other. */
const who = (count: number, people: boolean): string => (people ? customers(count) : rows(count));

/** What groups are made by; `scale`: periods and ranges of it instead of its values. */
export interface By {
  readonly by: string;
  readonly scale: boolean;
}

export const enCharts = {
  "cause.addChart": (p: { readonly name: string }) => `adding the chart ${p.name}`,
  "cause.changeChart": (p: { readonly name: string }) => `changing the chart ${p.name}`,
  "cause.moveChart": (p: { readonly name: string }) => `moving the chart ${p.name}`,
  "cause.removeChart": (p: { readonly name: string }) => `removing the chart ${p.name}`,

  "charts.label": "Charts",
  "charts.asTable": "Show as table",
  "charts.percent": (p: { readonly number: string }) => `${p.number} %`,
  "charts.noTier": "No tier",
  "charts.tier": "Tier",
  "charts.count": "Customers",
  "charts.rows": "Rows",
  "charts.share": "Share",
  "charts.filterBy": (p: { readonly tier: string }) => `Show only ${p.tier}`,
  "charts.hint": "Click a part of a chart to show only its rows.",
  "charts.clear": "Show all again",
  "charts.mostCustomers": (p: { readonly tier: string; readonly share: string; readonly total: number }) =>
    `${p.tier} is the largest tier: ${p.share} of ${customers(p.total)}.`,
  "charts.mostWithout": (p: { readonly share: string; readonly total: number }) =>
    `${p.share} of ${customers(p.total)} have no tier yet.`,
  "charts.carries": (p: {
    readonly tier: string;
    readonly customers: string;
    readonly share: string;
    readonly field: string;
  }) => `${p.tier} customers are ${p.customers} of the list and bring ${p.share} of ${p.field}.`,
  "charts.carriesWithout": (p: {
    readonly customers: string;
    readonly share: string;
    readonly field: string;
  }) => `Customers without a tier are ${p.customers} of the list and bring ${p.share} of ${p.field}.`,
  "charts.noValues": (p: { readonly field: string }) =>
    `Nothing is entered in ${p.field} for these rows yet. Fill in the ${p.field} column and the chart draws.`,
  "charts.noAmounts": (p: { readonly field: string }) =>
    `${p.field} adds up to zero or less here, so there are no shares to show.`,
  "charts.noTierField":
    "This sheet has no Tier column, so there is no chart of tiers. Import a file with a column named Tier, or add another chart.",
  "charts.none": "No charts on this sheet.",
  "charts.noRows": "No rows yet. Type in the last row of the grid or import a CSV, and the charts draw.",
  "charts.noMatches": "No row matches the search and the filters. Clear them to see the charts.",
  "charts.lacks":
    "A column of this chart is gone, or holds something else by now. Undo that, choose another column, or remove the chart.",
  "charts.tooMany": (p: { readonly field: string }) =>
    `${p.field} holds more than can be told apart in a picture.`,
  "charts.tooManyValues": (p: { readonly field: string }) =>
    `${p.field} holds more than can be told apart in a picture. Take another column, or show fewer rows by a filter.`,
  "charts.longer": "Take longer periods",
  "charts.alt": (p: { readonly title: string; readonly values: string }) => `${p.title}: ${p.values}`,
  "charts.altItem": (p: { readonly tier: string; readonly value: string; readonly share: string }) =>
    `${p.tier} ${p.value} (${p.share})`,

  "chart.title.count": (p: By & { readonly people: boolean }) =>
    `${p.people ? "Customers" : "Rows"} by ${p.by}`,
  "chart.title.sum": (p: By & { readonly of: string }) => `${p.of} by ${p.by}`,
  "chart.title.average": (p: By & { readonly of: string }) => `Average ${p.of} by ${p.by}`,
  "chart.title.minimum": (p: By & { readonly of: string }) => `Lowest ${p.of} by ${p.by}`,
  "chart.title.maximum": (p: By & { readonly of: string }) => `Highest ${p.of} by ${p.by}`,
  "chart.of.average": (p: { readonly of: string }) => `Average ${p.of}`,
  "chart.of.minimum": (p: { readonly of: string }) => `Lowest ${p.of}`,
  "chart.of.maximum": (p: { readonly of: string }) => `Highest ${p.of}`,
  "chart.title.years": (p: { readonly of: string }) => `${p.of} by month and year`,
  "chart.title.flow": "New and lost customers",
  "chart.title.rfm": (p: { readonly value: string; readonly recency: string }) =>
    `${p.recency} against ${p.value}`,

  "chart.empty": "(empty)",
  "chart.others": (p: { readonly groups: number }) => `Others (${n(p.groups)})`,
  "chart.say.count": (p: {
    readonly top: string;
    readonly share: string;
    readonly total: number;
    readonly people: boolean;
  }) => `${p.top} is the largest: ${p.share} of ${who(p.total, p.people)}.`,
  "chart.say.onlyOne": (p: { readonly top: string; readonly total: number; readonly people: boolean }) =>
    p.total === 1
      ? `The only ${p.people ? "customer" : "row"} is in the group ${p.top}.`
      : `All ${who(p.total, p.people)} are in one group: ${p.top}.`,
  "chart.say.allEmpty": (p: { readonly field: string; readonly total: number; readonly people: boolean }) =>
    p.total === 1
      ? `${p.field} is empty for the only ${p.people ? "customer" : "row"}.`
      : `${p.field} is empty for all ${who(p.total, p.people)}.`,
  "chart.say.only": (p: { readonly top: string; readonly value: string }) =>
    `Only ${p.top} has figures here: ${p.value}.`,
  "chart.say.tied": (p: {
    readonly names: string;
    readonly value: string;
    /** Of rows that are counted. */
    readonly total: number | null;
    readonly people: boolean;
  }) =>
    `${p.names} share the first place: ${p.value} each${p.total === null ? "" : ` of ${who(p.total, p.people)}`}.`,
  "chart.say.firstEqual": (p: { readonly groups: number; readonly value: string }) =>
    `The first ${n(p.groups)} are equal: ${p.value} each.`,
  "chart.say.equal": (p: { readonly groups: number; readonly value: string }) =>
    `All ${n(p.groups)} are equal: ${p.value} each.`,
  "chart.say.sum": (p: {
    readonly top: string;
    readonly value: string;
    readonly share: string;
    readonly of: string;
  }) => `${p.top} brings most: ${p.value}, ${p.share} of ${p.of}.`,
  "chart.say.losses": (p: {
    readonly top: string;
    readonly value: string;
    readonly low: string;
    readonly lowest: string;
  }) =>
    `${p.top} brings most, ${p.value}; ${p.low} brings ${p.lowest}. With negative amounts there are no shares.`,
  "chart.say.highest": (p: { readonly top: string; readonly value: string }) =>
    `${p.top} is highest with ${p.value}.`,
  "chart.say.ends": (p: {
    readonly top: string;
    readonly value: string;
    readonly low: string;
    readonly lowest: string;
  }) => `${p.top} is highest with ${p.value}, ${p.low} lowest with ${p.lowest}.`,
  "chart.say.periods": (p: {
    readonly top: string;
    readonly value: string;
    readonly last: string;
    readonly lastValue: string;
  }) => `The most was in ${p.top}: ${p.value}. In ${p.last} it was ${p.lastValue}.`,
  "chart.say.latest": (p: { readonly top: string; readonly value: string }) =>
    `The most is in ${p.top}, the latest: ${p.value}.`,
  "chart.say.top": (p: { readonly most: number; readonly others: number }) =>
    `The first ${n(p.most)} are shown; ${n(p.others)} more ${p.others === 1 ? "is counted" : "are counted together"} as others.`,
  "chart.say.year": (p: { readonly year: string; readonly total: string }) => `${p.year} brought ${p.total}.`,
  "chart.say.years": (p: {
    readonly year: string;
    readonly total: string;
    readonly before: string;
    readonly earlier: string;
    readonly change: string;
  }) =>
    `${p.year} has brought ${p.total} so far; ${p.before} brought ${p.earlier} in all${p.change === "" ? "" : `: ${p.change} against the same months`}.`,
  "chart.say.without": (p: { readonly rows: number; readonly field: string }) =>
    `${rows(p.rows)} without ${p.field} ${p.rows === 1 ? "is" : "are"} left out.`,
  "chart.say.flow": (p: { readonly came: number; readonly lost: number; readonly after: number }) =>
    `In the last twelve months ${customers(p.came)} came and ${n(p.lost)} went silent for ${n(p.after)} days.`,
  "chart.say.lost": (p: { readonly lost: number; readonly after: number }) =>
    `In the last twelve months ${customers(p.lost)} went silent for ${n(p.after)} days.`,
  "chart.say.noFirst":
    "Who is new cannot be told without a column of first days: edit the chart to choose one.",
  "chart.say.rfm": (p: { readonly best: number; readonly total: number; readonly going: number }) =>
    `${n(p.best)} of ${customers(p.total)} ${p.best === 1 ? "is" : "are"} among the best in both; ${n(p.going)} of high value ${p.going === 1 ? "has" : "have"} not been seen for long.`,
  "chart.quarter": (p: { readonly year: number; readonly quarter: number }) => `Q${p.quarter} ${p.year}`,
  "chart.came": "New",
  "chart.lost": "Lost",
  "chart.month": "Month",
  "chart.total": "Total",
  "chart.fifth": (p: { readonly score: number }) =>
    p.score === 5 ? "Best fifth" : p.score === 1 ? "Last fifth" : `Fifth ${6 - p.score}`,

  "chart.menu": (p: { readonly title: string }) => `More about ${p.title}`,
  "chart.add": "Add chart…",
  "chart.edit": "Edit…",
  "chart.rename": "Rename",
  "chart.up": "Move up",
  "chart.down": "Move down",
  "chart.remove": "Remove",
  "chart.picture": "Save as PNG",
  "chart.copy": "Copy picture",
  "chart.copied": "The picture is on the clipboard.",
  "chart.notCopied":
    "This browser does not let the page put a picture on the clipboard. Save it as PNG instead.",
  "chart.saved": "The picture is among the downloads.",
  "chart.wide": "Full width",
  "chart.compare": "Compare with",
  "chart.compare.before": (p: { readonly day: string }) =>
    `There was no workbook on that day; it begins on ${p.day}. Choose that day or a later one.`,
  "chart.compare.week": "A week ago",
  "chart.compare.month": "A month ago",
  "chart.compare.year": "A year ago",
  "chart.compare.first": (p: { readonly day: string }) => `Compare with ${p.day}`,
  "chart.compare.unreadable": "The history of that day cannot be read any more. Choose another day.",
  "chart.since": (p: { readonly day: string }) => `As of ${p.day}`,
  "chart.moved": (p: { readonly up: number; readonly down: number; readonly day: string }) => {
    if (p.up + p.down === 0) return `Nobody has moved since ${p.day}.`;
    if (p.up === 0) return `${customers(p.down)} moved down since ${p.day}.`;
    return `${customers(p.up)} moved up${p.down === 0 ? "" : `, ${n(p.down)} down`} since ${p.day}.`;
  },
  "chart.movedBetween": (p: {
    readonly rows: number;
    readonly field: string;
    readonly day: string;
    readonly people: boolean;
  }) =>
    p.rows === 0
      ? `Nothing has changed in ${p.field} since ${p.day}.`
      : `${p.field} changed for ${who(p.rows, p.people)} since ${p.day}.`,
  "chart.changed": (p: {
    readonly what: string;
    readonly was: string;
    readonly is: string;
    readonly day: string;
  }) =>
    p.was === p.is
      ? `${p.what} is ${p.is}, as it was on ${p.day}.`
      : `${p.what} was ${p.was} on ${p.day} and is ${p.is} now.`,
  "chart.was": (p: { readonly value: string }) => `was ${p.value}`,
  "chart.changeSince": (p: { readonly day: string }) => `+ −  since ${p.day}`,
  "chart.ringInside": (p: { readonly day: string }) => `The ring inside is as of ${p.day}.`,
  "chart.then.flow": (p: {
    readonly came: number;
    readonly lost: number;
    readonly day: string;
    readonly first: boolean;
  }) => `In the twelve months to ${p.day}: ${p.first ? `${n(p.came)} came, ` : ""}${n(p.lost)} went silent.`,
  "chart.then.rfm": (p: {
    readonly best: number;
    readonly total: number;
    readonly going: number;
    readonly day: string;
  }) =>
    `On ${p.day} it was ${n(p.best)} of ${customers(p.total)} in both, and ${n(p.going)} not seen for long.`,
  "chart.then.lacks": (p: { readonly day: string }) =>
    `On ${p.day} a column of this chart was not there yet, or held something else: nothing to compare with.`,
  "chart.then.noRows": (p: { readonly day: string }) =>
    `On ${p.day} this sheet had no rows yet: nothing to compare with.`,
  "chart.then.noMatches": (p: { readonly day: string }) =>
    `On ${p.day} no row matched the search and the filters: nothing to compare with.`,
  "chart.then.noValues": (p: { readonly day: string; readonly field: string }) =>
    `On ${p.day} nothing was entered in ${p.field} for these rows: nothing to compare with.`,
  "chart.then.noAmounts": (p: { readonly day: string; readonly field: string }) =>
    `On ${p.day} ${p.field} added up to zero or less: nothing to compare with.`,
  "chart.then.tooMany": (p: { readonly day: string; readonly field: string }) =>
    `On ${p.day} ${p.field} held more than can be told apart: it is not compared with.`,

  "chart.dialog.add": "Add chart",
  "chart.dialog.edit": "Edit chart",
  "chart.dialog.save": "Save",
  "chart.dialog.what": "Chart",
  "chart.dialog.name": "Title",
  "chart.what.groups": "Any column",
  "chart.what.tiers": "Tiers",
  "chart.what.worth": "What tiers bring",
  "chart.what.pareto": "Pareto, 80 %",
  "chart.what.years": "Months and years",
  "chart.what.flow": "New and lost customers",
  "chart.what.funnel": "Status funnel",
  "chart.what.rfm": "RFM heat map",
  "chart.by": "Column",
  "chart.period": "Periods",
  "chart.period.day": "Days",
  "chart.period.week": "Weeks",
  "chart.period.month": "Months",
  "chart.period.quarter": "Quarters",
  "chart.period.year": "Years",
  "chart.measure": "Show",
  "chart.measure.count": "Number of rows",
  "chart.measure.sum": "Sum",
  "chart.measure.average": "Average",
  "chart.measure.minimum": "Lowest",
  "chart.measure.maximum": "Highest",
  "chart.of": "Of",
  "chart.look": "Drawn as",
  "chart.look.bars": "Bars",
  "chart.look.line": "Line",
  "chart.look.doughnut": "Ring",
  "chart.look.funnel": "Funnel",
  "chart.most": "At most",
  "chart.most.groups": (p: { readonly count: number }) => `${n(p.count)} groups`,
  "chart.date": "Date",
  "chart.amount": "Amount",
  "chart.first": "First day",
  "chart.last": "Last day",
  "chart.first.none": "None",
  "chart.after": "Lost after days of silence",
  "chart.recency": "Last day",
  "chart.value": "How often or how much",
  "chart.lacksDay": "This sheet has no column of dates. Add one first.",
  "chart.lacksNumber": "This sheet has no column of numbers or money. Add one first.",
  "chart.lacksChoice": "This sheet has no column of choices. Add one first.",
  "chart.cutOff": (p: { readonly times: number }) =>
    `The bar of the others is cut off: it would be ${n(p.times)} times as long as the longest.`,
  "chart.noRing": "A ring shows shares of a whole, and here there is none: bars show the amounts.",

  "pareto.title": "Pareto",
  "pareto.sentence": (p: {
    readonly share: number;
    readonly field: string;
    readonly few: number;
    readonly customers: number;
  }) => `${p.share} % of ${p.field} comes from ${n(p.few)} of ${customers(p.customers)}.`,
  "pareto.then": (p: {
    readonly day: string;
    readonly few: number;
    readonly customers: number;
    readonly best: string;
    readonly brought: string;
  }) =>
    `On ${p.day} it came from ${n(p.few)} of ${customers(p.customers)}; the best ${p.best} brought ${p.brought} then.`,
  "pareto.losses": (p: { readonly customers: number }) =>
    `${customers(p.customers)} with a negative amount ${p.customers === 1 ? "counts" : "count"} as zero.`,
  "pareto.mark": (p: { readonly share: number; readonly customers: number }) =>
    `${p.share} % · ${customers(p.customers)}`,
  "pareto.best": "The best",
  "pareto.bring": (p: { readonly field: string }) => `Share of ${p.field}`,
  "pareto.show": (p: { readonly customers: number }) =>
    p.customers === 1 ? "Show that customer" : `Show these ${n(p.customers)}`,
} as const;
