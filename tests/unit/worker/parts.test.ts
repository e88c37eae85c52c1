/** S5 in a tab: what a death left of a bulk change goes with the first snapshot, but not beside another tab. */
import { expect, test, vi } from "vitest";
import { makeRandom } from "../../../src/core/template/random.ts";
import { partKey } from "../../../src/storage/keys.ts";
import { keysOf } from "../../support/storage/damage.ts";
import { setup, Tabs } from "../../support/worker/tabs.ts";

const SOON = { timeout: 8000, interval: 50 };
const LEFT = partKey("9-ab", 0);

async function snapshotBeside(others: number): Promise<boolean> {
  const tabs = new Tabs({ random: makeRandom(1) });
  const { host } = await tabs.open();
  await host.create("blank", setup);
  tabs.disk.set(LEFT, new Uint8Array(9));
  for (let n = 0; n < others; n++) await tabs.open();
  await vi.waitFor(() => expect(tabs.mirror(host.open.id).files.size).toBeGreaterThan(0), SOON);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(keysOf(tabs.disk, "root/").length).toBeGreaterThan(0);
  return tabs.disk.has(LEFT);
}

test("S5 parts that a death left go with a tab's first snapshot", async () => {
  expect(await snapshotBeside(0)).toBe(false);
});

test("S5 beside another tab, which may be of an older version, they stay", async () => {
  expect(await snapshotBeside(1)).toBe(true);
});
