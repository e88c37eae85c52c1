/** The list of what charts are made of: one line for each kind. Nothing is drawn or worded here. */
import { type ChartRecipe, findField, inputsOfChart, lackOf, type Sheet } from "../../core/model/index.ts";
import type { Session } from "../session/session.ts";
import type { ChartAnswer, ChartReply, EarlierAnswer } from "./answer.ts";
import { answerOnce, type Earlier, groundThen, isLike } from "./earlier.ts";
import { flowChart } from "./flow.ts";
import { type ChartGround, slotsOnce } from "./ground.ts";
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

function answerThen(
  session: Session,
  ground: ChartGround,
  recipe: ChartRecipe,
  search: string,
  now: ChartAnswer,
  earlier: Earlier,
): EarlierAnswer {
  const { sheet } = ground;
  const then = groundThen(session, sheet, search, earlier);
  if (then === null) return { answer: { type: "noRows", total: 0 }, moves: null };
  const lack = inputsOfChart(recipe).find(
    ({ field }) => !isLike(findField(sheet, field), findField(then.sheet, field)),
  );
  if (lack !== undefined) return { answer: { type: "lacks", field: lack.field }, moves: null };
  const make = (): ChartAnswer => answer(then, recipe, now);
  return {
    answer: answerOnce(session, sheet, search, recipe, now, earlier, make),
    moves: recipe.kind === "groups" ? movesOf(ground, then, recipe.by) : null,
  };
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
  const slots = slotsOnce((fields) => session.screens.slotsBeside(sheet, table, fields, search));
  const ground = { sheet, table, slots, today: session.today };
  const now = answer(ground, recipe, null);
  return {
    now,
    before: earlier && answerThen(session, ground, recipe, search, now, earlier),
  };
}
