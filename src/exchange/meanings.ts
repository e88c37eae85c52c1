/**
 * What a field or a column of a receiver's file means: the roles of built-in fields, and what else address books and
 * accounting programs ask for, known by name.
 */
import type { Field, FieldRole } from "../core/model/index.ts";
import { nameKey, roleOf } from "./synonyms.ts";

const MORE = {
  firstName: ["first name", "given name", "forename", "vorname", "名字"],
  middleName: ["middle name", "additional name", "second name"],
  lastName: ["last name", "surname", "family name", "nachname", "姓"],
  phone: [
    "phone",
    "telephone",
    "tel",
    "phone number",
    "landline",
    "business phone",
    "work phone",
    "phone 2 - value",
    "telefon",
    "电话",
    "電話",
    "固定电话",
    "固定電話",
    "座机",
    "座機",
    "联系电话",
    "聯絡電話",
  ],
  email2: ["e-mail 2", "e-mail 2 - value", "e-mail 2 address", "邮箱2", "郵箱2", "電子郵件2"],
  fax: ["fax", "business fax", "fax number", "telefax", "传真", "傳真"],
  website: [
    "website",
    "web site",
    "web page",
    "website 1 - value",
    "homepage",
    "url",
    "www",
    "internet",
    "网址",
    "網址",
    "网站",
    "網站",
  ],
  street: [
    "street",
    "address",
    "address line 1",
    "street address",
    "business street",
    "address 1 - street",
    "straße",
    "地址",
    "通讯地址",
    "通訊地址",
    "单位地址",
    "單位地址",
    "联系地址",
    "聯絡地址",
  ],
  street2: ["address line 2", "business street 2", "address 1 - extended address", "street 2", "地址2"],
  region: [
    "state",
    "business state",
    "address 1 - region",
    "province",
    "region",
    "county",
    "bundesland",
    "省",
    "省份",
    "州",
  ],
  /** What lies between the city and the street, or the region and the city: no region by itself. */
  district: ["district", "县", "縣", "区", "區", "区县", "區縣", "县区", "鄉鎮市區"],
  postcode: [
    "postcode",
    "post code",
    "postal code",
    "business postal code",
    "address 1 - postal code",
    "zip",
    "zip code",
    "plz",
    "postleitzahl",
    "邮编",
    "郵編",
    "邮政编码",
    "郵遞區號",
  ],
  country: [
    "country",
    "country/region",
    "business country/region",
    "address 1 - country",
    "land",
    "国家",
    "國家",
  ],
  taxNumber: [
    "tax number",
    "tax id",
    "tax no",
    "vat number",
    "vat no",
    "vat id",
    "ust-id",
    "abn",
    "税号",
    "稅號",
    "纳税人识别号",
    "納稅人識別號",
    "统一社会信用代码",
    "統一社會信用代碼",
    "统一编号",
    "統一編號",
  ],
  bankName: ["bank", "bank name", "开户行", "開戶行", "开户银行", "開戶銀行"],
  bankAccount: ["bank account", "bank account number", "iban", "银行账号", "銀行帳號", "银行帐号"],
  shortCode: ["short code", "简码", "簡碼", "助记码", "助記碼"],
  birthday: ["birthday", "date of birth", "birth date", "geburtstag", "生日", "出生日期"],
  department: [
    "department",
    "organization department",
    "organization 1 - department",
    "abteilung",
    "部门",
    "部門",
  ],
  currency: ["currency", "货币", "貨幣", "币种", "幣種"],
  creditLimit: ["credit limit", "kreditlimit", "信用额度", "信用額度"],
  paymentDays: ["payment days", "payment due days", "payment terms", "账期", "帳期", "付款天数", "付款天數"],
  discount: ["discount", "折扣"],
} as const satisfies Record<string, readonly string[]>;

export type Meaning = FieldRole | keyof typeof MORE;

const KNOWN: ReadonlyMap<string, Meaning> = new Map(
  (Object.entries(MORE) as [keyof typeof MORE, readonly string[]][]).flatMap(([meaning, names]) =>
    names.map((name) => [nameKey(name), meaning] as const),
  ),
);

/** Of a name alone: `phone` is a telephone before it is what a sheet without one calls its mobile. */
export const meaningOfName = (name: string): Meaning | undefined => KNOWN.get(nameKey(name)) ?? roleOf(name);
/** The field for each meaning, the first of several. What a field's role says is believed before any name. */
export function fieldsByMeaning(fields: readonly Field[]): ReadonlyMap<Meaning, Field> {
  const found = new Map<Meaning, Field>();
  for (const field of fields) if (field.role !== undefined) found.set(field.role, field);
  for (const field of fields) {
    const meaning = field.role === undefined ? meaningOfName(field.name) : undefined;
    if (meaning !== undefined && !found.has(meaning)) found.set(meaning, field);
  }
  return found;
}
