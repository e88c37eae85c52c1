/** The locale and currency a new workbook is made with. */
import { expect, it } from "vitest";
import { currencyOf, localeTag } from "../../../src/app/place.ts";

it.each([
  ["zh-CN", "CNY"],
  ["zh-TW", "TWD"],
  ["zh-Hant-HK", "HKD"],
  ["en", "USD"],
  ["en-GB", "GBP"],
  ["de-AT", "EUR"],
  ["fr", "EUR"],
  ["sv", "SEK"],
  ["ja", "JPY"],
])("people of %s count in %s", (tag, currency) => {
  expect(currencyOf(tag)).toBe(currency);
});

it("the browser's own locale is kept where it is of the interface's language", () => {
  expect(localeTag("en", ["en-GB", "en"])).toBe("en-GB");
  expect(localeTag("zh-TW", ["zh-HK", "en"])).toBe("zh-HK");
  expect(localeTag("en", ["sv-SE"])).toBe("en");
});
