/** Files that are handed to the person: their names, and when. */
import { afterEach, expect, it, vi } from "vitest";
import { download, fileName, today } from "../../../src/ui/kit/download.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each([
  ["Customers 2026-11-23.csv", "Customers 2026-11-23.csv"],
  ["客户 2026-11-23.csv", "客户 2026-11-23.csv"],
  ['a/b\\c:d*e?f"g<h>i|j.csv', "a b c d e f g h i j.csv"],
  ["..\u0000..csv", "csv"],
  ["   ", "tierbook.csv"],
])("%j becomes %j", (wanted, name) => {
  expect(fileName(wanted)).toBe(name);
});

it("the day is the one on the machine's clock", () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});

it.each(["read", "broken"])(
  "a link to a large file is made only when the browser has it (%s)",
  async (end) => {
    let settle = (): void => undefined;
    const taken = new Promise<ArrayBuffer>((resolve, reject) => {
      settle = () =>
        end === "read" ? resolve(new ArrayBuffer(1)) : reject(new DOMException("", "NotReadableError"));
    });
    const blob = new Blob(["a"]);
    Object.defineProperty(blob, "size", { value: 2 ** 25 });
    vi.spyOn(blob, "slice").mockReturnValue(Object.assign(new Blob(), { arrayBuffer: () => taken }));
    const make = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:a");
    const click = vi.fn();
    vi.stubGlobal("document", { createElement: () => ({ click }) });
    vi.stubGlobal("setTimeout", vi.fn());
    const done = download(blob, "a.csv");
    await Promise.resolve();
    expect(make).not.toHaveBeenCalled();
    settle();
    await done;
    expect(make).toHaveBeenCalledWith(blob);
    expect(click).toHaveBeenCalledOnce();
  },
);
