/** What is held of a file once its import is done: no more than its rejected rows. */
import { describe, expect, it } from "vitest";
import { fieldId, type SheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import type { ImportTarget } from "../../../src/worker/api.ts";
import type { CsvJobs } from "../../../src/worker/csv.ts";
import { ExportJobs } from "../../../src/worker/exporting.ts";
import { setup, type Tab, Tabs } from "../../support/worker/tabs.ts";

const SHEET = "customers" as SheetId;
const HERE: ImportTarget = { type: "sheet", sheet: SHEET };
const ROWS = 500;

/** The longest list that is reached from it, but for what the host has. */
function longestIn(jobs: CsvJobs): number {
  const { host: _, ...own } = jobs as unknown as Record<string, unknown>;
  const seen = new Set<unknown>();
  let longest = 0;
  const look = (value: unknown, key: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value) || key === "host") return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      longest = Math.max(longest, value.byteLength);
      return;
    }
    const parts = value instanceof Map || value instanceof Set ? [...value.entries()] : Object.entries(value);
    if (Array.isArray(value) || value instanceof Map) longest = Math.max(longest, parts.length);
    for (const [name, part] of parts) look(part, String(name));
  };
  for (const [name, value] of Object.entries(own)) look(value, name);
  return longest;
}

async function opened(): Promise<Tab> {
  const tab = await new Tabs({ random: makeRandom(20261129) }).open();
  await tab.host.create("blank", setup);
  return tab;
}

const bring = async ({ csv }: Tab, file: File) => {
  const preview = await csv.previewCsv(file, HERE, { columnWord: "Column" });
  const held = longestIn(csv);
  return { preview, held, outcome: await csv.importCsv() };
};

const numbered = (more: string): File =>
  new File(
    [`Name,Birthday\r\n${Array.from({ length: ROWS }, (_, n) => `N${n},2000-01-01\r\n`).join("")}${more}`],
    "list.csv",
  );

describe("after an import", () => {
  it("a rejected row is held, and no other row of its file", async () => {
    const tab = await opened();
    const { held, outcome } = await bring(tab, numbered("Zoë,someday\r\nYan,1,2\r\n"));
    expect(held).toBeGreaterThanOrEqual(ROWS);
    expect(outcome).toMatchObject({ type: "imported", counts: { added: ROWS, rejected: 2 } });
    expect(longestIn(tab.csv)).toBeLessThan(50);
    const saved = await (await tab.csv.rejectedCsv("en"))?.text();
    expect(saved?.split("\r\n").map((line) => line.replace(/".*"/, "…"))).toEqual([
      expect.stringMatching(/^\ufeff?Line,Reason,Name,Birthday/),
      expect.stringMatching(/^502,.*,Zoë,someday/),
      expect.stringMatching(/^503,.*,Yan,1,2$/),
      "",
    ]);
  });

  it("what a file that came back was merged with is not held", async () => {
    const tab = await opened();
    await bring(tab, numbered(""));
    const request = { sheet: SHEET, scope: { scope: "sheet" }, preset: "roundTrip" } as const;
    const jobs = new ExportJobs(tab.host);
    const written = await jobs.write(request, { file: "out", language: "en" }, null);
    if (written.type !== "written" || written.blob === null) throw new Error("it is written");
    const text = (await written.blob.text()).replace("N7", "Seven");
    const { preview, outcome } = await bring(tab, new File([text], "out.csv"));
    expect(preview).toMatchObject({ type: "ready", returned: { conflicts: 0 } });
    expect(outcome).toMatchObject({ type: "imported", counts: { updated: 1 } });
    expect(tab.host.session.table(SHEET)?.atom(fieldId("name"), 7)).toBe("Seven");
    expect(longestIn(tab.csv)).toBeLessThan(50);
  });
});
