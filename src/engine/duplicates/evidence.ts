/** What makes two rows look like the same customer: texts brought to what they have in common however they are written. */
import type { FieldId } from "../../core/model/index.ts";

export const EVIDENCE = ["taxNumber", "email", "phone", "name", "company", "sound"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Of a hundred. A sound is that of a Chinese name, of which many are alike. */
export const WEIGHT: Readonly<Record<Evidence, number>> = {
  taxNumber: 90,
  email: 60,
  phone: 50,
  name: 45,
  company: 25,
  sound: 20,
};

/** Pairs with less than this are not worth anyone's time. */
export const LEAST_SCORE = 45;

/** A field, and what its texts are evidence of. */
export interface Telling {
  readonly field: FieldId;
  readonly as: Exclude<Evidence, "sound">;
}

const MARKS = /\p{M}+/gu;
const LETTERS = /[^\p{L}\p{N}]+/gu;

/** Forms of companies, which some write and others leave out. */
const FORMS = new Set(
  "ltd limited inc incorporated corp corporation co company llc llp plc gmbh ag kg ohg mbh ug ev sa sas sarl srl spa bv nv ab as oy aps pty pte kk and und et the".split(
    " ",
  ),
);
const HAN_FORMS =
  /(股份有限公司|有限责任公司|有限責任公司|集团有限公司|集團有限公司|有限公司|分公司|总公司|總公司|公司|集团|集團|商行|工作室|（[^）]*）)$/u;
const HAN = /\p{Script=Han}/u;
/** Digits at the end of a number that tell it apart, whatever prefix of a country or a trunk stands before. */
const TELLING_DIGITS = 9;
const LEAST_DIGITS = 7;

const BEYOND_ASCII = /[^\0-\x7f]/;

/** Most texts have nothing to normalize. */
const folded = (text: string): string =>
  BEYOND_ASCII.test(text)
    ? text.normalize("NFKD").replace(MARKS, "").normalize("NFKC").toLowerCase()
    : text.toLowerCase();

/** Blind to case, width, accents, punctuation, the form of a company and the order of its words. */
export function nameKey(text: string): string {
  let plain = folded(text).trim();
  if (HAN.test(plain)) {
    plain = plain.replace(/[\s（）()·・]+/gu, (found) =>
      /[（）()]/.test(found) ? found.replace("(", "（").replace(")", "）") : "",
    );
    const bare = plain.replace(HAN_FORMS, "");
    return (bare === "" ? plain : bare).replace(LETTERS, "");
  }
  const words = plain.split(LETTERS).filter((word) => word !== "");
  const telling = words.filter((word) => !FORMS.has(word));
  return (telling.length === 0 ? words : telling).sort().join(" ");
}

function phoneKey(text: string): string {
  const digits = text.normalize("NFKC").replace(/\D/g, "");
  return digits.length < LEAST_DIGITS ? "" : digits.slice(-TELLING_DIGITS);
}

const emailKey = (text: string): string => {
  const plain = folded(text).replace(/\s+/g, "");
  return plain.includes("@") ? plain : "";
};

const taxKey = (text: string): string => {
  const plain = folded(text).replace(LETTERS, "");
  return plain.length < 5 ? "" : plain;
};

/** "": the text is no evidence of that. */
export function evidenceKey(as: Telling["as"], text: string): string {
  switch (as) {
    case "taxNumber":
      return taxKey(text);
    case "email":
      return emailKey(text);
    case "phone":
      return phoneKey(text);
    case "name":
    case "company":
      return nameKey(text);
  }
}

/** How a Chinese name sounds; "": it is none, or nothing is known of sounds. */
export type Sound = (name: string) => string;
export const SOUNDLESS: Sound = () => "";
export const isHan = (text: string): boolean => /^\p{Script=Han}{2,}$/u.test(text);

export const scoreOf = (evidence: readonly Evidence[]): number =>
  Math.min(
    100,
    evidence.reduce((sum, each) => sum + WEIGHT[each], 0),
  );
