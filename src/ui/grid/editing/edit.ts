/** One edit of one cell, from the key that began it to the value written or the reason it was not. */
import type { ICellEditorParams } from "ag-grid-community";
import type { Field, Value } from "../../../core/model/index.ts";
import type { CellKind } from "../../../fields/cell.ts";
import { kindOf } from "../../../fields/index.ts";
import type { GridRow } from "../rows.ts";
import { type GridSession, type Seed, writeCell } from "../session.ts";
import type { Control, EditorHost } from "./control.ts";
import { makeControl } from "./controls.ts";
import { makeHost, problemOf } from "./host.ts";
import { makeReason, type Reason } from "./reason.ts";

export interface CellEditorExtras {
  readonly session: GridSession;
  readonly field: Field;
  readonly cell: CellKind;
}

export type CellEditorParams = ICellEditorParams<GridRow, Value> & CellEditorExtras;

const ARROWS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

export class Edit {
  readonly #params: CellEditorParams;
  readonly #into: HTMLElement;
  /** The row that is meant; the node may show another by the time the edit ends. */
  readonly #row: GridRow;
  readonly #field: Field;
  readonly #seed: Seed;
  /** As in Excel: in a cell that was typed into without F2, arrows end the edit. */
  #arrowsLeave: boolean;
  readonly #control: Control;
  readonly #refused: Reason;
  #tried = false;
  /** What was typed is written, or given up by the person who typed it. */
  #settled = false;

