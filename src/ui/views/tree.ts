/** The filter as its form shows it: conditions, and groups of them one level deep. What lies deeper is kept as it is. */
import { isCondition, type Join, joinParts, listedParts } from "../../app/filter.ts";
import type { Field, FieldId, Filter } from "../../core/model/index.ts";
import type { LocaleFormat } from "../../fields/locale.ts";
import { draftOf, filterOf, type PartDraft } from "./draft.ts";

export interface GroupDraft {
  readonly type: "group";
  readonly key: number;
  readonly join: Join;
  readonly parts: readonly PartDraft[];
}

export type Draft = PartDraft | GroupDraft;

/** What drafts are read and written with. */
export interface DraftContext {
  readonly fieldOf: (id: FieldId) => Field | undefined;
  readonly locale: LocaleFormat;
}

/** The drafts of a filter's listed parts; how these are joined is `joinOf` it. */
export function readDrafts(
  filter: Filter | null,
  nextKey: () => number,
  { fieldOf, locale }: DraftContext,
): readonly Draft[] {
  const read = (part: Filter): PartDraft =>
    draftOf(nextKey(), part, isCondition(part) ? fieldOf(part.field) : undefined, locale);
  return listedParts(filter).map((part) =>
    // A group of nothing lets everything through, which no list of conditions says.
    isCondition(part) || part.parts.length === 0
      ? read(part)
      : { type: "group", key: nextKey(), join: part.op, parts: part.parts.map(read) },
  );
}

function writeDraft(draft: Draft, { fieldOf, locale }: DraftContext): Filter | null {
  if (draft.type !== "group") {
    return filterOf(draft, draft.type === "condition" ? fieldOf(draft.field) : undefined, locale);
  }
  const parts = draft.parts
    .map((part) => writeDraft(part, { fieldOf, locale }))
    .filter((part) => part !== null);
  return parts.length === 0 ? null : { op: draft.join, parts };
}

/** What the drafts ask for together; those that say nothing yet are left out. */
export function writeDrafts(drafts: readonly Draft[], join: Join, context: DraftContext): Filter | null {
  return joinParts(
    drafts.map((draft) => writeDraft(draft, context)).filter((part) => part !== null),
    join,
  );
}
