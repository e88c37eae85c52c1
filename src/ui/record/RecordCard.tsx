/** One row as a form beside the grid: every field, hidden ones too, the rows before and after it by the page keys. */
import { createEffect, createMemo, For, on, onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { columnsOf, type FieldId, type Sheet } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import type { Shell } from "../shell/state.ts";
import { Moves, movingFields } from "./Moves.tsx";
import { type Draft, RecordField } from "./RecordField.tsx";
import { createRecord, type RecordModel } from "./record.ts";
import "./record.css";

/** Fields in the order of the view; hidden ones stand where they would. */
function fieldsOf(app: App): readonly FieldId[] {
  const [sheet, view] = [app.sheet(), app.view()];
  return sheet === null || view === null ? [] : columnsOf(sheet, view).map(({ field }) => field);
}

/** What names the row: a person's or a thing's name, else the first text there is. */
function nameOf(sheet: Sheet, record: RecordModel): string | null {
  const texts = sheet.fields.filter(({ type }) => type.storage === "text");
  const name = texts.find(({ role }) => role === "name");
  for (const field of name === undefined ? texts : [name, ...texts]) {
    const value = record.value(field.id);
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return null;
}

function Head(props: { readonly app: App; readonly record: RecordModel; readonly onClose: () => void }) {
  const { app, record } = props;
  const { t } = app;
  const title = (): string => {
    const sheet = app.sheet();
    const name = sheet === null ? null : nameOf(sheet, record);
    return name ?? t(record.shown()?.row === null ? "record.new" : "record.unnamed");
  };
  const place = (): string => {
    const at = record.shown()?.place ?? null;
    if (record.shown()?.row === null) return "";
    if (at === null) return t("record.notShown");
    // Among groups a row's place on the screen is not its number.
    const number = record.shown()?.number ?? at;
    return t("record.place", { place: number + 1, count: app.counts()?.matching ?? 0 });
  };
  return (
    <div class="record-head">
      <div class="record-title">
        <h2>{title()}</h2>
        <p class="quiet" role="status" aria-label={t("record.placeLabel")}>
          {place()}
        </p>
      </div>
      <span class="record-undo">
        <Button disabled={(app.state()?.undo ?? null) === null} onClick={app.undo}>
          {t("toolbar.undo")}
        </Button>
      </span>
      <Button
        tone="glyph"
        aria-label={t("record.previous")}
        title="PageUp"
        disabled={!record.canStep(-1)}
        onClick={() => void record.step(-1)}
      >
        ↑
      </Button>
      <Button
        tone="glyph"
        aria-label={t("record.next")}
        title="PageDown"
        disabled={!record.canStep(1)}
        onClick={() => void record.step(1)}
      >
        ↓
      </Button>
      <Button tone="glyph" aria-label={t("common.close")} onClick={props.onClose}>
        ×
      </Button>
    </div>
  );
}

export function RecordCard(props: { readonly shell: Shell }) {
  const { shell } = props;
  const { app } = shell;
  const { t } = app;
  const drafts = new Map<FieldId, Draft>();
  const settled = (): boolean => {
    for (const draft of drafts.values()) {
      if (draft.commit()) continue;
      draft.focus();
      return false;
    }
    return true;
  };
  const leave = (): void => {
    for (const draft of drafts.values()) draft.leave();
  };
  const record = createRecord(app, settled, leave);
  let card: HTMLElement | undefined;
  const fields = createMemo(() => fieldsOf(app));
  /** In the column of the cursor; not where a keyboard would come up over the card. */
  const begin = (): void => {
    const column = app.picked()?.fields[app.at()?.column ?? 0] ?? fields()[0];
    const draft = column === undefined ? undefined : drafts.get(column);
    if (draft === undefined || matchMedia("(pointer: coarse)").matches) card?.focus();
    else draft.focus();
  };
  onMount(() => card?.focus());
  // Asked for again, it has the keyboard again.
  const there = createMemo(() => record.shown() !== null);
  createEffect(on([shell.record, there], () => there() && queueMicrotask(begin)));
  const moving = createMemo(
    () => {
      const now = record.shown();
      const told = app.past() === null && now !== null && now.row !== null && !now.gone;
      return told && movingFields(app).length > 0 ? { sheet: now.sheet, row: now.row } : null;
    },
    null,
    { equals: (a, b) => a?.row === b?.row && a?.sheet === b?.sheet },
  );
  const close = (): void => {
    if (!settled()) return;
    record.backToCell();
    shell.closeRecord();
  };
  const next = (from: HTMLElement, step: 1 | -1): void => {
    const inputs = [...(card?.querySelectorAll<HTMLElement>(".record-fields :is(input, textarea)") ?? [])];
    inputs[inputs.indexOf(from) + step]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "PageDown") void record.step(1);
    else if (event.key === "PageUp") void record.step(-1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };
  return (
    <section ref={card} class="record" aria-label={t("record.label")} tabIndex={-1} on:keydown={onKeyDown}>
      <Head app={app} record={record} onClose={close} />
      <Show when={record.shown()?.gone}>
        <p class="note record-note" data-tone="wrong" role="alert">
          {t("record.gone")}
        </p>
      </Show>
      <Show when={record.shown()?.stray}>
        {(stray) => (
          <p class="record-note quiet">{t(stray() === "moved" ? "record.moves" : "record.leaves")}</p>
        )}
      </Show>
      <div class="record-fields">
        <Show when={record.shown() !== null}>
          <For each={fields()}>
            {(id) => (
              <RecordField
                app={app}
                record={record}
                id={id}
                register={(field, draft) =>
                  draft === null ? drafts.delete(field) : drafts.set(field, draft)
                }
                onNext={next}
              />
            )}
          </For>
        </Show>
        <Show when={moving()} keyed>
          {({ sheet, row }) => <Moves app={app} sheet={sheet} row={row} />}
        </Show>
      </div>
    </section>
  );
}
