/** The measured file as an open session, by the code that the worker opens it with. */
import { readFileSync } from "node:fs";
import type { Change, Op } from "../../../src/core/change/index.ts";
import {
  emptyWorkbook,
  findSheet,
  firstView,
  type Sheet,
  sheetId,
  type View,
  workbookId,
} from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import type { ColumnTable } from "../../../src/engine/columns/table.ts";
import { buildImport } from "../../../src/engine/session/build.ts";
import { Session } from "../../../src/engine/session/session.ts";
import {
  type CsvTable,
  planImport,
  readTable as readCsvTable,
  stageRows,
} from "../../../src/exchange/index.ts";
import { localeFormat } from "../../../src/fields/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { csvPath } from "../expected.ts";

export const SHEET = sheetId("customers");
const LOCALE = "en-US";
const TODAY = Math.floor(Date.UTC(2026, 10, 23) / 86_400_000);

export function readTable(rows: number): CsvTable {
  const table = readCsvTable(readFileSync(csvPath(rows)), { columnWord: "Column" });
  if (table.type === "refused") throw new Error(`the file was refused: ${table.why.reason}`);
  return table;
}

function emptySession(): Session {
  const empty = emptyWorkbook(workbookId("bench"));
  const sheet = customersSheet(SHEET, templateWords(makeTranslate(() => "en")));
  const settings = { ...empty.settings, locale: LOCALE };
  return new Session(
    { ...empty, settings, sheets: [sheet] },
    { newType: () => ({ storage: "text" }), today: () => TODAY },
  );
}

export function commit(session: Session, change: Change): void {
  session.commit(change, { type: "do", change }, { type: "sort", sheet: SHEET }, 0);
}

export function sheetOf(session: Session): Sheet {
  const sheet = findSheet(session.workbook, SHEET);
  if (sheet === undefined) throw new Error("the sheet is gone");
  return sheet;
}

export function tableOf(session: Session): ColumnTable {
  const table = session.table(SHEET);
  if (table === undefined) throw new Error("the sheet is gone");
  return table;
}

/** A session of its own each time: nothing is remembered of an earlier one but the file. */
export function openSession(table: CsvTable): Session {
  const session = emptySession();
  const plan = planImport(table, sheetOf(session), "newWorkbook", localeFormat(LOCALE, "USD"));
  const { columns, rowCount, rejected } = stageRows(table, plan);
  if (rejected.length > 0) throw new Error(`${rejected.length} rows were rejected`);
  const { fields, view } = plan;
  commit(
    session,
    buildImport(session, {
      sheet: SHEET,
      fields,
      columns,
      rowCount,
      updates: [],
      ...(view === null ? {} : { view }),
    }),
  );
  return session;
}

export function setView(session: Session, part: Partial<Pick<View, "sort" | "filter">>): void {
  const view = firstView(sheetOf(session));
  const after = { index: 0, item: { ...view, ...part } };
  const op: Op = { op: "view", sheet: SHEET, edit: { before: { index: 0, item: view }, after } };
  commit(session, { ops: [op] });
}
