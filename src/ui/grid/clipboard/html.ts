/** The first table of an HTML text, as texts. Parsed into a document of its own, which runs nothing and loads nothing. */

/** Cells that one may span; more is no table that anyone made. */
const MOST_SPAN = 1000;

/** Text as it is laid out: line breaks where the source has elements for them, other white space as one space. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replace(/[ \t\r\n\f]+/g, " ");
  if (!(node instanceof Element)) return "";
  if (node.tagName === "BR") return "\n";
  if (["STYLE", "SCRIPT", "TABLE", "NOSCRIPT", "TEMPLATE"].includes(node.tagName)) return "";
  const inner = Array.from(node.childNodes, textOf).join("");
  return ["P", "DIV", "LI"].includes(node.tagName) ? `${inner}\n` : inner;
}

const trimmed = (text: string): string =>
  text
    .replace(/ *\n */g, "\n")
    .replace(/^[ \n]+|[ \n]+$/g, "")
    .replaceAll("\u00a0", " ");

const spanOf = (value: number): number => Math.min(MOST_SPAN, Math.max(1, value));

/** Named, so that the page's policy lets HTML pass here and nowhere else: into a document that is never shown. */
const inert = {
  // None of it would work there; but the browser reports it as a breach of the policy.
  createHTML: (html: string): string =>
    html
      .replace(/<style[^>]*>[\s\S]*?<\/style\s*>/gi, "")
      .replace(/<[^>]*>/g, (tag) => tag.replace(/\s(on\w+|style)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, " ")),
};
const policy = window.trustedTypes?.createPolicy("tierbook-inert", inert) ?? inert;

/** Merged cells stand at their first place; the others they cover are empty. Null: there is no table. */
export function readHtmlTable(html: string): readonly (readonly string[])[] | null {
  const table = new DOMParser().parseFromString(policy.createHTML(html), "text/html").querySelector("table");
  if (table === null) return null;
  const rows: string[][] = Array.from(table.rows, () => []);
  for (const [index, { cells }] of Array.from(table.rows).entries()) {
    let column = 0;
    for (const cell of cells) {
      while (rows[index]?.[column] !== undefined) column += 1;
      const text = trimmed(textOf(cell));
      for (let down = 0; down < spanOf(cell.rowSpan); down++) {
        for (let right = 0; right < spanOf(cell.colSpan); right++) {
          const row = rows[index + down];
          if (row !== undefined) row[column + right] = down === 0 && right === 0 ? text : "";
        }
      }
    }
  }
  return rows.length === 0 ? null : rows.map((row) => Array.from(row, (text) => text ?? ""));
}
