/** The workbook as it was at the end of a day, and what its charts were then: worked out once, for the past does not change. */
import {
  type ChartRecipe,
  type Field,
  type FieldId,
  findField,
  mapConditions,
  type Sheet,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { selectSteps } from "../query/query.ts";
import type { Session } from "../session/session.ts";
import { runNow } from "../steps.ts";
import type { ChartAnswer } from "./answer.ts";
import { type ChartGround, slotsOnce } from "./ground.ts";

export interface Earlier {
  /** Null: the sheet was not there yet. */
  readonly sheet: Sheet | null;
  readonly table: ColumnTable | null;
  /** That day, as `Session.today` was on it. */
  readonly today: number;
  /** By recipe, the last answer, and all that it depends on besides. */
  readonly known: Map<string, { readonly asked: readonly unknown[]; readonly answer: ChartAnswer }>;
}

export const earlierOf = (was: Omit<Earlier, "known">): Earlier => ({ ...was, known: new Map() });

/** Whether what a field held then can stand beside what it holds now. */
export function isLike(now: Field | undefined, then: Field | undefined): boolean {
  if (now === undefined || then === undefined) return false;
  if (now.type.storage !== "integer" || then.type.storage !== "integer")
    return now.type.storage === then.type.storage;
  return now.type.decimals === then.type.decimals;
}

/** Rows of then under the view of now; conditions on what was not there let all of them through. */
export function groundThen(
  session: Session,
  now: Sheet,
  search: string,
  earlier: Earlier,
): ChartGround | null {
  const { sheet, table, today } = earlier;
  if (sheet === null || table === null) return null;
  const known = (id: FieldId): Field | undefined => {
    const then = findField(sheet, id);
    return isLike(findField(now, id), then) ? then : undefined;
  };
  const slots = slotsOnce((fields) => {
    const selection = session.screens.selectionBeside(now, fields, search);
    const filter = mapConditions(selection.filter, (each) => (known(each.field) ? each : null));
    const searched = selection.searched.flatMap(({ id }) => known(id) ?? []);
    return runNow(selectSteps(table, sheet.fields, { ...selection, filter, searched, today }));
  });
  return { sheet, table, slots, today };
}

/** What of an answer decides how the one of then is laid out. */
function layoutOf(answer: ChartAnswer): string {
  if (answer.type !== "groups") return "";
  const { unit, width, groups, others } = answer;
  return JSON.stringify([unit, width, others === null, groups.map(({ atom, range }) => [atom, range])]);
}

/** The answer of then, kept while it is asked for alike: definitions are known by their identity. */
export function answerOnce(
  session: Session,
  now: Sheet,
  search: string,
  recipe: ChartRecipe,
  beside: ChartAnswer,
  { known }: Earlier,
  make: () => ChartAnswer,
): ChartAnswer {
  const { filter, han, signs, searched } = session.screens.selectionBeside(now, [], search);
  const asked = [now, filter, han, signs, search, searched.map(({ id }) => id).join(), layoutOf(beside)];
  const key = JSON.stringify(recipe);
  const last = known.get(key);
  if (last?.asked.every((each, at) => each === asked[at])) return last.answer;
  const answer = make();
  known.set(key, { asked, answer });
  return answer;
}
