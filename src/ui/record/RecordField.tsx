/** One field of the record card: its name, and the same way of typing its value that the grid's cells have. */
import { createEffect, createMemo, createSignal, createUniqueId, on, onCleanup, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Field, type FieldId, sameValue } from "../../core/model/index.ts";
import { leadOf } from "../../fields/cell.ts";
import { cellOf } from "../../fields/grid.ts";
import { kindOf } from "../../fields/index.ts";
import { type Control, nothing } from "../grid/editing/control.ts";
import { makeControl } from "../grid/editing/controls.ts";
import { makeHost, problemOf } from "../grid/editing/host.ts";
import { Check } from "../kit/Check.tsx";
import { dressLead, followLead } from "../kit/lead.ts";
import type { RecordModel } from "./record.ts";

/** What is being typed into a field. */
export interface Draft {
  /** Writes it. False: it was refused, and why is shown. */
  readonly commit: () => boolean;
  /** Another row takes its place: it is written, or said to be lost. */
  readonly leave: () => void;
  readonly focus: () => void;
}

interface RecordFieldProps {
  readonly app: App;
  readonly record: RecordModel;
  readonly id: FieldId;
  /** Null where it is gone. */
  readonly register: (id: FieldId, draft: Draft | null) => void;
  /** Enter: on to the next field. */
  readonly onNext: (from: HTMLElement, step: 1 | -1) => void;
}

export function RecordField(props: RecordFieldProps) {
  const { app, record } = props;
  const label = createUniqueId();
  const field = createMemo(() => app.fieldOf(props.id));
  return (
    <Show when={field()}>
      {(known) => (
        <div class="record-field" data-field={props.id} onFocusIn={() => record.touch(props.id)}>
          <Show
            when={record.editable()}
            fallback={
              <>
                <span class="record-name" id={label}>
                  {known().name}
                </span>
                <div class="record-line">
                  <Reading app={app} record={record} field={known()} label={label} />
                  <LeadLink app={app} record={record} field={known()} />
                </div>
              </>
            }
          >
            <Show when={cellOf(known()).input !== null} fallback={<Ticked {...props} field={known()} />}>
              <Typed {...props} field={known()} />
            </Show>
          </Show>
        </div>
      )}
    </Show>
  );
}

interface ReadingProps {
  readonly app: App;
  readonly record: RecordModel;
  readonly field: Field;
  readonly label: string;
}

/** Of the past, or of a row that is gone. */
function Reading(props: ReadingProps) {
  let place: HTMLDivElement | undefined;
  createEffect(() => {
    const value = props.record.value(props.field.id);
    const text = kindOf(props.field).format(value, props.field, props.app.locale());
    const { draw } = cellOf(props.field);
    place?.replaceChildren();
    if (place === undefined) return;
    if (draw === null) place.textContent = text;
    else draw(place, value, props.field, text);
  });
  // biome-ignore lint/a11y/useSemanticElements: a value is no set of fields
  return <div ref={place} class="record-value" role="group" aria-labelledby={props.label} />;
}

/** Beside the value: to call, to write, to open. */
function LeadLink(props: { readonly app: App; readonly record: RecordModel; readonly field: Field }) {
  const { t } = props.app;
  const value = () => props.record.value(props.field.id);
  const lead = () => leadOf(cellOf(props.field), value());
  return (
    <Show when={lead()}>
      {(found) => (
        <a
          class="button record-lead"
          href={found().href}
          ref={(link) => createEffect(() => dressLead(link, found(), String(value() ?? ""), t))}
        >
          ↗
        </a>
      )}
    </Show>
  );
}

type FieldProps = RecordFieldProps & { readonly field: Field };

function Ticked(props: FieldProps) {
  const { record } = props;
  let place: HTMLDivElement | undefined;
  props.register(props.id, {
    commit: () => true,
    leave: nothing,
    focus: () => place?.querySelector("input")?.focus(),
  });
  onCleanup(() => props.register(props.id, null));
  return (
    <div ref={place} class="record-check">
      <Check
        checked={record.value(props.id) === true}
        onChange={(checked) => record.write(props.field, checked, undefined)}
      >
        {props.field.name}
      </Check>
    </div>
  );
}

