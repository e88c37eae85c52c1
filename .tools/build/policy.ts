/**
 * The Content-Security-Policy of the built pages: nothing runs, loads or is sent anywhere but what this build made. Made
 * by the build, because the Rescue page has a style element, which it names by its hash.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

interface Needs {
  /** Texts of style elements. */
  readonly styles: readonly string[];
  /** Names of the policies of Trusted Types. */
  readonly trusted: readonly string[];
}

function policyOf({ styles, trusted }: Needs): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...new Set(styles.map(hashOf))].join(" "),
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trusted.length === 0 ? "'none'" : trusted.join(" ")}`,
  ].join("; ");
}

const CHARSET = '<meta charset="utf-8" />';

/** Behind the encoding, which has to be among the first 1,024 bytes, and before all that it is about. */
function withPolicy(html: string, needs: Needs): string {
  if (!html.includes(CHARSET)) throw new Error(`A page lacks ${CHARSET}.`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(needs)}" />`;
  return html.replace(CHARSET, () => `${CHARSET}\n    ${meta}`);
}

/** For a page that stands beside the app and shares nothing with it. */
export async function guardPage(dir: string, page: string): Promise<void> {
  const path = join(dir, page);
  const html = await readFile(path, "utf8");
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = ""]) => text);
  await writeFile(path, withPolicy(html, { styles, trusted: [] }));
}

/**
 * Solid makes its elements from HTML that the compiler wrote. The policy that lets it is out of reach for all else: any
 * other HTML that a script would set from text is refused.
 */
const TEMPLATES = "tierbook-templates";
const SOLID = /\/solid-js\/web\/dist\/web\.js$/;
const SETS_HTML = "t.innerHTML = html;";

export const policy: Plugin = {
  name: "tierbook-policy",
  apply: "build",
  transform: {
    filter: { id: SOLID },
    handler(code) {
      if (code.split(SETS_HTML).length !== 2)
        this.error("Solid makes its templates otherwise than expected.");
      const rules = `{ createHTML: (html) => html }`;
      return {
        code: `const templates = globalThis.trustedTypes?.createPolicy("${TEMPLATES}", ${rules}) ?? ${rules};
${code.replace(SETS_HTML, "t.innerHTML = templates.createHTML(html);")}`,
        map: null,
      };
    },
  },
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle }) {
      if (bundle === undefined) return html;
      return withPolicy(html, { styles: [], trusted: [TEMPLATES, "tierbook-scripts", "tierbook-inert"] });
    },
  },
};
