/** Makes a column of named segments, which the scores then fill. */
import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { choicesOf, type FieldId, type Sheet, unusedName } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import type { Shell } from "../shell/state.ts";
import { segmentChoices, segmentRanges } from "./segments.ts";

export interface SegmentsProps {
  readonly shell: Shell;
  readonly sheet: Sheet;
  /** The column is there, and is to be filled. */
  readonly onMade: (field: FieldId) => void;
}

export function Segments(props: SegmentsProps) {
  const { app } = props.shell;
  const { t } = app;
  const there = createMemo(() =>
    props.sheet.fields.find(({ type }) => segmentRanges(choicesOf(type)) !== null),
  );
  /** Given its choices once the worker has told of it. */
  const [awaited, setAwaited] = createSignal<string | null>(null);
  createEffect(() => {
    const made = props.sheet.fields.find(({ name }) => name === awaited());
    if (made === undefined) return;
    setAwaited(null);
    const choices = segmentChoices(t);
    void app.dispatch({ type: "setChoices", sheet: props.sheet.id, field: made.id, choices, removed: [] });
  });
  const make = async (): Promise<void> => {
    const name = unusedName(t("segment.column"), new Set(props.sheet.fields.map((field) => field.name)));
    const added = await app.dispatch({ type: "addField", sheet: props.sheet.id, name, kind: "choice" });
    if (added.ok) setAwaited(name);
  };
  // Made or found, it is what the scores are to fill.
  createEffect(
    on(
      there,
      (known, before) => {
        if (known !== undefined && before === undefined) props.onMade(known.id);
        return known;
      },
      { defer: true },
    ),
  );
  return (
    <div>
      <Show
        when={there()}
        fallback={
          <Button tone="outline" onClick={make}>
            {t("segment.make")}
          </Button>
        }
      >
        {(known) => (
          <>
            <Button tone="outline" onClick={() => props.onMade(known().id)}>
              {t("segment.use")}
            </Button>
            <p class="quiet">{t("segment.source")}</p>
          </>
        )}
      </Show>
    </div>
  );
}
