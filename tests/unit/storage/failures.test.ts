/** What browsers throw when a disk is full or a connection goes, as the failures that storage knows. */
import { describe, expect, it } from "vitest";
import { failureFrom, storageError } from "../../../src/storage/failures.ts";
import { StorageError } from "../../../src/storage/keyvalue.ts";

describe("a failure of the browser", () => {
  it.each<[string, unknown, string]>([
    ["a full disk", new DOMException("full", "QuotaExceededError"), "quota"],
    ["a full disk, said otherwise", new DOMException("data", "DataError"), "disk"],
    ["a full disk, not said at all", new DOMException("internal", "UnknownError"), "disk"],
    ["an abort without an error", null, "disk"],
    ["a fault of ours", new TypeError("no function"), "unknown"],
    ["a closed connection", new DOMException("closing", "InvalidStateError"), "lostConnection"],
    ["a forbidden storage", new DOMException("no", "SecurityError"), "unavailable"],
    ["something that is no error", "oops", "unknown"],
  ])("%s", (_, error, type) => {
    expect(failureFrom(error).type).toBe(type);
    const wrapped = storageError(error);
    expect([wrapped.failure.type, wrapped.cause]).toEqual([type, error]);
  });

  it("that is known already stays what it is", () => {
    const error = new StorageError({ type: "vanished" });
    expect(storageError(error)).toBe(error);
    expect(failureFrom(error)).toEqual({ type: "vanished" });
  });
});
