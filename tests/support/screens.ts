/**
 * Every screen and dialog, and how a person gets there, in any language: what is looked at (the gallery) and what axe
 * walks through. A new screen gets a line in `SCREENS`.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import { type Language, makeTranslate, type Translate } from "../../src/i18n/index.ts";
import { dayAgo, setClockBack } from "./clock.ts";
import { csvFile } from "./workbook.page.ts";

export interface Stage {
  readonly page: Page;
  readonly t: Translate;
}

export interface Screen {
  readonly name: string;
  /** What it stands on; the walk does not begin anew where the screen before stood on the same. */
  readonly on: "start" | "blank" | "sample" | "aged" | "rescue";
  readonly open: (stage: Stage) => Promise<void>;
  /** Leaves what it stands on as it was. */
  readonly close: (stage: Stage) => Promise<void>;
}

export const stageOf = (page: Page, language: Language): Stage => ({
  page,
  t: makeTranslate(() => language),
});

const button = ({ page }: Stage, name: string): Locator =>
  page.getByRole("button", { name, exact: true }).first();
const dialog = ({ page }: Stage): Locator => page.getByRole("dialog").last();
const cell = ({ page }: Stage, row: number, field: string): Locator =>
  page.locator(`[row-index="${row}"] [col-id="${field}"]`);

async function dismiss({ page }: Stage): Promise<void> {
  const open = page.getByRole("dialog").or(page.getByRole("menu"));
  // What has only just come up may not hear the first of them.
  await expect(async () => {
    if ((await open.count()) > 0) await page.keyboard.press("Escape");
    await expect(open).toHaveCount(0, { timeout: 300 });
  }).toPass({ timeout: 10_000 });
}

const nothing = async (): Promise<void> => undefined;

const CHANGED =
  "Code,Name,Mobile,Revenue,Points\r\n00123,Ann Lee,,100.00,7\r\nK-9,New,,1.00,3\r\nK-9,Twice,,2.00,\r\n";

/** With titles, a total, a column of its own, and dates that may be either. */
const REPORT =
  "Acme Ltd\r\nCustomers\r\nCode,Name,Last contact,Points\r\n00123,Ann Lee,03/04/2025,7\r\nK-9,New,05/06/2025,x\r\nTotal,,,7\r\n";

const importing =
  (file: { name: string; mimeType: string; buffer: Buffer } | null) => async (stage: Stage) => {
    await button(stage, stage.t("toolbar.import")).click();
    if (file === null) return;
    await dialog(stage).locator("input[type=file]").setInputFiles(file);
    await expect(dialog(stage).locator("table, [role=alert]").first()).toBeVisible();
  };

const opensBy = (name: (t: Translate) => string, what: (stage: Stage) => Locator) => async (stage: Stage) => {
  await button(stage, name(stage.t)).click();
  await expect(what(stage)).toBeVisible();
};

const region = (name: (t: Translate) => string) => (stage: Stage) =>
  stage.page.getByRole("region", { name: name(stage.t), exact: true });

const duplicates = async (stage: Stage): Promise<void> => {
  await stage.page.keyboard.press("ControlOrMeta+k");
  await expect(stage.page.getByRole("combobox").last()).toBeFocused();
  await stage.page.keyboard.type("duplicates");
  await stage.page.keyboard.press("Enter");
  await expect(dialog(stage).locator("li, .empty").first()).toBeVisible();
};

const toggled = (name: (t: Translate) => string) => async (stage: Stage) => {
  await button(stage, name(stage.t)).click();
};

/** By an item of a header's menu; on a small screen only the first columns are drawn. */
const ofColumn = (field: string, item: (t: Translate) => string) => async (stage: Stage) => {
  await stage.page.locator(`[role="columnheader"][col-id="${field}"]`).click({ button: "right" });
  await stage.page.getByRole("menuitem", { name: item(stage.t), exact: true }).click();
};

const scrollAcross = ({ page }: Stage, left: number): Promise<void> =>
  page.locator(".ag-grid-viewport").evaluate((viewport, to) => {
    viewport.scrollLeft = to;
  }, left);

