/** Text to bytes in the encodings from before Unicode, against what iconv and the standards say. */
import { describe, expect, it } from "vitest";
import { encoderOf } from "../../../src/exchange/index.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("encoders", () => {
  it.each([
    ["windows-1252", "Müller €–Ž", "4dfc6c6c65722080968e"],
    ["macintosh", "Müller é", "4d9f6c6c6572208e"],
    ["gbk", "客户编码€", "bfcdbba7b1e0c2eb80"],
    ["gb18030", "客户𠮷😀", "bfcdbba79534b2359439fc36"],
    ["big5", "客戶編號", "abc8a4e1bd73b8b9"],
    ["utf-16le", "A张", "4100205f"],
    ["utf-16be", "A张", "00415f20"],
    ["utf-8", "é张", "c3a9e5bca0"],
  ] as const)("%s writes %s", (encoding, text, bytes) => {
    const { encode, lackedBy } = encoderOf(encoding);
    expect(hex(encode(text))).toBe(bytes);
    expect(lackedBy(text)).toBeNull();
  });

  it.each([
    ["windows-1252", "Łódź", "Ł"],
    ["macintosh", "ok 张", "张"],
    ["gbk", "吉 𠮷", "𠮷"],
    ["big5", "張 们", "们"],
    ["utf-8", "half \ud83d", "\ud83d"],
    ["utf-16le", "half \udc00", "\udc00"],
  ] as const)("%s says of %s what it lacks", (encoding, text, char) => {
    expect(encoderOf(encoding).lackedBy(text)).toBe(char);
  });

  it("what was written in GB18030 reads back, whatever it is", () => {
    const all = Array.from({ length: 0x11000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    const { encode, lackedBy } = encoderOf("gb18030");
    const whole = all.filter((char) => lackedBy(char) === null);
    // Some of the private use area is read as what Unicode has since given a place of its own.
    expect(all.length - whole.length).toBeLessThan(100);
    expect(new TextDecoder("gb18030", { ignoreBOM: true }).decode(encode(whole.join("")))).toBe(
      whole.join(""),
    );
  });
});
