/** What was found broken, as data: which record, what it held, whether another copy made up for it. */
import type { SheetId } from "../core/model/index.ts";
import type { FrameDamage } from "./frame.ts";

export type DamageReason =
  | FrameDamage
  | "missing"
  /** The platform itself could not read it. */
  | "unreadable"
  /** The checksum holds, but what is inside makes no sense to this build. */
  | "malformed"
  /** It does not follow the record before it. */
  | "chain"
  /** Sound perhaps, but behind a record that is broken, or the undoing of one. */
  | "unreachable"
  /** Another workbook's. */
  | "foreign";

/** A run of rows in the sheet's own order, counted from 0, both ends included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export type DamagedPart =
  | { readonly what: "format" | "root" | "name" }
  /** Not known where the sheet's order is damaged too. */
  | { readonly what: "rows"; readonly sheet: SheetId; readonly rows: number; readonly range: RowRange | null }
  | { readonly what: "order"; readonly sheet: SheetId }
  | { readonly what: "change"; readonly seq: number };

export type Damage = DamagedPart & {
  readonly key: string;
  readonly reason: DamageReason;
  /** Nothing is lost: other copies, or the journal, held the same. */
  readonly healed: boolean;
};
