/** Branded identifiers: a sheet's id cannot be handed over where a field's is meant. */

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type WorkbookId = Branded<string, "WorkbookId">;
export type SheetId = Branded<string, "SheetId">;
export type FieldId = Branded<string, "FieldId">;
export type ViewId = Branded<string, "ViewId">;
export type ChoiceId = Branded<string, "ChoiceId">;
/** Positive integer below 2^32, unique within its sheet, never given twice. */
export type RowId = Branded<number, "RowId">;

export const workbookId = (text: string): WorkbookId => text as WorkbookId;
export const sheetId = (text: string): SheetId => text as SheetId;
export const fieldId = (text: string): FieldId => text as FieldId;
export const viewId = (text: string): ViewId => text as ViewId;
export const choiceId = (text: string): ChoiceId => text as ChoiceId;
export const rowId = (number: number): RowId => number as RowId;

/** The first id of the form `<prefix><n>` that is not taken; n counts from 1. */
export function freshId(prefix: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let n = used.size + 1;
  while (used.has(`${prefix}${n}`)) n += 1;
  return `${prefix}${n}`;
}