  constructor(params: CellEditorParams, into: HTMLElement) {
    this.#params = params;
    this.#into = into;
    this.#row = params.data;
    this.#field = params.session.app.fieldOf(params.field.id) ?? params.field;
    this.#seed = params.session.takeSeed();
    this.#arrowsLeave = this.#seed.typed !== null;
    this.#control = makeControl(params.cell.input ?? { input: "line", mode: "text" }, this.#host());
    this.#refused = makeReason(params.eGridCell, this.input);
    this.#listen();
    params.session.setEditing(true);
    into.append(this.#control.element);
  }

  get input(): HTMLInputElement | HTMLTextAreaElement {
    return this.#control.input;
  }

  attached(): void {
    const { input } = this;
    this.#control.attached();
    this.focus();
    if (this.#seed.list) this.#control.open();
    // What is no text has no place to begin at.
    if (input.type === "range") return;
    if (this.#seed.typed === null && this.#params.cell.input?.input === "choice") input.select();
    else input.setSelectionRange(input.value.length, input.value.length);
  }

  focus(): void {
    this.input.focus({ preventScroll: true });
  }

  /** Why what was typed cannot be written; null while nobody has tried to. */
  reason(): string | null {
    return this.#tried ? this.#problem() : null;
  }

  /** Writes the cell, once, if it changed. */
  commit(): void {
    if (this.#settled || !this.#control.changed()) return;
    const parsed = this.#control.read();
    if (!parsed.ok) return;
    this.#settled = true;
    const { session, node } = this.#params;
    void writeCell(session, node, this.#field, parsed.value, parsed.choices, this.#row);
  }

  remove(): void {
    document.removeEventListener("pointerdown", this.#onPress, { capture: true });
    const { session } = this.#params;
    // While it still is in the page: the keyboard is never nowhere. Where a press took it to is known only after this.
    if (this.#into.contains(document.activeElement)) session.takeKeyboard();
    else
      setTimeout(() => {
        if (document.activeElement === document.body) session.takeKeyboard();
      });
    session.setEditing(false);
    this.#refused.hide();
    this.#tellOfLoss();
    this.#control.remove();
  }

  /** The row was searched away under the editor, or another cell pressed while a word was being composed. */
  #tellOfLoss(): void {
    const why = this.#settled ? null : this.#problem();
    if (why === null) return;
    const { app } = this.#params.session;
    const text = this.input.value;
    app.notify(app.t("grid.notWritten", { text, field: this.#field.name, why }), "lost");
  }

  #host(): EditorHost {
    const { session, value, eGridCell } = this.#params;
    return makeHost(session.app, {
      place: "cell",
      field: this.#field,
      value: value ?? null,
      typed: this.#seed.typed,
      anchor: eGridCell,
      commit: () => {
        this.#tried = true;
        this.#params.stopEditing();
      },
      touched: () => this.#forget(),
    });
  }

  #listen(): void {
    const { input } = this;
    const { app } = this.#params.session;
    const on = (type: string, listener: (event: Event) => void): void =>
      input.addEventListener(type, listener);
    input.setAttribute("aria-label", app.t("grid.editing", { name: this.#field.name }));
    on("input", () => this.#forget());
    on("keydown", (event) => {
      if (event instanceof KeyboardEvent) this.#onKey(event);
    });
    on("focusout", (event) => {
      if (event instanceof FocusEvent) this.#onLeave(event);
    });
    document.addEventListener("pointerdown", this.#onPress, { capture: true });
  }

  #problem(): string | null {
    return problemOf(this.#params.session.app, this.#control);
  }

  /** Whether the edit may end; shows why not. */
  #tryToEnd(): boolean {
    this.#tried = true;
    const reason = this.#problem();
    if (reason !== null) this.#refused.show(reason);
    return reason === null;
  }

  #forget(): void {
    this.#tried = false;
    if (!this.#refused.shown()) return;
    this.#refused.hide();
    // AG Grid keeps what it heard last, and would hold the editor open for a reason that is gone.
    this.#params.validate();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "F2") this.#arrowsLeave = !this.#arrowsLeave;
    const arrow =
      this.#arrowsLeave &&
      ARROWS.has(event.key) &&
      !event.altKey &&
      !event.shiftKey &&
      !event.ctrlKey &&
      !event.metaKey;
    const ends = event.key === "Enter" || event.key === "Tab" || arrow;
    const taken = this.#control.takeKey(event) || event.key === "F2";
    const givesUp = event.key === "Escape";
    if (!taken && !ends && !givesUp) return;
    event.preventDefault();
    event.stopPropagation();
    if (taken) return;
    // AG Grid's own way takes until later, and keys that are pressed meanwhile are lost.
    if (givesUp) this.#giveUp();
    else if (this.#tryToEnd()) this.#end(event);
  }

  #giveUp(): void {
    this.#settled = true;
    this.#params.api.stopEditing(true);
  }

  #end(event: KeyboardEvent): void {
    const { session, api } = this.#params;
    const parsed = this.#control.read();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && parsed.ok) {
      const { value, choices } = parsed;
      const { type } = this.#field;
      const listed = type.storage === "choice" || type.storage === "choices";
      const field = listed
        ? { ...this.#field, type: { ...type, choices: choices ?? type.choices } }
        : this.#field;
      const text = kindOf(field).editText(value, field, session.app.locale());
      this.#giveUp();
      session.fillSelection(text);
      return;
    }
    // First of all, while the page is laid out: AG Grid would lay it out anew to put its focus on the cell.
    session.takeKeyboard();
    api.stopEditing();
    session.leaveEditor(event);
  }

  /** A press anywhere else tries to end the edit. */
  readonly #onPress = (event: PointerEvent): void => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (this.#into.contains(target) || target.closest(".grid-float") !== null || !this.#tryToEnd()) return;
    // From a calendar the keyboard goes to nowhere, of which AG Grid hears nothing.
    setTimeout(() => {
      if (this.#into.isConnected && document.activeElement === document.body) this.#params.stopEditing();
    });
  };

  /** A refused text keeps the cursor while it moves within the grid; leaving the grid is free. */
  #onLeave(event: FocusEvent): void {
    // Not the field is left but its window, which AG Grid would take for the end of the edit.
    if (document.activeElement === this.input) {
      event.stopPropagation();
      return;
    }
    const { eGridCell } = this.#params;
    const next = event.relatedTarget;
    const inGrid = next instanceof Node && eGridCell.closest(".ag-root")?.contains(next) === true;
    if (!inGrid || this.#into.contains(next) || !this.#refused.shown()) return;
    setTimeout(() => {
      if (this.#refused.shown()) this.focus();
    });
  }
}