export const SCREENS: readonly Screen[] = [
  { name: "start", on: "start", open: nothing, close: nothing },
  {
    name: "start-open-file",
    on: "start",
    open: opensBy((t) => t("start.open"), dialog),
    close: dismiss,
  },
  { name: "sheet", on: "sample", open: nothing, close: nothing },
  {
    name: "sheet-range",
    on: "sample",
    open: async (stage) => {
      await cell(stage, 2, "name").click();
      for (const key of ["Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight", "ControlOrMeta+c"])
        await stage.page.keyboard.press(key);
      await expect(stage.page.getByRole("status", { name: stage.t("summary.label") })).not.toBeEmpty();
    },
    close: async ({ page }) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+Home");
    },
  },
  {
    name: "groups-totals",
    on: "sample",
    open: async (stage) => {
      const { page, t } = stage;
      await page.getByRole("button", { name: t("views.choose", { name: t("template.view") }) }).click();
      await page.getByRole("menuitem", { name: t("totals.show"), exact: true }).click();
      await ofColumn("name", (words) => words("groups.by"))(stage);
      await expect(page.locator(".group-name").first()).toBeVisible();
    },
    close: async (stage) => {
      await button(stage, stage.t("toolbar.undo")).click();
      await button(stage, stage.t("toolbar.undo")).click();
      await expect(stage.page.locator(".group-name")).toHaveCount(0);
    },
  },
  {
    name: "group-popover",
    on: "sample",
    open: async (stage) => {
      await ofColumn("name", (words) => words("groups.by"))(stage);
      await button(stage, stage.t("toolbar.group")).click();
      await expect(dialog(stage)).toBeVisible();
    },
    close: async (stage) => {
      await dismiss(stage);
      await button(stage, stage.t("toolbar.undo")).click();
      await expect(stage.page.locator(".group-name")).toHaveCount(0);
    },
  },
  {
    name: "cell-menu",
    on: "sample",
    open: async (stage) => {
      await cell(stage, 2, "name").click();
      await stage.page.keyboard.press("Shift+ArrowDown");
      await stage.page.keyboard.press("Shift+F10");
      await expect(stage.page.getByRole("menuitem", { name: stage.t("menu.paste") })).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "column-menu",
    on: "sample",
    open: async ({ page }) => {
      await page.locator('[role="columnheader"][col-id="name"]').click({ button: "right" });
      await expect(page.getByRole("menu")).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "column-insert",
    on: "sample",
    open: async (stage) => {
      await ofColumn("code", (t) => t("column.insertRight"))(stage);
      await expect(dialog(stage)).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "column-kind",
    on: "sample",
    open: async (stage) => {
      await ofColumn("code", (t) => t("column.kind"))(stage);
      await dialog(stage).getByRole("combobox").first().selectOption("number");
      await expect(dialog(stage).getByRole("table").first()).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "column-delete",
    on: "sample",
    open: async (stage) => {
      await scrollAcross(stage, 900);
      await ofColumn("revenue", (t) => t("column.delete"))(stage);
      await expect(dialog(stage)).toBeVisible();
    },
    close: async (stage) => {
      await dismiss(stage);
      await scrollAcross(stage, 0);
    },
  },
  {
    name: "column-colours",
    on: "sample",
    open: async (stage) => {
      await ofColumn("name", (t) => t("column.colours"))(stage);
      await button(stage, stage.t("colours.add.duplicates")).click();
      await expect(stage.page.locator(".ag-cell.colour-rose").first()).toBeVisible();
    },
    close: async (stage) => {
      await dismiss(stage);
      await button(stage, stage.t("toolbar.undo")).click();
      await expect(stage.page.locator(".ag-cell.colour-rose")).toHaveCount(0);
    },
  },
  {
    name: "column-values",
    on: "sample",
    open: async (stage) => {
      await ofColumn("name", (t) => t("column.values"))(stage);
      await expect(dialog(stage).getByRole("listitem").nth(1)).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "pinned",
    on: "sample",
    open: async (stage) => {
      for (const field of ["name", "code"]) {
        await ofColumn(field, (t) => t("column.values"))(stage);
        await dialog(stage)
          .getByRole("checkbox", { name: stage.t("values.pin") })
          .check();
        if (field === "name")
          await dialog(stage).getByRole("listitem").nth(3).getByRole("checkbox").uncheck();
        await button(stage, stage.t("values.apply")).click();
      }
      await expect(stage.page.getByRole("region", { name: stage.t("pinned.label") })).toBeVisible();
    },
    close: async (stage) => {
      for (let step = 0; step < 3; step += 1) {
        await button(stage, stage.t("toolbar.undo")).click();
        await stage.page.waitForTimeout(200);
      }
    },
  },
  {
    name: "columns",
    on: "sample",
    open: opensBy(
      (t) => t("columns.label"),
      region((t) => t("columns.label")),
    ),
    close: async (stage) => {
      await region((t) => t("columns.label"))(stage)
        .getByRole("button", { name: stage.t("common.close") })
        .click();
    },
  },
  { name: "settings", on: "sample", open: opensBy((t) => t("toolbar.settings"), dialog), close: dismiss },
  {
    name: "settings-workbook",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.settings")).click();
      await stage.page.getByRole("tab", { name: stage.t("settings.workbook") }).click();
      await expect(stage.page.getByRole("combobox", { name: stage.t("settings.currency") })).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "sheet-editing",
    on: "sample",
    open: async (stage) => {
      // By keyboard: on a small screen the column is not drawn yet.
      await cell(stage, 2, "name").click();
      for (let step = 0; step < 9; step += 1) await stage.page.keyboard.press("ArrowRight");
      await stage.page.keyboard.press("F2");
      await stage.page.keyboard.press("ControlOrMeta+a");
      await stage.page.keyboard.insertText("abc");
      await stage.page.keyboard.press("Enter");
    },
    close: async ({ page }) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+Home");
    },
  },
  {
    name: "calendar",
    on: "sample",
    open: async (stage) => {
      await cell(stage, 2, "name").click();
      for (let step = 0; step < 10; step += 1) await stage.page.keyboard.press("ArrowRight");
      await stage.page.keyboard.press("Alt+ArrowDown");
      await expect(stage.page.getByRole("gridcell", { selected: true }).last()).toBeFocused();
    },
    close: async ({ page }) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+Home");
    },
  },
  {
    name: "sheet-searched",
    on: "sample",
    open: async ({ page }) => {
      await page.getByRole("searchbox").fill("an");
      await page.waitForTimeout(300);
    },
    close: async ({ page }) => {
      await page.getByRole("searchbox").fill("");
      await page.waitForTimeout(300);
    },
  },
  {
    name: "sheet-no-match",
    on: "sample",
    open: async (stage) => {
      await stage.page.getByRole("searchbox").fill("qqzzqq");
      await expect(button(stage, stage.t("grid.showAll"))).toBeVisible();
    },
    close: async (stage) => {
      await button(stage, stage.t("grid.showAll")).click();
    },
  },
  {
    name: "sort",
    on: "sample",
    open: async (stage) => {
      await opensBy((t) => t("toolbar.sort"), dialog)(stage);
      await button(stage, stage.t("sort.add")).click();
      await button(stage, stage.t("sort.add")).click();
      await expect(dialog(stage).getByRole("listitem")).toHaveCount(2);
    },
    close: async (stage) => {
      await button(stage, stage.t("sort.clear")).click();
      await dismiss(stage);
    },
  },
  {
    name: "filter",
    on: "sample",
    open: async (stage) => {
      await opensBy((t) => t("toolbar.filter"), dialog)(stage);
      await button(stage, stage.t("filter.add")).click();
    },
    close: dismiss,
  },
  {
    name: "status-rule",
    on: "sample",
    open: async (stage) => {
      await cell(stage, 1, "name").click();
      await stage.page.keyboard.press("ControlOrMeta+k");
      await stage.page.getByRole("combobox").last().fill(stage.t("life.open"));
      await stage.page.getByRole("option").first().click();
      await expect(dialog(stage).getByRole("button", { name: stage.t("life.useStates") })).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "tier-rule",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.charts")).click();
      await button(stage, stage.t("tierRule.open")).click();
      await expect(dialog(stage).getByRole("table")).toBeVisible();
    },
    close: async (stage) => {
      await dismiss(stage);
      await button(stage, stage.t("toolbar.charts")).click();
    },
  },
  {
    name: "view-menu",
    on: "sample",
    open: async ({ page }) => {
      await page.locator(".view-button").click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "sheet-menu",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("sheets.more")).click();
      await expect(stage.page.getByRole("menu")).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "palette",
    on: "sample",
    open: async (stage) => {
      await stage.page.keyboard.press("ControlOrMeta+k");
      await expect(dialog(stage)).toBeVisible();
      await stage.page.keyboard.type("an");
      await expect(stage.page.getByRole("option").last()).toContainText("·");
    },
    close: dismiss,
  },
  {
    name: "shortcuts",
    on: "sample",
    open: async (stage) => {
      await stage.page.keyboard.press("F1");
      await expect(dialog(stage)).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "find",
    on: "sample",
    open: async (stage) => {
      await stage.page.keyboard.press("ControlOrMeta+h");
      await stage.page.getByRole("textbox", { name: stage.t("find.text"), exact: true }).fill("a");
      await expect(stage.page.getByRole("status", { name: stage.t("find.result") })).toHaveText(/\d/);
    },
    close: async (stage) => {
      await button(stage, stage.t("common.close")).click();
    },
  },
  {
    name: "replace-all",
    on: "sample",
    open: async (stage) => {
      await stage.page.keyboard.press("ControlOrMeta+h");
      await stage.page.getByRole("textbox", { name: stage.t("find.text"), exact: true }).fill("1");
      await stage.page.getByRole("textbox", { name: stage.t("find.by"), exact: true }).fill("x");
      await button(stage, stage.t("find.replaceAll")).click();
      await expect(dialog(stage)).toBeVisible();
    },
    close: async (stage) => {
      await dismiss(stage);
      const close = button(stage, stage.t("common.close"));
      // What was found stood far to the right, and may come into sight only now.
      await expect(async () => {
        // One Escape too many closed it; and the dialog hides it for a moment longer.
        if (await close.isVisible()) await close.click({ timeout: 1000 });
        await stage.page.keyboard.press("ControlOrMeta+Home");
        await expect(stage.page.locator('.ag-header-cell[col-id="name"]')).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 20_000 });
    },
  },
  {
    name: "column-menu",
    on: "sample",
    open: async (stage) => {
      await stage.page.locator('.ag-header-cell[col-id="name"]').click({ button: "right" });
      await expect(stage.page.getByRole("menu").first()).toBeVisible();
    },
    close: dismiss,
  },
  { name: "import", on: "sample", open: importing(null), close: dismiss },
  { name: "import-update", on: "sample", open: importing(csvFile("update.csv", CHANGED)), close: dismiss },
  {
    name: "imports",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.import")).click();
      await dialog(stage)
        .getByRole("button", { name: stage.t("imports.title"), exact: true })
        .click();
      await expect(dialog(stage)).toContainText(stage.t("imports.none"));
    },
    close: dismiss,
  },
  {
    name: "import-report",
    on: "sample",
    open: async (stage) => {
      await importing(csvFile("report.csv", REPORT))(stage);
      await dialog(stage).locator("summary").first().click();
      await expect(dialog(stage).locator(".import-left").first()).toBeVisible();
    },
    close: dismiss,
  },
  { name: "duplicates", on: "sample", open: duplicates, close: dismiss },
  {
    name: "merge",
    on: "sample",
    open: async (stage) => {
      await duplicates(stage);
      await button(stage, stage.t("duplicates.merge")).click();
      await expect(dialog(stage).getByRole("radio").first()).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "import-refused",
    on: "sample",
    open: importing({
      name: "book.xlsx",
      mimeType: "",
      buffer: Buffer.from("PK\u0003\u0004xl/workbook.xml"),
    }),
    close: dismiss,
  },
  {
    name: "workbooks",
    on: "sample",
    open: async (stage) => {
      await stage.page.locator("h1 button").click();
      await expect(dialog(stage).getByRole("listitem").first()).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "safety",
    on: "sample",
    open: async (stage) => {
      await stage.page.locator(".safety").click();
      await expect(dialog(stage)).toBeVisible();
    },
    close: dismiss,
  },
  { name: "export", on: "sample", open: opensBy((t) => t("toolbar.export"), dialog), close: dismiss },
  {
    name: "export-checks",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.export")).click();
      await dialog(stage)
        .getByRole("combobox", { name: stage.t("export.preset") })
        .selectOption("datev");
      await expect(dialog(stage).getByRole("alert")).toBeVisible();
      await dialog(stage).locator("summary").first().click();
    },
    close: dismiss,
  },
  {
    name: "export-template",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.export")).click();
      await dialog(stage)
        .getByRole("combobox", { name: stage.t("export.preset") })
        .selectOption("template");
      await dialog(stage)
        .locator("input[type=file]")
        .setInputFiles(csvFile("a.csv", "客户编码,单位名称,Amount\r\n"));
      await expect(dialog(stage).locator("pre")).toBeVisible();
      for (const part of await dialog(stage).locator("summary").all()) await part.click();
    },
    close: dismiss,
  },
  { name: "save-file", on: "sample", open: opensBy((t) => t("toolbar.file"), dialog), close: dismiss },
  {
    name: "charts",
    on: "sample",
    open: async (stage) => {
      await opensBy(
        (t) => t("toolbar.charts"),
        region((t) => t("charts.label")),
      )(stage);
      await expect(stage.page.locator("canvas").first()).toBeVisible();
      // Their bars grow.
      await stage.page.waitForTimeout(400);
    },
    close: toggled((t) => t("toolbar.charts")),
  },
  {
    name: "charts-dashboard",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.charts")).click();
      for (const what of ["years", "flow", "funnel", "rfm", "groups"]) {
        await button(stage, stage.t("chart.add")).click();
        await dialog(stage)
          .getByRole("combobox", { name: stage.t("chart.dialog.what"), exact: true })
          .selectOption(what);
        await dialog(stage)
          .getByRole("button", { name: stage.t("chart.dialog.add") })
          .click();
        await expect(dialog(stage)).toHaveCount(0);
      }
      const wide = button(stage, stage.t("chart.wide"));
      if (await wide.isVisible()) await wide.click();
      await expect(stage.page.locator("canvas")).toHaveCount(8);
      await stage.page.waitForTimeout(400);
    },
    close: async (stage) => {
      for (let step = 0; step < 5; step += 1) await button(stage, stage.t("toolbar.undo")).click();
      await button(stage, stage.t("toolbar.charts")).click();
    },
  },
  {
    name: "chart-tables",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.charts")).click();
      const tables = stage.page.getByRole("button", { name: stage.t("charts.asTable") });
      await expect(tables).toHaveCount(3);
      for (const table of await tables.all()) await table.click();
      await expect(region((t) => t("charts.label"))(stage).getByRole("table")).toHaveCount(3);
    },
    close: toggled((t) => t("toolbar.charts")),
  },
  {
    name: "chart-menu",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.charts")).click();
      await stage.page.locator(".chart-head [aria-haspopup=menu]").first().click();
      await expect(stage.page.getByRole("menu")).toBeVisible();
    },
    close: async (stage) => {
      await dismiss(stage);
      await button(stage, stage.t("toolbar.charts")).click();
    },
  },
  {
    name: "chart-add",
    on: "sample",
    open: async (stage) => {
      await button(stage, stage.t("toolbar.charts")).click();
      await button(stage, stage.t("chart.add")).click();
      await expect(dialog(stage)).toBeVisible();
    },
    close: async (stage) => {
      await dismiss(stage);
      await button(stage, stage.t("toolbar.charts")).click();
    },
  },
  {
    name: "print",
    on: "sample",
    open: async (stage) => {
      await stage.page.keyboard.press("ControlOrMeta+p");
      await expect(dialog(stage)).toBeVisible();
    },
    close: dismiss,
  },
  {
    name: "history",
    on: "sample",
    open: opensBy(
      (t) => t("toolbar.history"),
      region((t) => t("history.label")),
    ),
    close: toggled((t) => t("toolbar.history")),
  },
  {
    name: "record",
    on: "sample",
    open: async (stage) => {
      await cell(stage, 2, "name").click();
      await stage.page.keyboard.press("Space");
      await expect(
        region((t) => t("record.label"))(stage)
          .getByRole("textbox")
          .first(),
      ).toBeVisible();
    },
    close: async ({ page }) => {
      await page.keyboard.press("Escape");
    },
  },
  { name: "sheet-blank", on: "blank", open: nothing, close: nothing },
  {
    name: "charts-blank",
    on: "blank",
    open: opensBy(
      (t) => t("toolbar.charts"),
      region((t) => t("charts.label")),
    ),
    close: toggled((t) => t("toolbar.charts")),
  },
  {
    name: "charts-compared",
    on: "aged",
    open: async (stage) => {
      const { page, t } = stage;
      await cell(stage, 3, "code").click();
      for (let row = 0; row < 4; row += 1) await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("ControlOrMeta+-");
      await expect(cell(stage, 3, "code")).not.toHaveText("00144");
      await button(stage, t("toolbar.charts")).click();
      await page.getByLabel(t("chart.compare"), { exact: true }).fill(dayAgo(20));
      await expect(page.locator(".chart-note")).not.toHaveCount(0);
    },
    close: toggled((t) => t("toolbar.charts")),
  },
  {
    name: "rescue",
    on: "rescue",
    open: async ({ page }) => {
      // Until it has looked at everything.
      await expect(page.getByRole("button").first()).toBeVisible();
    },
    close: nothing,
  },
];

