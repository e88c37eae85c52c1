/** One edit of one cell, from the key that began it to the value written or the reason it was not. */
import type { ICellEditorParams } from "ag-grid-community";
import type { Field, Value } from "../../../core/model/index.ts";
import type { CellKind } from "../../../fields/cell.ts";
import { kindOf } from "../../../fields/index.ts";
import { problemText } from "../../../fields/messages.ts";
import type { GridRow } from "../rows.ts";
import { type GridSession, writeCell } from "../session.ts";
import { makeControl } from "./controls.ts";
import { type Float, openFloat } from "./float.ts";

export interface CellEditorExtras {
  readonly session: GridSession;
  readonly field: Field;
  readonly cell: CellKind;
}

export type CellEditorParams = ICellEditorParams<GridRow, Value> & CellEditorExtras;

export interface Edit {
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  readonly attached: () => void;
  readonly focus: () => void;
  /** Writes the cell, once, if it changed. */
  readonly commit: () => void;
  /** Why what was typed cannot be written; null while nobody has tried to. */
  readonly reason: () => string | null;
  readonly remove: () => void;
}

/** Keys of an input method belong to it; some browsers say so only by the key code. */
const composes = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

let reasonsMade = 0;

export function startEdit(params: CellEditorParams, into: HTMLElement): Edit {
  const { session, cell, node, eGridCell } = params;
  const { app } = session;
  const row = params.data;
  const field: Field = app.fieldOf(params.field.id) ?? params.field;
  const kind = kindOf(field);
  const value: Value = params.value ?? null;
  const typed = params.eventKey?.length === 1 ? params.eventKey : null;
  let tried = false;
  let done = false;
  let shown: Float | null = null;

  const control = makeControl(cell.input ?? { input: "line", mode: "text" }, {
    field,
    value,
    text: kind.editText(value, field, app.locale()),
    typed,
    anchor: eGridCell,
    t: app.t,
    parse: (text, of) => kind.parse(text, of, app.locale()),
    editText: (each) => kind.editText(each, field, app.locale()),
    commit: () => {
      tried = true;
      params.stopEditing();
    },
    touched: () => forget(),
  });
  const { input } = control;

  const problem = (): string | null => {
    if (!control.changed()) return null;
    const parsed = control.read();
    return parsed.ok ? null : problemText(app.language(), parsed.problem);
  };
  const show = (reason: string): void => {
    if (shown === null) {
      reasonsMade += 1;
      shown = openFloat(eGridCell, "cell-reason");
      shown.element.id = `cell-reason-${reasonsMade}`;
      shown.element.setAttribute("role", "alert");
    }
    shown.element.textContent = reason;
    shown.place();
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-errormessage", shown.element.id);
  };
  const forget = (): void => {
    tried = false;
    if (shown === null) return;
    shown.remove();
    shown = null;
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-errormessage");
    // AG Grid keeps what it heard last, and would hold the editor open for a reason that is gone.
    params.validate();
  };
  /** Whether the edit may end; shows why not. */
  const tryToEnd = (): boolean => {
    tried = true;
    const reason = problem();
    if (reason !== null) show(reason);
    return reason === null;
  };

  const onKey = (event: KeyboardEvent): void => {
    if (composes(event)) {
      event.stopPropagation();
      return;
    }
    const ends = event.key === "Enter" || event.key === "Tab";
    if (control.takeKey(event) || (ends && !tryToEnd())) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // An area would break the line; in other inputs AG Grid ignores a key that was prevented.
    if (ends && input instanceof HTMLTextAreaElement) event.preventDefault();
  };
  const onPress = (event: PointerEvent): void => {
    const { target } = event;
    if (
      target instanceof Node &&
      (into.contains(target) || (target instanceof Element && target.closest(".grid-float") !== null))
    )
      return;
    tryToEnd();
  };
  /** A refused text keeps the cursor while it moves within the grid; leaving the grid is free. */
  const onLeave = (event: FocusEvent): void => {
    const grid = eGridCell.closest(".ag-root");
    const next = event.relatedTarget;
    if (shown === null || !(next instanceof Node) || grid?.contains(next) !== true || into.contains(next))
      return;
    setTimeout(() => {
      if (shown === null || node.rowIndex === null) return;
      params.api.setFocusedCell(node.rowIndex, params.column);
      input.focus();
    });
  };

  input.setAttribute("aria-label", app.t("grid.editing", { name: field.name }));
  input.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent) onKey(event);
  });
  input.addEventListener("input", forget);
  input.addEventListener("focusout", (event) => {
    if (event instanceof FocusEvent) onLeave(event);
  });
  document.addEventListener("pointerdown", onPress, { capture: true });
  into.append(control.element);

  return {
    input,
    attached: () => {
      control.attached();
      input.focus({ preventScroll: true });
      if (typed === null && cell.input?.input === "choice") input.select();
      else input.setSelectionRange(input.value.length, input.value.length);
    },
    focus: () => input.focus({ preventScroll: true }),
    commit: () => {
      if (done || !control.changed()) return;
      const parsed = control.read();
      if (!parsed.ok) return;
      done = true;
      void writeCell(session, node, field, parsed.value, parsed.choices, row);
    },
    reason: () => (tried ? problem() : null),
    remove: () => {
      document.removeEventListener("pointerdown", onPress, { capture: true });
      shown?.remove();
      shown = null;
      control.remove();
    },
  };
}
