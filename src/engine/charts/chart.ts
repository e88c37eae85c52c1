/** The list of what charts are made of: one line for each kind. Nothing is drawn or worded here. */
import {
  type ChartRecipe,
  type Field,
  type FieldId,
  findField,
  inputsOfChart,
  lackOf,
  mapConditions,
  type Sheet,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { selectSteps } from "../query/query.ts";
import type { Session } from "../session/session.ts";
import { runNow } from "../steps.ts";
import type { ChartAnswer, ChartReply, EarlierAnswer } from "./answer.ts";
import { flowChart } from "./flow.ts";
import type { ChartGround } from "./ground.ts";
import { groupsChart } from "./groups.ts";
import { movesOf } from "./moves.ts";
import { paretoChart } from "./pareto.ts";
import { rfmChart } from "./rfm.ts";
import { yearsChart } from "./years.ts";

/** `like`: what it will stand beside. */
function answer(ground: ChartGround, recipe: ChartRecipe, like: ChartAnswer | null): ChartAnswer {
  switch (recipe.kind) {
    case "groups":
      return groupsChart(ground, recipe, like?.type === "groups" ? like : null);
    case "pareto":
      return paretoChart(ground, recipe);
    case "years":
      return yearsChart(ground, recipe);
    case "flow":
      return flowChart(ground, recipe);
    case "rfm":
      return rfmChart(ground, recipe);
  }
}

/** The workbook as it was at the end of a day. */
export interface Earlier {
  /** Null: the sheet was not there yet. */
  readonly sheet: Sheet | null;
  readonly table: ColumnTable | null;
  /** That day, as `Session.today` was on it. */
  readonly today: number;
}

/** Whether what a field held then can stand beside what it holds now. */
function isLike(now: Field | undefined, then: Field | undefined): boolean {
  if (now === undefined || then === undefined) return false;
  if (now.type.storage !== "integer" || then.type.storage !== "integer")
    return now.type.storage === then.type.storage;
  return now.type.decimals === then.type.decimals;
}

/** Rows of then under the view of now; conditions on what was not there let all of them through. */
function groundThen(session: Session, now: Sheet, search: string, earlier: Earlier): ChartGround | null {
  const { sheet, table, today } = earlier;
  if (sheet === null || table === null) return null;
  const known = (id: FieldId): Field | undefined => {
    const then = findField(sheet, id);
    return isLike(findField(now, id), then) ? then : undefined;
  };
  const slots = (fields: readonly Field[]): Uint32Array => {
    const selection = session.screens.selectionBeside(now, fields, search);
    const filter = mapConditions(selection.filter, (each) => (known(each.field) ? each : null));
    const searched = selection.searched.flatMap(({ id }) => known(id) ?? []);
    return runNow(selectSteps(table, sheet.fields, { ...selection, filter, searched, today }));
  };
  return { sheet, table, slots, today };
}

function answerThen(
  now: ChartGround,
  then: ChartGround,
  recipe: ChartRecipe,
  like: ChartAnswer,
): EarlierAnswer {
  const lack = inputsOfChart(recipe).find(
    ({ field }) => !isLike(findField(now.sheet, field), findField(then.sheet, field)),
  );
  if (lack !== undefined) return { answer: { type: "lacks", field: lack.field }, moves: null };
  const moves = recipe.kind === "groups" ? movesOf(now, then, recipe.by) : null;
  return { answer: answer(then, recipe, like), moves };
}

/** Of the rows that the view shows, leaving out conditions on the chart's own fields. */
export function chartOf(
  session: Session,
  sheet: Sheet,
  recipe: ChartRecipe,
  search: string,
  earlier: Earlier | null,
): ChartReply {
  const table = session.table(sheet.id);
  if (table === undefined) return { now: { type: "noRows", total: 0 }, before: null };
  const field = lackOf(sheet, recipe);
  if (field !== null) return { now: { type: "lacks", field }, before: null };
  const slots = (fields: readonly Field[]): Uint32Array =>
    session.screens.slotsBeside(sheet, table, fields, search);
  const ground = { sheet, table, slots, today: session.today };
  const now = answer(ground, recipe, null);
  if (earlier === null) return { now, before: null };
  const before = groundThen(session, sheet, search, earlier);
  if (before === null) return { now, before: { answer: { type: "noRows", total: 0 }, moves: null } };
  return { now, before: answerThen(ground, before, recipe, now) };
}