/** What one test walks: few enough that it ends in time on a slow machine, however many screens there are. */
const PART = 9;
export const PARTS: readonly (readonly Screen[])[] = Array.from(
  { length: Math.ceil(SCREENS.length / PART) },
  (_, part) => SCREENS.slice(part * PART, (part + 1) * PART),
);

/** A dialog or a menu, which is the same on every device but for its place. */
export const floats = ({ close }: Screen): boolean => close === dismiss;

export const namesOf = (part: readonly Screen[]): string => part.map(({ name }) => name).join(", ");

const ADDRESS = { start: "/", blank: "/#new", sample: "/", aged: "/#new", rescue: "/rescue.html" } as const;

const rowsShown = (stage: Stage): Promise<void> =>
  expect(cell(stage, 3, "name")).toBeVisible({ timeout: 20_000 });

/** The sample as it was begun a while ago, and opened again. */
async function age(stage: Stage): Promise<void> {
  const { page, t } = stage;
  const setRight = await setClockBack(page, 40);
  await page.goto(ADDRESS.aged);
  await button(stage, t("start.sample")).click();
  await rowsShown(stage);
  await expect(page.getByRole("status", { name: t("saving.label") })).toHaveText(t("saving.saved"));
  await setRight();
  await page.goto(ADDRESS.sample);
  await rowsShown(stage);
}

/** A fresh profile to walk on, without service workers; `visit` is called at each screen, which stands open. */
export async function walk(
  stage: Stage,
  visit: (screen: Screen) => Promise<void>,
  screens: readonly Screen[] = SCREENS,
): Promise<void> {
  let on: Screen["on"] | null = null;
  for (const screen of screens) {
    if (screen.on !== on) {
      // From the same page with another fragment it would not be loaded anew.
      await stage.page.goto("about:blank");
      if (screen.on === "aged") await age(stage);
      else await stage.page.goto(ADDRESS[screen.on]);
      if (screen.on === "blank") {
        await button(stage, stage.t("start.blank")).click();
        await expect(stage.page.locator(".sheet-empty")).toBeVisible();
      } else if (screen.on === "sample") {
        await button(stage, stage.t("start.sample")).click();
        await rowsShown(stage);
      } else await expect(stage.page.getByRole("heading").first()).toBeVisible();
      on = screen.on;
    }
    await screen.open(stage);
    await visit(screen);
    await screen.close(stage);
  }
}
