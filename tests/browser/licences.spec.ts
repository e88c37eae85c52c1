/** What the app is built of is told with it: found from the settings, also without a network. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

test.use({ serviceWorkers: "allow" });

const fileOf = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

test("the licences name every package that is built in, with what it asks to be told", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Settings" }).click();
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Third-party licences" }).click();
  const text = await (await opened).locator("body").innerText();

  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(await fileOf("package.json"));
  const workbox = [...(await fileOf("dist/sw.js")).matchAll(/workbox:([a-z]+):/g)].map(
    ([, part]) => `workbox-${part}`,
  );
  expect(workbox).toContain("workbox-precaching");
  const told = [...text.matchAll(/^={80}\n(\S+) \S+ \(/gm)].map(([, name]) => name);
  expect(told).toEqual(expect.arrayContaining([...Object.keys(dependencies), ...workbox]));
  // Of its own, of what it brings from others, and of what it asks to be kept beside it.
  expect(text).toContain("© ");
  expect(text).toContain("Dictionary data distributed with `opencc-js`");
  expect(text).toContain("This codebase contains a modified portion of code from Adobe");
});
