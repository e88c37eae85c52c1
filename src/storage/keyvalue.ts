/** The one thing that storage asks of a platform: bytes under string keys, each write on disk when it resolves. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** Why storage did not do what it was asked. Plain data: it crosses threads, and the interface words it. */
export type StorageFailure =
  /** The disk or the browser's share of it is full. */
  | { readonly type: "quota" }
  /** The browser could not, and says nothing that helps: so it often is where the disk is full. */
  | { readonly type: "disk"; readonly name: string; readonly message: string }
  /** The connection went and could not be had again; what was asked may or may not have been done. */
  | { readonly type: "lostConnection" }
  /** What was there before is gone: site data was cleared, or the database deleted. */
  | { readonly type: "vanished" }
  /** Less is there than was saved here, mostly because a record is damaged. */
  | { readonly type: "behind" }
  /** No storage here: a private window, or switched off. */
  | { readonly type: "unavailable" }
  /** What was written did not read back as it was written. */
  | { readonly type: "unverified"; readonly key: string }
  | { readonly type: "unknown"; readonly name: string; readonly message: string };

/** How a KeyValue says that it failed. Nothing but storage itself catches it. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, options?: ErrorOptions) {
    super("name" in failure ? `${failure.name}: ${failure.message}` : failure.type, options);
    this.failure = failure;
  }
}

/** The failure inside `error`; anything that is no StorageError is a fault of ours and thrown on. */
export function failureOf(error: unknown): StorageFailure {
  if (error instanceof StorageError) return error.failure;
  throw error;
}

/** Whether a single record may be what cannot be read: Chromium says of a value whose file it lost what it says of a full disk. */
export const mayBeOfRecord = (failure: StorageFailure): boolean =>
  failure.type === "unknown" || (failure.type === "disk" && failure.name !== "");

export interface Entry {
  readonly key: string;
  readonly bytes: Bytes;
}

/** What must be there: any value under this key, or one that ends with these bytes. */
export type Anchor = string | { readonly key: string; readonly end: Bytes };

export function isAnchored(value: Bytes | undefined, anchor: Anchor): boolean {
  if (value === undefined || typeof anchor === "string") return value !== undefined;
  const { end } = anchor;
  const start = value.length - end.length;
  return start >= 0 && end.every((byte, index) => byte === value[start + index]);
}

/**
 * Every method rejects with a StorageError. A write that resolved survives a power cut. `add` is atomic. Of a
 * `putMany` or `delete` that did not resolve, any part may have been done.
 */
export interface KeyValue {
  get(key: string): Promise<Bytes | undefined>;
  /** In the order of `keys`. */
  getMany(keys: readonly string[]): Promise<readonly (Bytes | undefined)[]>;
  /**
   * Writes only where nothing is, and only beside all `anchors`: where one of them is gone or another it rejects as "vanished", in the
   * same transaction. Which one that is, and what it means, is for the caller to find out.
   */
  add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]): Promise<"added" | "exists">;
  /** Only beside `anchor`, as `add`. */
  putMany(entries: readonly Entry[], anchor?: string): Promise<void>;
  /** Nothing goes where `unless` is there, seen in the same transaction. */
  delete(keys: readonly string[], unless?: string): Promise<void>;
  /** Keys that begin with `prefix`, ascending by code units; only `from` and later ones where it is given. */
  keys(prefix: string, from?: string): Promise<readonly string[]>;
}
