/** The Customers sheet as a new workbook has it. Its words come from the interface's language and are the owner's to change. */
import {
  type Choice,
  choiceId,
  type Field,
  type FieldRole,
  type FieldType,
  fieldId,
  type Hue,
  type KindId,
  type Sheet,
  type SheetId,
  type View,
  viewId,
} from "../model/index.ts";

export const TIERS = ["vip", "major", "normal", "small"] as const;
export type Tier = (typeof TIERS)[number];
export const STATUSES = ["prospect", "active", "atRisk", "lost"] as const;
export type Status = (typeof STATUSES)[number];

/** Of the sample; a new workbook's own list is empty. */
export const CATEGORIES = ["retail", "wholesale", "catering", "online"] as const;
export type Category = (typeof CATEGORIES)[number];

export interface SampleWords {
  readonly categories: Readonly<Record<Category, string>>;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

export interface TemplateWords {
  readonly workbook: string;
  readonly customers: string;
  readonly view: string;
  readonly fields: Readonly<Record<FieldRole, string>>;
  readonly tiers: Readonly<Record<Tier, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly sample: SampleWords;
}

const TIER_HUES: Readonly<Record<Tier, Hue>> = {
  vip: "violet",
  major: "teal",
  normal: "amber",
  small: "slate",
};
const STATUS_HUES: Readonly<Record<Status, Hue>> = {
  prospect: "blue",
  active: "green",
  atRisk: "sand",
  lost: "rose",
};

/** Stable ids: a built-in choice keeps its id whatever it is called. */
export const tierChoiceId = (tier: Tier) => choiceId(tier);
export const statusChoiceId = (status: Status) => choiceId(status);

function tierChoices(words: TemplateWords): readonly Choice[] {
  return TIERS.map((tier) => ({ id: tierChoiceId(tier), label: words.tiers[tier], hue: TIER_HUES[tier] }));
}

function statusChoices(words: TemplateWords): readonly Choice[] {
  return STATUSES.map((status) => ({
    id: statusChoiceId(status),
    label: words.statuses[status],
    hue: STATUS_HUES[status],
  }));
}

const TEXT: FieldType = { storage: "text" };

interface Column {
  readonly role: FieldRole;
  readonly kind: KindId;
  readonly type: FieldType;
  readonly width: number;
}

function columns(words: TemplateWords): readonly Column[] {
  return [
    { role: "code", kind: "text", type: TEXT, width: 96 },
    { role: "name", kind: "text", type: TEXT, width: 150 },
    { role: "company", kind: "text", type: TEXT, width: 190 },
    { role: "category", kind: "choice", type: { storage: "choice", choices: [] }, width: 110 },
    { role: "title", kind: "text", type: TEXT, width: 120 },
    { role: "mobile", kind: "phone", type: TEXT, width: 150 },
    { role: "email", kind: "email", type: TEXT, width: 200 },
    { role: "tier", kind: "choice", type: { storage: "choice", choices: tierChoices(words) }, width: 100 },
    {
      role: "status",
      kind: "choice",
      type: { storage: "choice", choices: statusChoices(words) },
      width: 100,
    },
    { role: "city", kind: "text", type: TEXT, width: 110 },
    { role: "revenue", kind: "money", type: { storage: "integer", decimals: 2 }, width: 130 },
    { role: "lastContact", kind: "date", type: { storage: "day" }, width: 118 },
    { role: "notes", kind: "longText", type: TEXT, width: 260 },
  ];
}

/** A Customers sheet without rows. Field ids are the roles. */
export function customersSheet(id: SheetId, words: TemplateWords): Sheet {
  const plan = columns(words);
  const fields: readonly Field[] = plan.map(({ role, kind, type }) => ({
    id: fieldId(role),
    name: words.fields[role],
    kind,
    type,
    role,
  }));
  const view: View = {
    id: viewId("v1"),
    name: words.view,
    columns: plan.map(({ role, width }) => ({
      field: fieldId(role),
      width,
      frozen: false,
      hidden: false,
    })),
    sort: [],
    filter: null,
  };
  return { id, name: words.customers, fields, views: [view] };
}
