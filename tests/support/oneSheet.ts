/** Sessions for tests of the engine: one sheet with these rows, and commands given to it as the worker gives them. */
import {
  type Atom,
  type FieldId,
  isNumeric,
  packAtoms,
  type Sheet,
  workbookId,
} from "../../src/core/model/index.ts";
import { build, isRefusal } from "../../src/engine/session/build.ts";
import type { Command } from "../../src/engine/session/command.ts";
import { type Environment, Session } from "../../src/engine/session/session.ts";

/** Row ids are counted from 1. */
export function sessionOf<Row>(
  sheet: Sheet,
  environment: Environment,
  rows: readonly Row[],
  atomOf: (row: Row, field: FieldId) => Atom,
): Session {
  const settings = { name: "W", locale: "en", currency: "EUR" };
  const session = new Session({ id: workbookId("w"), settings, sheets: [sheet] }, environment);
  const columnOf = (field: FieldId): readonly Atom[] => rows.map((row) => atomOf(row, field));
  const columns = new Map(
    sheet.fields.map(({ id, type }) => [id, packAtoms(isNumeric(type), columnOf(id))] as const),
  );
  const ids = Uint32Array.from(rows, (_, index) => index + 1);
  const change = {
    ops: [{ op: "insertRows", sheet: sheet.id, blocks: [{ at: 0, ids, columns }] } as const],
  };
  if (rows.length > 0) session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  return session;
}

/** Throws where it is refused. */
export function give(session: Session, command: Exclude<Command, { type: "undo" | "redo" }>): void {
  const built = build(session, command);
  if (isRefusal(built)) throw new Error(JSON.stringify(built));
  session.commit(built.change, { type: "do", change: built.change }, built.cause, 0);
}
