/** What is sought, where it was found, and what replaces it: the state behind the bar of find and replace. */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import { columnsOf, type FieldId, findField } from "../../core/model/index.ts";
import { refusalText } from "../../i18n/wording.ts";
import type {
  CellsQuestion,
  FoundCells,
  PickedBox,
  PickedPlace,
  ReplacePreview,
  ReplaceRequest,
} from "../../worker/api.ts";

export interface Wanted {
  readonly text: string;
  readonly by: string;
  readonly matchCase: boolean;
  readonly whole: boolean;
  readonly column: FieldId | null;
  /** Only within what was selected then. */
  readonly boxes: readonly PickedBox[] | null;
}

export interface Finding {
  readonly wanted: Accessor<Wanted>;
  readonly want: (part: Partial<Wanted>) => void;
  /** Null: nothing is sought, or the answer is not there yet. */
  readonly found: Accessor<FoundCells | null>;
  /** Goes to the next or previous match and shows it. */
  readonly go: (step: 1 | -1) => Promise<void>;
  readonly replaceOne: () => Promise<void>;
  /** What replacing all would do, to be looked at. */
  readonly preview: Accessor<ReplacePreview | null>;
  readonly askAll: () => Promise<void>;
  readonly dropPreview: () => void;
  readonly replaceAll: () => Promise<void>;
}

/** Milliseconds after the last letter. */
const REST = 150;

const NOTHING: Wanted = { text: "", by: "", matchCase: false, whole: false, column: null, boxes: null };

/** The fields of the columns as they stand. */
function shownFields(app: App): readonly FieldId[] {
  const [sheet, view] = [app.sheet(), app.view()];
  if (sheet === null || view === null) return [];
  return columnsOf(sheet, view)
    .filter(({ hidden }) => !hidden)
    .map(({ field }) => field);
}

/** Where it differs, places are those of other cells. */
function placesKey(app: App): string {
  const view = app.view();
  const order = [view?.sort, view?.filter, view?.group, app.search(), app.counts()?.places];
  return JSON.stringify([app.sheet()?.id, view?.id, shownFields(app), order]);
}

export function createFinding(app: App): Finding {
  const { worker, t } = app;
  const [wanted, setWanted] = createSignal(NOTHING);
  const [found, setFound] = createSignal<FoundCells | null>(null);
  const [preview, setPreview] = createSignal<ReplacePreview | null>(null);
  const fields = (): readonly FieldId[] => app.picked()?.fields ?? shownFields(app);
  const question = (): CellsQuestion => {
    const { by: _, ...sought } = wanted();
    return { ...sought, fields: fields() };
  };
  /** Where it is on its way to; presses may come faster than it goes. */
  let ahead: PickedPlace | null = null;
  createEffect(
    on(
      app.picked,
      () => {
        ahead = null;
      },
      { defer: true },
    ),
  );
  /** Where the cursor is, or will be. */
  const here = (): PickedPlace => {
    if (ahead !== null) return ahead;
    const [box] = app.picked()?.boxes ?? [];
    return { row: box?.top ?? 0, column: box?.left ?? 0 };
  };
  const ask = async (step: -1 | 0 | 1): Promise<FoundCells | null> => {
    const sheet = app.sheet();
    if (sheet === null || wanted().text === "") {
      setFound(null);
      return null;
    }
    const answer = await worker.findCells(sheet.id, question(), { from: here(), step });
    if (answer !== null) setFound(answer);
    return answer;
  };
  const show = (answer: FoundCells | null): void => {
    const sheet = app.sheet();
    const field = answer?.at == null ? undefined : fields()[answer.at.column];
    if (sheet === null || answer?.at == null || field === undefined) return;
    ahead = { row: answer.at.row, column: answer.at.column };
    app.jumpTo({ sheet: sheet.id, place: answer.at.row, field, takes: "cursor" });
  };
  const look = async (step: -1 | 0 | 1): Promise<void> => show(await ask(step));
  /** A step begins where the one before it ends, and a cell is replaced once what was done before is counted. */
  let steps: Promise<void> = Promise.resolve();
  const inTurn = (step: () => Promise<unknown>): Promise<void> => {
    steps = steps.catch(() => undefined).then(async () => void (await step()));
    return steps;
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(resting));
  const want = (part: Partial<Wanted>): void => {
    setWanted((now) => ({ ...now, ...part }));
    if (part.by !== undefined) return;
    clearTimeout(resting);
    // What is sought now gives up what was sought before.
    resting = setTimeout(() => void look(0), REST);
  };
  // What is counted changes with the cells.
  createEffect(on([app.refresh, app.sheet], () => void inTurn(() => ask(0)), { defer: true }));
  const places = createMemo(() => placesKey(app));
  const letGo = (): void => {
    if (untrack(wanted).boxes === null) return;
    setWanted((now) => ({ ...now, boxes: null }));
    // What was agreed to was meant for these cells alone.
    setPreview(null);
  };
  createEffect(on(places, letGo, { defer: true }));
  createEffect(() => {
    const { column } = wanted();
    const sheet = app.sheet();
    if (sheet !== null && column !== null && findField(sheet, column) === undefined)
      setWanted((now) => ({ ...now, column: null }));
  });
  const request = (only: PickedPlace | null): ReplaceRequest => ({
    question: question(),
    by: wanted().by,
    only,
  });
  const replace = async (only: PickedPlace | null): Promise<void> => {
    const sheet = app.sheet();
    if (sheet === null) return;
    const done = await worker.replaceCells(sheet.id, request(only));
    if (!done.ok) app.notify(refusalText(t, done.refusal), "wrong");
    else if (only === null || done.refused > 0)
      app.notify(
        t("find.done", { cells: done.cells, refused: done.refused }),
        done.refused > 0 ? "wrong" : "plain",
      );
  };
  const replaceHere = async (): Promise<void> => {
    const answer = await ask(0);
    const at = answer?.at ?? null;
    if (at === null) return;
    const { row, column } = here();
    // The first press shows what the next one replaces.
    if (at.row !== row || at.column !== column) return show(answer);
    await replace(at);
    await look(1);
  };
  return {
    wanted,
    want,
    found,
    go: (step) => inTurn(() => look(step)),
    replaceOne: () => inTurn(replaceHere),
    preview,
    askAll: async () => {
      const sheet = app.sheet();
      if (sheet !== null) setPreview(await worker.previewReplace(sheet.id, request(null)));
    },
    dropPreview: () => setPreview(null),
    replaceAll: async () => {
      setPreview(null);
      await replace(null);
    },
  };
}
