/** What a new workbook is called and starts with, in the language of the interface. */
import type { TemplateWords } from "../core/template/customers.ts";
import type { Translate } from "./index.ts";

export function templateWords(t: Translate): TemplateWords {
  return {
    workbook: t("template.workbook"),
    customers: t("template.customers"),
    view: t("template.view"),
    views: {
      top: t("template.view.top"),
      silent: t("template.view.silent"),
      birthdays: t("template.view.birthdays"),
      lost: t("template.view.lost"),
    },
    fields: {
      code: t("field.code"),
      name: t("field.name"),
      company: t("field.company"),
      category: t("field.category"),
      title: t("field.title"),
      mobile: t("field.mobile"),
      email: t("field.email"),
      tier: t("field.tier"),
      status: t("field.status"),
      city: t("field.city"),
      revenue: t("field.revenue"),
      lastContact: t("field.lastContact"),
      notes: t("field.notes"),
      birthday: t("field.birthday"),
    },
    tiers: {
      vip: t("tier.vip"),
      major: t("tier.major"),
      normal: t("tier.normal"),
      small: t("tier.small"),
    },
    statuses: {
      prospect: t("status.prospect"),
      active: t("status.active"),
      atRisk: t("status.atRisk"),
      lost: t("status.lost"),
    },
    sample: {
      categories: {
        retail: t("category.retail"),
        wholesale: t("category.wholesale"),
        catering: t("category.catering"),
        online: t("category.online"),
      },
      titles: t("sample.titles").split("|"),
      notes: t("sample.notes").split("|"),
      since: t("sample.since"),
      orders: t("sample.orders"),
    },
  };
}
