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

/** A file of so many bytes that the browser takes over when it is told to, and a page to link it in. */
function setting(size: number) {
  let settle = (_: "read" | "broken"): void => undefined;
  const taken = new Promise<ArrayBuffer>((resolve, reject) => {
    settle = (end) =>
      end === "read" ? resolve(new ArrayBuffer(1)) : reject(new DOMException("", "NotReadableError"));
  });
  const blob = new Blob(["a"]);
  Object.defineProperty(blob, "size", { value: size });
  vi.spyOn(blob, "slice").mockReturnValue(Object.assign(new Blob(), { arrayBuffer: () => taken }));
  const make = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:a");
  const click = vi.fn();
  vi.stubGlobal("document", { createElement: () => ({ click }) });
  vi.stubGlobal("setTimeout", vi.fn());
  return { blob, make, click, settle };
}

it("a small file is linked in the same task", async () => {
  const { blob, make, click } = setting(2 ** 25 - 1);
  const done = download(blob, "a.csv");
  expect(make).toHaveBeenCalledWith(blob);
  expect(click).toHaveBeenCalledOnce();
  await done;
});

it("a large file is linked only when the browser has it", async () => {
  const { blob, make, click, settle } = setting(2 ** 25);
  const done = download(blob, "a.csv");
  await Promise.resolve();
  expect(make).not.toHaveBeenCalled();
  settle("read");
  await done;
  expect(make).toHaveBeenCalledWith(blob);
  expect(click).toHaveBeenCalledOnce();
});

it("a large file that cannot be read is not handed over, and who wanted it hears of it", async () => {
  const { blob, make, click, settle } = setting(2 ** 25);
  const done = download(blob, "a.csv");
  settle("broken");
  await expect(done).rejects.toThrow(DOMException);
  expect(make).not.toHaveBeenCalled();
  expect(click).not.toHaveBeenCalled();
});
