/** The Customers sheet as a new workbook has it. Its words come from the interface's language and are the owner's to change. */
import {
  type Choice,
  choiceId,
  type Field,
  type FieldRole,
  type FieldType,
  type Filter,
  fieldId,
  type Hue,
  type KindId,
  type Period,
  type Sheet,
  type SheetId,
  type SortKey,
  type View,
  type ViewColumn,
  viewId,
} from "../model/index.ts";

export const TIERS = ["vip", "major", "normal", "small"] as const;
export type Tier = (typeof TIERS)[number];
export const STATUSES = ["prospect", "active", "atRisk", "lost"] as const;
export type Status = (typeof STATUSES)[number];

/** Of the sample; a new workbook's own list is empty. */
export const CATEGORIES = ["retail", "wholesale", "catering", "online"] as const;
export type Category = (typeof CATEGORIES)[number];

/** Views beside the first, which shows all. */
export const SEEDED_VIEWS = ["top", "silent", "birthdays", "lost"] as const;
export type SeededView = (typeof SEEDED_VIEWS)[number];

export interface SampleWords {
  readonly categories: Readonly<Record<Category, string>>;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  /** Names of columns that only the sample has: the first day, and how often was bought. */
  readonly since: string;
  readonly orders: string;
}

export interface TemplateWords {
  readonly workbook: string;
  readonly customers: string;
  readonly view: string;
  readonly views: Readonly<Record<SeededView, string>>;
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
  /** Not every business keeps it; the view that asks for it shows it. */
  readonly hidden?: true;
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
    { role: "lastContact", kind: "date", type: { storage: "day" }, width: 136 },
    { role: "notes", kind: "longText", type: TEXT, width: 260 },
    { role: "birthday", kind: "date", type: { storage: "day" }, width: 118, hidden: true },
  ];
}

/** How long is too long without a word: the last thirty days. As far back as the filter's form counts. */
const SILENT_SINCE: Period = { unit: "day", from: -36_500, to: -30 };
const LAST_CONTACT = fieldId("lastContact");

/** What a view asks, in which order it answers, and which columns stand behind the name, where that is looked for. */
interface Seed {
  readonly filter: Filter;
  readonly sort: readonly SortKey[];
  readonly ahead: readonly FieldRole[];
}

const BEST_FIRST: SortKey = { field: fieldId("revenue"), direction: "descending" };

const SEEDS: Readonly<Record<SeededView, Seed>> = {
  top: {
    filter: { op: "oneOf", field: fieldId("tier"), atoms: [tierChoiceId("vip")] },
    sort: [BEST_FIRST],
    ahead: ["tier", "revenue", "lastContact"],
  },
  silent: {
    filter: {
      op: "or",
      parts: [
        { op: "within", field: LAST_CONTACT, period: SILENT_SINCE },
        { op: "empty", field: LAST_CONTACT },
      ],
    },
    sort: [{ field: LAST_CONTACT, direction: "ascending" }],
    ahead: ["lastContact", "tier", "revenue"],
  },
  birthdays: {
    filter: { op: "anniversary", field: fieldId("birthday"), period: { unit: "month", from: 0, to: 0 } },
    sort: [],
    ahead: ["birthday"],
  },
  lost: {
    filter: { op: "oneOf", field: fieldId("status"), atoms: [statusChoiceId("lost")] },
    sort: [BEST_FIRST],
    ahead: ["status", "revenue", "lastContact"],
  },
};

function withAhead(columns: readonly ViewColumn[], roles: readonly FieldRole[]): readonly ViewColumn[] {
  const ahead = roles.flatMap((role) => columns.filter(({ field }) => field === role));
  const others = columns.filter((column) => !ahead.includes(column));
  return [
    ...others.slice(0, 2),
    ...ahead.map((column) => ({ ...column, hidden: false })),
    ...others.slice(2),
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
  const shown = plan.map(({ role, width, hidden }) => ({
    field: fieldId(role),
    width,
    frozen: false,
    hidden: hidden === true,
  }));
  const all: View = { id: viewId("v1"), name: words.view, columns: shown, sort: [], filter: null };
  const seeded = SEEDED_VIEWS.map((each): View => {
    const { filter, sort, ahead } = SEEDS[each];
    const columns = withAhead(shown, ahead);
    return { id: viewId(each), name: words.views[each], columns, sort, filter };
  });
  return { id, name: words.customers, fields, views: [all, ...seeded] };
}
