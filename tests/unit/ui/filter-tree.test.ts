/** The filter's form as a tree one level deep: what it reads it writes back, and nothing it cannot edit is lost. */
import { describe, expect, it } from "vitest";
import { joinOf } from "../../../src/app/filter.ts";
import { type Field, type Filter, fieldId } from "../../../src/core/model/index.ts";
import { localeFormat } from "../../../src/fields/locale.ts";
import { newDraft } from "../../../src/ui/views/draft.ts";
import { type DraftContext, readDrafts, writeDrafts } from "../../../src/ui/views/tree.ts";

const name: Field = { id: fieldId("name"), name: "Name", kind: "text", type: { storage: "text" } };
const context: DraftContext = {
  fieldOf: (id) => (id === name.id ? name : undefined),
  locale: localeFormat("en", "EUR"),
};

const tea: Filter = { op: "contains", field: name.id, text: "tea" };
const empty: Filter = { op: "empty", field: name.id };
const gone: Filter = { op: "empty", field: fieldId("gone") };
const either: Filter = { op: "or", parts: [tea, empty] };

function keys(): () => number {
  let last = 0;
  return () => ++last;
}

describe("the form's tree", () => {
  it.each<[string, Filter | null, string]>([
    ["nothing", null, ""],
    ["one condition", tea, "condition"],
    ["conditions joined by and", { op: "and", parts: [tea, empty] }, "condition condition"],
    ["conditions joined by or", either, "condition condition"],
    ["a group", { op: "and", parts: [empty, either] }, "condition group"],
    [
      "a group joined by and in one joined by or",
      { op: "or", parts: [tea, { op: "and", parts: [tea, empty] }] },
      "condition group",
    ],
    ["a group of one", { op: "and", parts: [tea, { op: "or", parts: [empty] }] }, "condition group"],
    [
      "a group within a group",
      { op: "and", parts: [tea, { op: "or", parts: [tea, { op: "and", parts: [tea, empty] }] }] },
      "condition group",
    ],
    [
      "a group of nothing, which lets everything through",
      { op: "or", parts: [tea, { op: "and", parts: [] }] },
      "condition kept",
    ],
    ["a column that is gone", { op: "and", parts: [gone, { op: "or", parts: [gone, tea] }] }, "kept group"],
  ])("%s is read and written back the same", (_, filter, types) => {
    const drafts = readDrafts(filter, keys(), context);
    expect(drafts.map(({ type }) => type).join(" ")).toBe(types);
    expect(writeDrafts(drafts, joinOf(filter), context)).toEqual(filter);
  });

  it("tells every draft apart, those of groups included", () => {
    const drafts = readDrafts({ op: "and", parts: [either, either, tea] }, keys(), context);
    const all = drafts.flatMap((draft) => (draft.type === "group" ? [draft, ...draft.parts] : [draft]));
    expect(new Set(all.map(({ key }) => key)).size).toBe(7);
  });

  it("a group asks nothing until one of its conditions does", () => {
    const unfinished = newDraft(1, name);
    const group = { type: "group", key: 2, join: "or", parts: [unfinished] } as const;
    expect(writeDrafts([group], "and", context)).toBeNull();
    const drafts = [...readDrafts(empty, keys(), context), group];
    expect(writeDrafts(drafts, "and", context)).toEqual(empty);
    const finished = { ...group, parts: [unfinished, { ...unfinished, key: 3, text: "tea" }] };
    expect(writeDrafts([...readDrafts(empty, keys(), context), finished], "and", context)).toEqual({
      op: "and",
      parts: [empty, { op: "or", parts: [tea] }],
    });
  });
});
