/** What is kept of the device's preferences, and that no text in their place does harm. */
import { describe, expect, it } from "vitest";
import { readPreferences } from "../../../src/app/device.ts";

const NONE = { language: null, theme: null, density: "comfortable", guide: 0 };

describe("preferences of the device", () => {
  it("come back as they were kept", () => {
    const chosen = { language: "zh-TW", theme: "contrast", density: "compact", guide: null } as const;
    expect(readPreferences(JSON.stringify(chosen))).toEqual(chosen);
    expect(readPreferences(JSON.stringify(NONE))).toEqual(NONE);
  });

  it.each([null, "", "{", "null", "7", "[]", '{"language":"xx","theme":1,"density":{}}', '{"__proto__":{}}'])(
    "are the system's where %s is kept",
    (text) => {
      expect(readPreferences(text)).toEqual(NONE);
    },
  );

  it("keeps what is known of a text that is half known", () => {
    expect(readPreferences('{"theme":"dark","language":"tlh"}')).toEqual({ ...NONE, theme: "dark" });
  });
});
