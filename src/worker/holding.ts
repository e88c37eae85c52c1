/** Who has a workbook open: each tab that does holds it by a Web Lock, so that nothing that is open is taken away or swept. */
import type { WorkbookId } from "../core/model/index.ts";
import { databaseOf, deleteIndexedDb, MIRROR_FOLDER, removeFolder } from "../storage/index.ts";

/** Held by every tab that has the workbook open. */
const heldName = (id: WorkbookId): string => `tierbook/open/${id}`;

/** All there is of a workbook. False: a tab holds it, or it is not `still` to go, which is asked while none can. */
export const takeAway = async (
  id: WorkbookId,
  still = async (): Promise<boolean> => true,
): Promise<boolean> =>
  await navigator.locks.request(heldName(id), { ifAvailable: true }, async (lock) => {
    if (lock === null || !(await still())) return false;
    // The copy first: a copy without a database would look as if the database had been lost.
    await removeFolder([MIRROR_FOLDER, id]);
    await deleteIndexedDb(databaseOf(id));
    return true;
  });

export const holdWhile = async <T>(id: WorkbookId, work: () => Promise<T>): Promise<T> =>
  await navigator.locks.request(heldName(id), { mode: "shared" }, work);

/** What this tab holds: one workbook at a time. */
export class Holding {
  private held: WorkbookId | null = null;
  private release = (): void => undefined;
  private holding: Promise<void> = Promise.resolve();

  /** Resolves when it is held. */
  hold(id: WorkbookId): Promise<void> {
    if (this.held === id) return this.holding;
    this.release();
    this.held = id;
    const end = new Promise<void>((resolve) => {
      this.release = resolve;
    });
    this.holding = new Promise((resolve, reject) => {
      const hold = (): Promise<void> => {
        resolve();
        return end;
      };
      navigator.locks.request(heldName(id), { mode: "shared" }, hold).catch(reject);
    });
    return this.holding;
  }

  /** Whether this tab holds it, and no other does; false also where nobody can say. */
  async sole(id: WorkbookId): Promise<boolean> {
    try {
      await this.holding;
      const { held = [] } = await navigator.locks.query();
      return this.held === id && held.filter(({ name }) => name === heldName(id)).length === 1;
    } catch {
      return false;
    }
  }
}
