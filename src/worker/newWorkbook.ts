/** What makes an empty workbook one to begin with. */
import type { Op } from "../core/change/index.ts";
import { type Sheet, sheetId, type WorkbookSettings } from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { SAMPLE_ROWS, sampleCustomers } from "../core/template/sample.ts";
import type { CreateSource, NewWorkbook } from "./api.ts";

export const FIRST_SHEET = sheetId("customers");

/** For a workbook that has these settings and nothing else. */
export type OpsFor = (empty: WorkbookSettings) => readonly Op[];

function withSheet(setup: NewWorkbook, sheet: Sheet, rows: readonly Op[] = []): OpsFor {
  const after = { name: setup.words.workbook, locale: setup.locale, currency: setup.currency };
  return (empty) => [
    { op: "settings", before: empty, after },
    { op: "sheet", edit: { before: null, after: { index: 0, item: sheet } } },
    ...rows,
  ];
}

export function newWorkbookOps(source: CreateSource, setup: NewWorkbook, today: number): OpsFor {
  const plain = customersSheet(FIRST_SHEET, setup.words);
  if (source === "blank") return withSheet(setup, plain);
  const { sheet, columns } = sampleCustomers(plain, setup.words.sample, today);
  const ids = Uint32Array.from({ length: SAMPLE_ROWS }, (_, index) => index + 1);
  return withSheet(setup, sheet, [
    { op: "insertRows", sheet: FIRST_SHEET, blocks: [{ at: 0, ids, columns }] },
  ]);
}
