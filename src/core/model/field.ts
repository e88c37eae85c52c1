/**
 * A field is a column's definition. `kind` names the folder of `fields/` that parses and shows it; `type`
 * says how the value is stored, which is all the engine and the storage need to know.
 */
import type { ChoiceId, FieldId } from "./ids.ts";

/** Hues that choices may wear; the interface maps them to tokens, tiers use the first four. */
export const HUES = ["violet", "teal", "amber", "slate", "blue", "rose", "green", "sand"] as const;
export type Hue = (typeof HUES)[number];

export interface Choice {
  readonly id: ChoiceId;
  readonly label: string;
  readonly hue: Hue;
}

export type FieldType =
  | { readonly storage: "text" }
  /** Scaled by 10^decimals; `decimals` is what is stored, not only what is shown. */
  | { readonly storage: "integer"; readonly decimals: number }
  | { readonly storage: "day" }
  | { readonly storage: "flag" }
  | { readonly storage: "choice"; readonly choices: readonly Choice[] }
  | { readonly storage: "choices"; readonly choices: readonly Choice[] };

export type Storage = FieldType["storage"];

/** What a built-in field means, whatever its name: how imports recognise it and charts find it. */
export const ROLES = [
  "code",
  "name",
  "company",
  "category",
  "title",
  "mobile",
  "email",
  "tier",
  "status",
  "city",
  "revenue",
  "lastContact",
  "notes",
  "birthday",
] as const;
export type FieldRole = (typeof ROLES)[number];

export const KIND_IDS = [
  "text",
  "longText",
  "number",
  "money",
  "date",
  "checkbox",
  "choice",
  "choices",
  "phone",
  "email",
  "link",
  "rating",
] as const;
export type KindId = (typeof KIND_IDS)[number];

export interface Field {
  readonly id: FieldId;
  readonly name: string;
  readonly kind: KindId;
  readonly type: FieldType;
  readonly role?: FieldRole;
}

/** Columns keep strings in a dictionary and numbers in a typed array; this says which a field uses. */
export function isNumeric(type: FieldType): boolean {
  switch (type.storage) {
    case "integer":
    case "day":
    case "flag":
      return true;
    case "text":
    case "choice":
    case "choices":
      return false;
  }
}

export function choicesOf(type: FieldType): readonly Choice[] {
  return type.storage === "choice" || type.storage === "choices" ? type.choices : [];
}
