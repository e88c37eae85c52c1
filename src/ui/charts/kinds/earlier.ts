/** The same chart as it was on an earlier day, and what is said where it cannot stand beside the present one. */
import type { ChartAnswer, EarlierAnswer } from "../../../worker/api.ts";
import type { Speaker } from "../told.ts";

export interface Comparing {
  /** The day as it is written. */
  readonly day: string;
}

export interface Earlier<Answer extends ChartAnswer = ChartAnswer> extends Comparing, EarlierAnswer {
  readonly answer: Answer;
}

type Kind = ChartAnswer["type"];
type Of<Type extends Kind> = Extract<ChartAnswer, { type: Type }>;

/** Null where it was no such chart. */
export function earlierLike<Type extends Kind>(
  earlier: Earlier | null,
  type: Type,
): Earlier<Of<Type>> | null {
  const isOf = (answer: ChartAnswer): answer is Of<Type> => answer.type === type;
  if (earlier === null || !isOf(earlier.answer)) return null;
  return { ...earlier, answer: earlier.answer };
}

/** Why there was no chart on that day. */
export function lackedThen(app: Speaker, { answer, day }: Earlier): string {
  const { t } = app;
  switch (answer.type) {
    case "lacks":
      return t("chart.then.lacks", { day });
    case "noRows":
      return t(answer.total === 0 ? "chart.then.noRows" : "chart.then.noMatches", { day });
    case "noValues":
      return t("chart.then.noValues", { day, field: answer.field.name });
    case "noAmounts":
      return t("chart.then.noAmounts", { day, field: answer.field.name });
    case "tooMany":
      return t("chart.then.tooMany", { day, field: answer.field.name });
    case "groups":
    case "pareto":
    case "years":
    case "flow":
    case "rfm":
      return "";
  }
}

/** What the picture calls what was. */
export const sinceText = (app: Speaker, earlier: Comparing | null): string | null =>
  earlier === null ? null : app.t("chart.since", { day: earlier.day });

/** What a cell says beside its figure; nothing where that was the same. */
export const wasText = (app: Speaker, is: string, was: string | null): { readonly was?: string } =>
  was === null || was === is ? {} : { was: app.t("chart.was", { value: was }) };
