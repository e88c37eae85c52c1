/** What the browser throws, as the failures that storage knows. */
import { StorageError, type StorageFailure } from "./keyvalue.ts";

export function failureFrom(error: unknown): StorageFailure {
  if (error instanceof StorageError) return error.failure;
  // A full disk may abort a transaction with no error at all, and so may a connection that is closed under it.
  if (error === null || error === undefined) return { type: "disk", name: "", message: "" };
  if (!(error instanceof Error)) return { type: "unknown", name: typeof error, message: String(error) };
  switch (error.name) {
    case "QuotaExceededError":
      return { type: "quota" };
    case "DataError":
    case "UnknownError":
      return { type: "disk", name: error.name, message: error.message };
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
