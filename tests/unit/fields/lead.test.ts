/** What a cell leads to: only four schemes, and each address is made here, whatever the cell holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailLead, phoneLead, webLead } from "../../../src/fields/shared/lead.ts";
import { check } from "../../support/property.ts";

const href = (lead: { readonly href: string } | null): string | null => lead?.href ?? null;

describe("leads", () => {
  it.each([
    ["+34 954 075 933", "tel:+34954075933"],
    ["(010) 8888-6666", "tel:01088886666"],
    ["138 0000 1111", "tel:13800001111"],
    ["１３８００００１１１１", "tel:13800001111"],
    ["*100#", "tel:*100%23"],
  ])("calls %j", (text, to) => expect(href(phoneLead(text))).toBe(to));

  it.each(["", "12", "none", "javascript:1", "call 555-1234"])("does not call %j", (text) =>
    expect(phoneLead(text)).toBeNull(),
  );

  it.each([
    ["ann@x.example", "mailto:ann@x.example"],
    [" ann@x.example ", "mailto:ann@x.example"],
    ["a?cc=b&body=c@x.example", "mailto:a%3Fcc%3Db%26body%3Dc@x.example"],
    ["张伟@例子.公司", `mailto:${encodeURIComponent("张伟")}@${encodeURIComponent("例子.公司")}`],
  ])("writes to %j", (text, to) => expect(href(mailLead(text))).toBe(to));

  it.each([
    "ann",
    "ann@x",
    "a@b@c.de",
    "ann@x.example?cc=b@y.example",
    "a b@x.example",
    "a@x.example,b@x.example",
  ])("does not write to %j", (text) => expect(mailLead(text)).toBeNull());

  it.each([
    ["https://x.example/a?b=1#c", "https://x.example/a?b=1#c"],
    ["HTTP://X.example", "http://x.example/"],
    ["x.example/a", "https://x.example/a"],
    ["www.例子.公司", "https://www.xn--fsqu00a.xn--55qx5d/"],
    ["mailto:ann@x.example", "mailto:ann@x.example"],
    ["tel:+34 954", "tel:+34954"],
  ])("opens %j", (text, to) => expect(href(webLead(text))).toBe(to));

  it.each([
    "",
    "some words",
    "javascript:alert(1)",
    "JavaScript:alert(1)//x.example",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "blob:https://x.example/a",
    "file:///etc/passwd",
    "//x.example",
    "https://",
    "1.234,50",
  ])("does not open %j", (text) => expect(webLead(text)).toBeNull());

  it("never lead anywhere but to tel, mailto, http and https", () => {
    const schemes = fc.constantFrom(
      "javascript:",
      "data:",
      "https://",
      "http://",
      "mailto:",
      "tel:",
      "file:",
      "",
    );
    const texts = fc
      .tuple(schemes, fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress()))
      .map(([a, b]) => a + b);
    check(
      fc.property(texts, (text) => {
        for (const lead of [phoneLead(text), mailLead(text), webLead(text)]) {
          if (lead !== null)
            expect(["tel:", "mailto:", "http:", "https:"]).toContain(new URL(lead.href).protocol);
        }
      }),
      1000,
    );
  });
});
