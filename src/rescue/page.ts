/** The Rescue page: what was found, and what can be done with it. Plain DOM, all text as text. */
import { tightFor } from "../app/room.ts";
import type { Language, Translate } from "../i18n/index.ts";
import { momentText } from "../i18n/time.ts";
import { damageText, openFailureText, setBackTexts } from "../i18n/wording.ts";
import { StorageError } from "../storage/keyvalue.ts";
import { download } from "../ui/kit/download.ts";
import { csvFiles, type Deeds, restore } from "./act.ts";
import { forgetApp } from "./anew.ts";

import { type Finding, findAll, type State } from "./find.ts";

type Child = Node | string;

function make(tag: keyof HTMLElementTagNameMap, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

function button(words: string, act: () => unknown): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = words;
  element.addEventListener("click", () => void act());
  return element;
}

class RescuePage {
  private readonly main: HTMLElement;
  private readonly deeds: Deeds;
  private readonly t: Translate;
  private readonly language: Language;
  private readonly status = make("p");

  constructor(main: HTMLElement, deeds: Deeds, t: Translate, language: Language) {
    this.main = main;
    this.deeds = deeds;
    this.t = t;
    this.language = language;
    this.status.setAttribute("role", "status");
  }

  async show(): Promise<void> {
    const { t } = this;
    document.title = `${t("rescue.title")} – ${t("app.name")}`;
    this.status.textContent = t("rescue.looking");
    this.main.replaceChildren(make("h1", t("rescue.title")), make("p", t("rescue.what")), this.status);
    await this.trying(async () => {
      const findings = await findAll(this.deeds);
      this.status.textContent = findings.some(({ states }) => states.length > 0) ? "" : t("rescue.nothing");
      const outside = make("p", t("rescue.outside"));
      this.main.append(...findings.map((finding) => this.workbook(finding)), outside, this.ways(findings));
    });
  }

  /** Runs what may fail; says so where it did. */
  private async trying(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const why = error instanceof StorageError ? openFailureText(this.t, error.failure) : String(error);
      this.status.textContent = this.t("rescue.wrong", { why });
    }
  }

  private workbook(finding: Finding): HTMLElement {
    const { t } = this;
    const { name, states, witness, problem } = finding;
    const section = make("section", make("h2", name || t("rescue.unnamed")));
    const own = states.find(({ copy }) => copy === null);
    if (problem === "tooNew") section.append(make("p", t("phase.tooNew.title")));
    else if (problem !== null) section.append(make("p", openFailureText(t, problem)));
    if (witness !== null || own === undefined) {
      const found = own === undefined ? null : { seq: own.standpoint.seq, rows: [] };
      const [was, is] = setBackTexts(t, { witness, found }, this.language);
      for (const text of own === undefined ? [was, is] : [was]) {
        if (text !== undefined) section.append(make("p", text));
      }
    }
    section.append(...states.map((state) => this.state(finding, state)));
    return section;
  }

  private state(finding: Finding, state: State): HTMLElement {
    const { t } = this;
    const { copy, workbook, standpoint, rows, damage, behind, partly } = state;
    const when = state.time === null ? "" : momentText(this.language, state.time, Date.now());
    const title = copy === null ? t("rescue.database") : t("rescue.copy", { when });
    const article = make("article", make("h3", title));
    article.setAttribute("aria-label", title);
    article.append(make("p", t("rescue.holds", { rows, seq: standpoint.seq, when })));
    if (finding.witness !== null) article.append(make("p", behind ? t("rescue.behind") : t("rescue.all")));
    if (damage.length > 0) {
      const items = damage.map((each) => make("li", damageText(t, each, workbook)));
      article.append(make("ul", ...items));
    }
    const words = copy === null ? t("rescue.open") : t("rescue.restore");
    const buttons = make(
      "div",
      button(t("rescue.csv"), () => this.export(state)),
    );
    if (!partly) buttons.prepend(button(words, () => this.restore(finding, state)));
    article.append(buttons);
    if (copy !== null) void this.tellRoom(article, state.size);
    return article;
  }

  /** Before anything is written; whoever likes may try. */
  private async tellRoom(article: HTMLElement, size: number): Promise<void> {
    const tight = await tightFor(size, "copy");
    if (tight !== null) article.append(make("p", this.t("room.tight", tight)));
  }

  private restore(finding: Finding, state: State): Promise<void> {
    return this.trying(async () => {
      this.status.textContent = this.t("rescue.restoring");
      if (await restore(this.deeds, finding, state)) location.assign("./");
      else this.sayUnreadable();
    });
  }

  private sayUnreadable(): void {
    this.status.textContent = this.t("rescue.wrong", { why: this.t("rescue.unreadable") });
  }

  private export(state: State): Promise<void> {
    return this.trying(async () => {
      const files = await csvFiles(state);
      if (files === null) this.sayUnreadable();
      // One that cannot be handed over keeps no other back.
      const given = await Promise.allSettled((files ?? []).map(({ name, blob }) => download(blob, name)));
      for (const each of given) if (each.status === "rejected") throw each.reason;
    });
  }

  private ways(findings: readonly Finding[]): HTMLElement {
    const { t } = this;
    const back = document.createElement("a");
    back.href = "./";
    back.textContent = t("rescue.back");
    return make(
      "footer",
      back,
      button(t("rescue.app"), () => this.fetchApp()),
      button(t("rescue.anew"), () => this.confirmAnew(findings)),
    );
  }

  private fetchApp(): Promise<void> {
    return this.trying(async () => {
      if (await forgetApp()) location.assign("./");
      else this.status.textContent = this.t("rescue.noHost");
    });
  }

  /** Names what would be given up. */
  private confirmAnew(findings: readonly Finding[]): void {
    const { t } = this;
    const dialog = document.createElement("dialog");
    const given = findings.map(({ name, states, witness }) => {
      const rows = states[0]?.rows ?? witness?.rows.reduce((sum, each) => sum + each.rows, 0) ?? 0;
      return make("li", t("rescue.given", { name: name || t("rescue.unnamed"), rows }));
    });
    const title = make("h2", t("rescue.anew.title"));
    title.id = "anew";
    dialog.setAttribute("aria-labelledby", title.id);
    const yes = button(t("rescue.anew"), () => location.assign("./#new"));
    const no = button(t("rescue.cancel"), () => dialog.close());
    no.autofocus = true;
    dialog.append(title, make("p", t("rescue.anew.what")), make("ul", ...given), make("div", no, yes));
    dialog.addEventListener("close", () => dialog.remove());
    this.main.append(dialog);
    dialog.showModal();
  }
}

export function createPage(main: HTMLElement, deeds: Deeds, t: Translate, language: Language): Promise<void> {
  return new RescuePage(main, deeds, t, language).show();
}
