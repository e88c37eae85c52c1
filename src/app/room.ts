/** Whether what is about to be written may not fit. It is told before, and never refused: browsers only estimate. */

/** In megabytes. */
export interface Tight {
  readonly needed: number;
  readonly left: number;
}

const MEGABYTE = 1e6;
/**
 * What the database and the copy beside it take for each byte: 1.7 times a list, 6.5 times a packed file (measured with 40,000
 * customers), and of what a copy holds as much in a new database, the next snapshot and the copy of that.
 */
const TAKES = { list: 2, packed: 8, copy: 3 } as const;

/** A browser whose accounts are damaged may never answer, and what waits for it must go on. */
const PATIENCE = 1000;

async function estimated(): Promise<number | null> {
  const storage: StorageManager | undefined = navigator.storage;
  const { quota, usage } = (await storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? null : quota - usage;
}

/** Bytes that the browser says are left; null where it says nothing, or not soon. */
export function roomLeft(): Promise<number | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  return Promise.race([estimated(), late]);
}

/** Null where it fits, or nobody knows. */
export async function tightFor(bytes: number, form: keyof typeof TAKES): Promise<Tight | null> {
  const left = await roomLeft().catch(() => null);
  const needed = bytes * TAKES[form];
  if (left === null || needed === 0 || needed <= left) return null;
  return { needed: Math.ceil(needed / MEGABYTE), left: Math.max(0, Math.floor(left / MEGABYTE)) };
}

export const tightForFile = ({ name, size }: File): Promise<Tight | null> =>
  tightFor(size, /\.(xlsx|zip|tierbook)$/i.test(name) ? "packed" : "list");
