/**
 * What is printed: plain elements beside the page, which a print stylesheet shows in the page's place. Made when it is asked
 * for, and gone when the printer has it.
 */
import "./print.css";

export type Paper = "a4" | "letter";
export type Turned = "portrait" | "landscape";

export interface Heading {
  /** At the left of every page's top, and at its right. */
  readonly left: string;
  readonly right: string;
}

/** As a string of CSS. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ""} `)}"`;

/** Heading and page numbers stand in the margins, where the browser repeats them. */
function pageRules(paper: Paper, turned: Turned, heading: Heading): string {
  const size = `${paper === "a4" ? "A4" : "letter"} ${turned}`;
  return `@page {
    size: ${size};
    margin: 18mm 12mm 16mm;
    font: 9pt system-ui, sans-serif;
    @top-left { content: ${quoted(heading.left)}; }
    @top-right { content: ${quoted(heading.right)}; }
    @bottom-right { content: counter(page) " / " counter(pages); }
  }`;
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = "",
  text = "",
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}

/** Beside the page, laid out as wide as the paper so that charts know their room. */
export function layPaper(paper: Paper, turned: Turned): HTMLElement {
  for (const old of document.querySelectorAll(".print-paper")) old.remove();
  const made = element("div", "print-paper");
  made.dataset["paper"] = paper;
  made.dataset["turned"] = turned;
  made.inert = true;
  return document.body.appendChild(made);
}

/** Opens the browser's own dialog. What was laid stays until that is done with it. */
export function print(laid: HTMLElement, paper: Paper, turned: Turned, heading: Heading): void {
  // Rules made by script: the policy of the page forbids others, and the heading is the owner's.
  const rules = new CSSStyleSheet();
  rules.replaceSync(pageRules(paper, turned, heading));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const done = (): void => {
    laid.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules);
  };
  addEventListener("afterprint", done, { once: true });
  window.print();
}
