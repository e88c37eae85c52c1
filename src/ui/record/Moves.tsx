/** How the row came to its classes: when, from what to what, and why. Read when it is opened. */
import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { makeLatest } from "../../app/latest.ts";
import type { Field, FieldId, RowId, SheetId, Value } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import { stepText } from "../../i18n/wording.ts";
import type { RowMove, RowMoves } from "../../worker/api.ts";

/** More are for the history. */
const SHOWN = 20;

export interface MovesProps {
  readonly app: App;
  readonly sheet: SheetId;
  readonly row: RowId;
}

/** Those that a rule fills, and those of tiers and states. */
export function movingFields(app: App): readonly Field[] {
  const sheet = app.sheet();
  const ruled = new Set((sheet?.classifiers ?? []).map(({ field }) => field));
  return (sheet?.fields ?? []).filter(
    ({ id, role, type }) =>
      type.storage === "choice" && (ruled.has(id) || role === "tier" || role === "status"),
  );
}

export function Moves(props: MovesProps) {
  const { app } = props;
  const { t } = app;
  const [open, setOpen] = createSignal(false);
  const [found, setFound] = createSignal<RowMoves | null>(null);
  const ask = makeLatest(async (row: RowId) => {
    const fields = movingFields(app).map(({ id }) => id);
    const moves = await app.worker.rowMoves(props.sheet, row, fields, SHOWN).catch(() => null);
    if (row === props.row) setFound(moves);
  });
  createEffect(on([open, () => props.row, app.refresh], ([shown, row]) => shown && ask(row)));
  createEffect(
    on(
      () => props.row,
      () => setFound(null),
      { defer: true },
    ),
  );
  const date = (time: number): string =>
    new Intl.DateTimeFormat(app.locale().tag, { dateStyle: "medium" }).format(time);
  const valueText = (id: FieldId, value: Value): string => {
    const field = app.fieldOf(id);
    const text = field === undefined ? "" : kindOf(field).format(value, field, app.locale());
    return text === "" ? t("moves.nothing") : text;
  };
  const why = ({ cause, action }: RowMove): string => {
    const workbook = app.state()?.workbook;
    return workbook === undefined ? "" : stepText(t, { cause, action }, workbook);
  };
  return (
    <details class="record-moves" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t("moves.title", {
          fields: movingFields(app)
            .map(({ name }) => name)
            .join(t("clip.join")),
        })}
      </summary>
      <Show when={found()}>
        {(known) => (
          <>
            <Show when={known().moves.length === 0}>
              <p class="quiet">{t("moves.none")}</p>
            </Show>
            <ul>
              <For each={known().moves}>
                {(move) => (
                  <li>
                    <span>
                      {t("moves.one", {
                        field: app.fieldOf(move.field)?.name ?? "",
                        before: valueText(move.field, move.before),
                        after: valueText(move.field, move.after),
                      })}
                    </span>
                    <span class="quiet">{`${date(move.time)}${t("clip.join")}${why(move)}`}</span>
                  </li>
                )}
              </For>
            </ul>
            <Show when={!known().whole}>
              <p class="quiet">{t("moves.cut")}</p>
            </Show>
          </>
        )}
      </Show>
    </details>
  );
}
