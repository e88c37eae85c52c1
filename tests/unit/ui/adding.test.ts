/** Rows that are counted are told of only when whoever added them knows them. */
import { expect, it } from "vitest";
import { createAdding } from "../../../src/app/adding.ts";

it("what became of the first so many is waited for, and of no others", async () => {
  const adding = createAdding();
  const answers: (() => void)[] = [];
  const order: string[] = [];
  const ask = (name: string): void => {
    const added = adding.watch(() => new Promise<void>((resolve) => answers.push(resolve)));
    // As the grid does, which takes the row's id from the answer.
    void added.then(() => order.push(name));
  };
  ask("first");
  ask("second");
  expect(adding.sent()).toBe(2);
  expect(adding.known(0)).toBeNull();
  const one = adding.known(1)?.then(() => order.push("one is known"));
  const both = adding.known(2)?.then(() => order.push("both are known"));
  answers[0]?.();
  await one;
  answers[1]?.();
  await both;
  expect(order).toEqual(["first", "one is known", "second", "both are known"]);
  expect(adding.known(2)).toBeNull();
});

it("one that fails is known too", async () => {
  const adding = createAdding();
  const failed = adding.watch(() => Promise.reject(new Error("no worker")));
  await expect(failed).rejects.toThrow("no worker");
  await adding.known(1);
});
