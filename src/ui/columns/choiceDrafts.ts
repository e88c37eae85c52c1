/** A column's list of choices while it is edited: the state behind the dialog. */
import { type Accessor, createResource, createSignal } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  type Choice,
  type ChoiceId,
  choiceId,
  choicesOf,
  type FieldId,
  freshId,
  HUES,
} from "../../core/model/index.ts";
import { refusalText } from "../../i18n/wording.ts";
import { answerOrNull } from "../kit/asking.ts";

export interface Draft extends Choice {
  /** Null: it stays. Else what its cells become. */
  readonly gone: { readonly by: ChoiceId | null } | null;
}

export interface ChoiceDrafts {
  readonly drafts: Accessor<readonly Draft[]>;
  /** Those that the list keeps. */
  readonly staying: Accessor<readonly Draft[]>;
  /** Cells that hold it; null while they are counted. */
  readonly cellsOf: (choice: ChoiceId) => number | null;
  readonly problemOf: (draft: Draft) => string | null;
  readonly change: (draft: Draft) => void;
  readonly move: (choice: ChoiceId, step: -1 | 1) => void;
  readonly add: () => void;
  /** Makes it the column's list. */
  readonly keep: () => Promise<void>;
}

export function createChoiceDrafts(app: App, id: FieldId, onDone: () => void): ChoiceDrafts {
  const sheet = app.sheet();
  const field = app.fieldOf(id);
  const known = field === undefined ? [] : choicesOf(field.type);
  const [drafts, setDrafts] = createSignal<readonly Draft[]>(known.map((each) => ({ ...each, gone: null })));
  const [counts] = createResource(() =>
    sheet === null ? null : answerOrNull(app, app.worker.choiceCounts(sheet.id, id)),
  );
  const cellsOf = (choice: ChoiceId): number | null =>
    counts()?.find((each) => each.choice === choice)?.cells ??
    (known.some((each) => each.id === choice) ? null : 0);
  const staying = (): readonly Draft[] => drafts().filter(({ gone }) => gone === null);
  const problemOf = ({ id: choice, label }: Draft): string | null => {
    const name = label.trim();
    if (name === "") return refusalText(app.t, { refused: "nameEmpty", name });
    const first = staying().find((each) => each.label.trim() === name);
    return first?.id === choice ? null : refusalText(app.t, { refused: "nameTaken", name });
  };
  const change = (next: Draft): void => {
    // What nobody uses is simply gone.
    const unused = next.gone !== null && cellsOf(next.id) === 0 && !known.some(({ id }) => id === next.id);
    setDrafts((now) =>
      now
        .flatMap((each) => (each.id !== next.id ? [each] : unused ? [] : [next]))
        .map((each) =>
          // What was to take its place is gone itself.
          next.gone !== null && each.gone?.by === next.id ? { ...each, gone: { by: null } } : each,
        ),
    );
  };
  const move = (choice: ChoiceId, step: -1 | 1): void => {
    setDrafts((now) => {
      const at = now.findIndex((each) => each.id === choice);
      const item = now[at];
      return item === undefined ? now : now.toSpliced(at, 1).toSpliced(at + step, 0, item);
    });
  };
  const add = (): void => {
    const ids = drafts().map(({ id }) => id);
    const hue = HUES[ids.length % HUES.length] ?? "slate";
    setDrafts((now) => [...now, { id: choiceId(freshId("c", ids)), label: "", hue, gone: null }]);
  };
  const keep = async (): Promise<void> => {
    if (sheet === null || staying().some((each) => problemOf(each) !== null)) return;
    const choices = staying().map((each) => ({ id: each.id, label: each.label.trim(), hue: each.hue }));
    const removed = drafts().flatMap((each) =>
      each.gone === null ? [] : [{ id: each.id, by: each.gone.by }],
    );
    const done = await app.dispatch({
      type: "setChoices",
      sheet: sheet.id,
      field: id,
      choices,
      removed,
    });
    if (done.ok) onDone();
  };
  return { drafts, staying, cellsOf, problemOf, change, move, add, keep };
}
