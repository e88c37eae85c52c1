/** Questions that supersede each other: one in flight, the newest next, the ones between never asked. */
import { expect, it } from "vitest";
import { makeLatest } from "../../../src/app/latest.ts";

it("asks the first and the last of a burst, one at a time", async () => {
  const asked: number[] = [];
  const ends: (() => void)[] = [];
  const ask = makeLatest<number>((question) => {
    asked.push(question);
    return new Promise((resolve) => ends.push(resolve));
  });
  for (const question of [1, 2, 3, 4]) ask(question);
  expect(asked).toEqual([1]);
  ends.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toEqual([1, 4]);
  ask(5);
  ends.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toEqual([1, 4, 5]);
  ends.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  ask(6);
  expect(asked).toEqual([1, 4, 5, 6]);
});
