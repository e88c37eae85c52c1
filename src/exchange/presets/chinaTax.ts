/**
 * 开票软件 (the Chinese tax control client): 客户编码 › 导入, a text file in the code page of Chinese Windows. Cells cannot be
 * put in quotes, so what holds the separator or a line end does not fit.
 */
import { FOR_SOFTWARE, type Preset } from "./preset.ts";

const SEPARATOR = "~~";

export const chinaTax = {
  id: "chinaTax",
  kind: "layout",
  extension: "txt",
  form: {
    ...FOR_SOFTWARE,
    encoding: "gbk",
    delimiter: SEPARATOR,
    quotes: "never",
    oneLine: true,
    lead: () => [`{客户编码}[分隔符]"${SEPARATOR}"`, "// 每行格式 :"],
    headerPrefix: "// ",
  },
  layout: {
    columns: ["编码", "名称", "简码", "税号", "地址电话", "银行账号", "邮件地址", "备注", "身份证校验"],
    rules: {
      编码: { from: ["code"], required: true, unique: true, shape: "cnCode" },
      名称: { from: ["company"], or: ["name"], required: true, unique: true },
      简码: { from: ["shortCode"] },
      税号: { from: ["taxNumber"], shape: "cnTaxNumber" },
      地址电话: { from: ["street"] },
      银行账号: { from: ["bankAccount"] },
      邮件地址: { from: ["email"] },
      备注: { from: ["notes"] },
    },
  },
} as const satisfies Preset;
