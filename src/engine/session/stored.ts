/** What goes from a session's tables into a snapshot, and how much of the order of their texts the last one has. */
import type { SheetId } from "../../core/model/index.ts";
import type { SheetSource, TextOrder } from "../../core/schema/snapshot.ts";
import type { Column } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { knownOrder, rankedTexts, suggestOrder } from "../query/ranks.ts";

/** What is known of the order of its texts, in the numbers that loading the table will give them. */
function textOrders(table: ColumnTable): readonly TextOrder[] {
  return Array.from(table.columns).flatMap(([field, column]): readonly TextOrder[] => {
    const known = column.form === "coded" ? knownOrder(column) : null;
    if (known === null || column.form !== "coded") return [];
    const numbers = table.numbersOnLoad(column);
    const order = known.order.map((code) => numbers[code] ?? 0).filter((number) => number !== 0);
    return order.length === 0 ? [] : [{ field, locale: known.locale, order }];
  });
}

export class Stored {
  /** How many texts of a column the last snapshot has in order. */
  private readonly ordered = new WeakMap<Column, number>();

  /** The orders that a snapshot brought with its rows. */
  takeOrders(table: ColumnTable, orders: readonly TextOrder[]): void {
    for (const { field, locale, order } of orders) {
      const column = table.columns.get(field);
      if (column?.form !== "coded") continue;
      suggestOrder(column, locale, order);
      this.ordered.set(column, order.length);
    }
  }

  /** Texts that were put in order since: what the next opening would pay for again. */
  unstoredTexts(tables: Iterable<ColumnTable>): number {
    let texts = 0;
    for (const table of tables) {
      for (const column of table.columns.values()) {
        const ranked = column.form === "coded" ? rankedTexts(column) : 0;
        texts += Math.max(0, ranked - (this.ordered.get(column) ?? 0));
      }
    }
    return texts;
  }

  source(sheet: SheetId, table: ColumnTable): SheetSource {
    return {
      sheet,
      chunkCount: table.chunkCount,
      rowCount: table.rowCount,
      nextRowId: table.nextRowId,
      dirtyChunks: () => table.dirtyChunks(),
      chunk: (index) => table.chunk(index),
      order: () => table.idsOf(table.order),
      textOrders: () => textOrders(table),
      published: () => {
        table.published();
        for (const column of table.columns.values()) {
          const known = column.form === "coded" ? knownOrder(column) : null;
          if (known !== null) this.ordered.set(column, known.order.length);
        }
      },
    };
  }
}
