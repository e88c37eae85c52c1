/** How Han characters sound in Mandarin, loaded when it is first asked: the dictionary is large. */

/** Without tones; ü stays one. What has no sound comes back as it is written. */
export interface Pinyin {
  /** A syllable for each character, as its neighbours have it read. */
  readonly syllables: (text: string) => readonly string[];
  /** Every way to read one character: surnames are often read otherwise. */
  readonly readings: (char: string) => readonly string[];
}

/** Rejects where it cannot be had. */
export async function loadPinyin(): Promise<Pinyin> {
  const { pinyin } = await import("pinyin-pro");
  return {
    syllables: (text) => pinyin(text, { toneType: "none", type: "array" }),
    readings: (char) => pinyin(char, { toneType: "none", type: "array", multiple: true }),
  };
}