function Typed(props: FieldProps) {
  const { app, record } = props;
  const id = createUniqueId();
  const [problem, setProblem] = createSignal<string | null>(null);
  let place: HTMLDivElement | undefined;
  let control: Control | null = null;
  /** What the control is of; in the end that cannot be asked for any more. */
  let { field } = props;

  const drop = (): void => {
    control?.remove();
    control = null;
    setProblem(null);
  };
  const make = (): void => {
    const { input } = cellOf(props.field);
    if (place === undefined || input === null) return;
    ({ field } = props);
    const had = place.contains(document.activeElement);
    drop();
    const value = record.value(props.id);
    const next = makeControl(
      input,
      makeHost(app, {
        place: "form",
        field,
        value,
        typed: null,
        anchor: place,
        commit: () => void commit(),
        touched: () => setProblem(null),
      }),
    );
    next.input.id = id;
    control = next;
    place.replaceChildren(next.element);
    next.attached();
    if (had) next.input.focus({ preventScroll: true });
  };
  const write = (): boolean => {
    if (control === null) return true;
    const why = problemOf(app, control);
    setProblem(why);
    if (why !== null) return false;
    const parsed = control.changed() ? control.read() : null;
    control.close();
    if (parsed?.ok) record.write(field, parsed.value, parsed.choices);
    return true;
  };
  const dirty = (): boolean => control?.changed() === true;
  const commit = (): boolean => {
    const done = write();
    // From here on it holds what was written, and has nothing to write again.
    if (done && dirty()) make();
    return done;
  };
  const leave = (): void => {
    // Into the past nothing is written.
    const lost = (): boolean => app.past() !== null || !write();
    if (control !== null && typedOver(record.value(props.id)) && lost()) {
      const [text, why] = [control.input.value, problem() ?? ""];
      app.notify(app.t("grid.notWritten", { text, field: field.name, why }), "lost");
    }
    drop();
  };

  // Another row, another value: what is shown is made anew, unless something is being typed over it.
  const row = () => record.shown()?.visit;
  const shown = createMemo(
    () => ({ row: row(), value: record.value(props.id), field: props.field }),
    undefined,
    {
      equals: (a, b) => a.row === b.row && sameValue(a.value, b.value) && a.field === b.field,
    },
  );
  createEffect(
    on(shown, (now, before) => {
      if (before === undefined || now.row !== before.row || !typedOver(now.value)) make();
    }),
  );
  /** Something else than what is there now. */
  function typedOver(value: ReturnType<typeof record.value>): boolean {
    if (control === null || !dirty()) return false;
    const parsed = control.read();
    return !parsed.ok || !sameValue(parsed.value, value);
  }
  createEffect(() => {
    const why = problem();
    const input = control?.input;
    if (why === null) input?.removeAttribute("aria-invalid");
    else input?.setAttribute("aria-invalid", "true");
    if (why === null) input?.removeAttribute("aria-describedby");
    else input?.setAttribute("aria-describedby", `${id}-why`);
  });
  props.register(props.id, { commit, leave, focus: () => control?.input.focus() });
  onCleanup(() => {
    props.register(props.id, null);
    leave();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (control === null || event.defaultPrevented) return;
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") {
      if (!control.close() && !dirty()) return;
      if (dirty()) make();
    } else if (control.takeKey(event)) setProblem(null);
    else if (
      event.key === "Enter" &&
      !event.altKey &&
      (mod || !(control.input instanceof HTMLTextAreaElement))
    ) {
      // In a text of many lines it is a new line: phones know no other.
      if (commit()) props.onNext(control.input, event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && event.altKey) {
      const lead = leadOf(cellOf(props.field), record.value(props.id));
      if (lead !== null) followLead(lead, String(record.value(props.id)), app.t);
    } else if (event.key.toLowerCase() === "z" && mod && !dirty())
      void (event.shiftKey ? app.redo() : app.undo());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <label class="record-name" for={id}>
        {props.field.name}
      </label>
      <div class="record-line">
        <div
          ref={place}
          class="record-control"
          data-wrong={problem() === null ? undefined : ""}
          on:keydown={onKeyDown}
          onInput={() => setProblem(null)}
          onFocusOut={(event) => {
            const next = event.relatedTarget;
            if (next instanceof Element && (place?.contains(next) || next.closest(".grid-float") !== null))
              return;
            // Made anew, it gets the keyboard back at once.
            if (control?.input.isConnected === true) commit();
            control?.close();
          }}
        />
        <LeadLink app={app} record={record} field={props.field} />
      </div>
      <Show when={problem()}>
        {(why) => (
          <p class="record-why" id={`${id}-why`} role="alert">
            {why()}
          </p>
        )}
      </Show>
    </>
  );
}
