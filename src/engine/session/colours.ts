/** The painters of a session's sheets: made in steps where the rows on the screen are asked for, and again after what they depend on. */
import type { Change } from "../../core/change/index.ts";
import type { Sheet, SheetId, View, ViewId } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { MONDAY } from "../query/calendar.ts";
import { ColumnFacts } from "../query/columnFacts.ts";
import { type Painter, painterSteps } from "../query/paint.ts";
import type { Steps } from "../steps.ts";

/** What is painted, and in which of its views. */
export interface Painted {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
  readonly view: View;
}

interface Made {
  readonly painter: Painter | null;
  readonly view: ViewId;
  /** The calendar day it holds for. */
  readonly today: number;
}

interface SheetColours {
  readonly facts: ColumnFacts;
  /** Null: something changed since. */
  made: Made | null;
}

export class Colours {
  private readonly sheets = new Map<SheetId, SheetColours>();

  /** After a change was applied. */
  note({ ops }: Change): void {
    for (const op of ops) {
      if (op.op === "settings" || op.op === "sheet") continue;
      const colours = this.sheets.get(op.sheet);
      if (colours === undefined) continue;
      colours.made = null;
      if (op.op === "cells") colours.facts.forget(op.field);
      else if (op.op !== "view") colours.facts.forget();
    }
  }

  /** So that `painterSteps` does not have to. Always true. */
  *prepareSteps(painted: Painted, today: number): Steps<true> {
    yield* this.painterSteps(painted, today);
    return true;
  }

  /** Null where the view has no rules. */
  *painterSteps({ sheet, table, view }: Painted, today: number): Steps<Painter | null> {
    const rules = view.colours ?? [];
    if (rules.length === 0) return null;
    const colours = this.sheets.get(sheet.id) ?? { facts: new ColumnFacts(), made: null };
    this.sheets.set(sheet.id, colours);
    const { made } = colours;
    if (made?.today === today && made.view === view.id) return made.painter;
    const fields = new Map(sheet.fields.map((field) => [field.id, field] as const));
    const context = { today, weekStart: MONDAY };
    const painter = yield* painterSteps({ table, fields, facts: colours.facts, context }, rules);
    colours.made = { painter, view: view.id, today };
    return painter;
  }
}
