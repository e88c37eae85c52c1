/** How rows that look alike, and why they do, are told. */
import type { App } from "../../app/app.ts";
import type { DuplicateGroup, DuplicateLink, Duplicates } from "../../worker/api.ts";

/** Names of a group that stand in one line. */
const MOST_NAMES = 4;

/** With its number, for names of rows that look alike are often the same. */
export const rowName = ({ t }: App, { rows }: DuplicateGroup, place: number): string =>
  t("duplicates.row", { number: place + 1, name: rows[place]?.name || t("common.empty") });

const whyText = ({ t }: App, { score, evidence }: DuplicateLink): string =>
  t("duplicates.why", {
    score,
    evidence: evidence.map((each) => t(`duplicates.by.${each}`)).join(" · "),
  });

export const linkText = (app: App, group: DuplicateGroup, link: DuplicateLink): string =>
  app.t("duplicates.link", {
    first: rowName(app, group, link.first),
    second: rowName(app, group, link.second),
    why: whyText(app, link),
  });

/** What a group is as sure as. */
export const groupText = (app: App, group: DuplicateGroup): string =>
  group.all.length === 2
    ? whyText(app, group.weakest)
    : app.t("duplicates.groupWhy", { count: group.all.length, weakest: linkText(app, group, group.weakest) });

export function namesText({ t }: App, rows: readonly { readonly name: string }[], count: number): string {
  const names = rows.slice(0, count > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES);
  const listed = names.map(({ name }) => name || t("common.empty")).join(" – ");
  return count > names.length
    ? t("duplicates.andMore", { names: listed, count: count - names.length })
    : listed;
}

/** What rows were not compared by, for too many share it; null: nothing. */
export function uncomparedText(
  { t }: App,
  { most, count, commonest }: Duplicates["uncompared"],
): string | null {
  if (count === 0) return null;
  const told = commonest.map(({ shared, rows }) =>
    t("duplicates.shared", {
      what: shared.map(({ as }) => t(`duplicates.by.${as}`)).join(" · "),
      text: shared.map(({ text }) => text).join(" · "),
      count: rows,
    }),
  );
  const more = count - told.length;
  if (more > 0) told.push(t("duplicates.sharedMore", { count: more }));
  return t("duplicates.uncompared", { most, list: told.join(t("filter.list")) });
}
