/** Whether this tab alone has a workbook open: what nothing names is swept only then (S5). */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { workbookId } from "../../../src/core/model/index.ts";
import { Holding, takeAway } from "../../../src/worker/holding.ts";

const X = workbookId("x");
const Y = workbookId("y");

/** The browser's locks, held by name, also by other tabs. */
let held: string[] = [];
let answers = true;
/** What must happen before a lock is granted. */
let before = Promise.resolve();

const byAnother = (id: string): void => void held.push(`tierbook/open/${id}`);

beforeEach(() => {
  held = [];
  answers = true;
  before = Promise.resolve();
  const locks = {
    request: async (
      name: string,
      { ifAvailable = false }: LockOptions,
      work: (lock: unknown) => Promise<unknown>,
    ) => {
      await before;
      if (ifAvailable && held.includes(name)) return work(null);
      held.push(name);
      const result = await work({ name });
      held.splice(held.indexOf(name), 1);
      return result;
    },
    query: async () => {
      if (!answers) throw new DOMException("", "InvalidStateError");
      return { held: held.map((name) => ({ name })) };
    },
  };
  vi.stubGlobal("navigator", { locks });
});
afterEach(() => vi.unstubAllGlobals());

it("S5 is so only where this tab holds it, and nobody else", async () => {
  const tab = new Holding();
  expect(await tab.sole(X)).toBe(false);
  await tab.hold(X);
  expect(await tab.sole(X)).toBe(true);
  byAnother(X);
  expect(await tab.sole(X)).toBe(false);
});

it("S5 is not so where the one that holds it is another, and this tab holds it no more", async () => {
  const tab = new Holding();
  await tab.hold(X);
  byAnother(X);
  await tab.hold(Y);
  await vi.waitFor(() => expect(held).toHaveLength(2));
  expect([await tab.sole(X), await tab.sole(Y)]).toEqual([false, true]);
});

it("S5 is not so where another holds it and this tab is still waiting", async () => {
  const tab = new Holding();
  let grant = (): void => undefined;
  before = new Promise((resolve) => {
    grant = resolve;
  });
  void tab.hold(X);
  byAnother(X);
  const sole = tab.sole(X);
  setTimeout(grant, 10);
  expect(await sole).toBe(false);
});

it("S1 takes nothing away that is not wanted away any more once nobody can hold it, and asks nobody while a tab holds it", async () => {
  let asked = 0;
  const still = async (): Promise<boolean> => {
    asked += 1;
    expect(held).toEqual(["tierbook/open/x"]);
    return false;
  };
  expect(await takeAway(X, still)).toBe(false);
  byAnother(X);
  expect(await takeAway(X, still)).toBe(false);
  expect(asked).toBe(1);
});

it("S5 is not so where the browser cannot say", async () => {
  const tab = new Holding();
  await tab.hold(X);
  answers = false;
  expect(await tab.sole(X)).toBe(false);
});
