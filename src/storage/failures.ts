/** What the browser throws, as the failures that storage knows. */
import { StorageError, type StorageFailure } from "./keyvalue.ts";

export function failureFrom(error: unknown): StorageFailure {
  if (error instanceof StorageError) return error.failure;
  // A connection that is closed under a transaction may abort it with no error at all.
  if (error === null || error === undefined) return { type: "lostConnection" };
  if (!(error instanceof Error)) return { type: "unknown", name: typeof error, message: String(error) };
  switch (error.name) {
    case "QuotaExceededError":
      return { type: "quota" };
    case "AbortError":
    case "InvalidStateError":
    case "NotFoundError":
      return { type: "lostConnection" };
    case "SecurityError":
      return { type: "unavailable" };
    default:
      return { type: "unknown", name: error.name, message: error.message };
  }
}

export const storageError = (error: unknown): StorageError =>
  error instanceof StorageError ? error : new StorageError(failureFrom(error), { cause: error });
