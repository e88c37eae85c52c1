/** Branded identifiers: a sheet's id cannot be handed over where a field's is meant. */

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type WorkbookId = Branded<string, "WorkbookId">;
export type SheetId = Branded<string, "SheetId">;
export type FieldId = Branded<string, "FieldId">;
export type ViewId = Branded<string, "ViewId">;
export type ChoiceId = Branded<string, "ChoiceId">;
/** Made where a chart is made, and like no other. */
export type ChartId = Branded<string, "ChartId">;
/** Positive integer below 2^32, unique within its sheet, never given twice. */
export type RowId = Branded<number, "RowId">;

export const workbookId = (text: string): WorkbookId => text as WorkbookId;
export const sheetId = (text: string): SheetId => text as SheetId;
export const fieldId = (text: string): FieldId => text as FieldId;
export const viewId = (text: string): ViewId => text as ViewId;
export const choiceId = (text: string): ChoiceId => text as ChoiceId;
export const chartId = (text: string): ChartId => text as ChartId;
export const rowId = (number: number): RowId => number as RowId;

/** The first that is not taken of the texts made of one number after the other. */
export function firstFree(taken: ReadonlySet<string>, make: (number: number) => string, from = 1): string {
  for (let number = from; ; number += 1) {
    const text = make(number);
    if (!taken.has(text)) return text;
  }
}

/** The name itself, or with the first number behind it that makes it one of its own. */
export const unusedName = (name: string, taken: ReadonlySet<string>): string =>
  firstFree(taken, (number) => (number === 1 ? name : `${name} ${number}`));

/** An id of the form `<prefix><n>` that is not taken now; what was deleted may have had it. */
export function freshId(prefix: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  return firstFree(used, (number) => `${prefix}${number}`, used.size + 1);
}

/**
 * An id of the form `<prefix><entry>-<n>` that is never given twice, whatever is deleted in between: no other entry of the
 * journal has the number. What was meant for a deleted one must not reach another. `seq` is the last entry's.
 */
export const lastingId = (prefix: string, taken: Iterable<string>, seq: number): string =>
  firstFree(new Set(taken), (number) => `${prefix}${seq + 1}-${number}`);

/** The same for many of one entry, each another. */
export function lastingIds(prefix: string, taken: Iterable<string>, seq: number): () => string {
  const used = new Set(taken);
  let number = 0;
  return () => {
    const make = (each: number): string => {
      number = each;
      return `${prefix}${seq + 1}-${each}`;
    };
    return firstFree(used, make, number + 1);
  };
}
