/** vCard, which phones, mail programs and address books take: one card for each row. */
import type { Layout, Preset } from "./preset.ts";

const CARD: Layout = {
  columns: [
    "UID",
    "FN",
    "N family",
    "N given",
    "N middle",
    "ORG",
    "ORG unit",
    "TITLE",
    "TEL cell",
    "TEL work",
    "TEL fax",
    "EMAIL",
    "EMAIL 2",
    "ADR street",
    "ADR locality",
    "ADR region",
    "ADR code",
    "ADR country",
    "URL",
    "BDAY",
    "CATEGORIES",
    "NOTE",
  ],
  rules: {
    UID: { from: ["code"], unique: true },
    FN: { from: ["name"], or: ["company"], required: true },
    "N family": { from: ["lastName", "name"], part: "family" },
    "N given": { from: ["firstName", "name"], part: "given" },
    "N middle": { from: ["middleName"], part: "middle" },
    ORG: { from: ["company"] },
    "ORG unit": { from: ["department"] },
    TITLE: { from: ["title"] },
    "TEL cell": { from: ["mobile"] },
    "TEL work": { from: ["phone"] },
    "TEL fax": { from: ["fax"] },
    EMAIL: { from: ["email"] },
    "EMAIL 2": { from: ["email2"] },
    "ADR street": { from: ["street"] },
    "ADR locality": { from: ["city"] },
    "ADR region": { from: ["region", "district"] },
    "ADR code": { from: ["postcode"] },
    "ADR country": { from: ["country"] },
    URL: { from: ["website"] },
    BDAY: { from: ["birthday"] },
    CATEGORIES: { from: ["category"] },
    NOTE: { from: ["notes"] },
  },
};

export const vcard = {
  id: "vcard",
  kind: "vcard",
  extension: "vcf",
  version: "3.0",
  layout: CARD,
} as const satisfies Preset;

export const vcard4 = {
  id: "vcard4",
  kind: "vcard",
  extension: "vcf",
  version: "4.0",
  layout: CARD,
} as const satisfies Preset;
