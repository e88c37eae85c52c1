/** Commands about a sheet's charts. The first of them makes the usual charts the sheet's own. */
import { chartsOf, findSheet, type Sheet, type SheetChart } from "../../core/model/index.ts";
import { type Built, type Definitions, GONE_SHEET, replaced } from "./built.ts";
import type { Command, Refusal } from "./command.ts";

export type ChartCommand = Extract<
  Command,
  { readonly type: "addChart" | "changeChart" | "moveChart" | "removeChart" }
>;

/** Null: the chart that is meant is gone. */
function changed(charts: readonly SheetChart[], command: ChartCommand): readonly SheetChart[] | null {
  const wanted = "chart" in command ? command.chart.id : command.id;
  const at = charts.findIndex(({ id }) => id === wanted);
  const known = charts[at];
  if (command.type === "addChart") return known === undefined ? [...charts, command.chart] : charts;
  if (known === undefined) return null;
  switch (command.type) {
    case "changeChart":
      return charts.with(at, command.chart);
    case "moveChart":
      return charts.toSpliced(at, 1).toSpliced(Math.max(0, command.to), 0, known);
    case "removeChart":
      return charts.toSpliced(at, 1);
  }
}

export function chartCommand(basis: Definitions, command: ChartCommand): Built | Refusal {
  const before = findSheet(basis.workbook, command.sheet);
  if (before === undefined) return GONE_SHEET;
  const charts = changed(chartsOf(before), command);
  if (charts === null) return { refused: "gone", what: "chart" };
  const after: Sheet = { ...before, charts };
  const same = JSON.stringify(charts) === JSON.stringify(chartsOf(before));
  const edit = replaced(basis.workbook.sheets, after);
  return {
    change: { ops: same || edit === null ? [] : [{ op: "sheet", edit }] },
    cause: { type: command.type, sheet: before.id, name: command.name },
  };
}
