/** 設定中的用語，繁體。 */
import { spaced } from "./spacing.ts";

export const zhTWSettings = {
  "toolbar.settings": "設定",
  "settings.title": "設定",
  "settings.licences": "第三方授權",
  "settings.device": "本裝置",
  "settings.workbook": "本活頁簿",
  "settings.language": "語言",
  "settings.language.browser": (p: { readonly language: string }) => `依瀏覽器（${p.language}）`,
  "settings.theme": "主題",
  "settings.theme.system": "依系統",
  "settings.theme.light": "淺色",
  "settings.theme.dark": "深色",
  "settings.theme.contrast": "高對比",
  "settings.density": "列高",
  "settings.density.comfortable": "寬鬆",
  "settings.density.compact": "緊湊",
  "settings.device.hint": "儲存在此瀏覽器中，適用於所有活頁簿。",
  "settings.locale": "數字與日期格式",
  "settings.currency": "貨幣",
  "settings.none": "找不到",
  "settings.chosen": (p: { readonly option: string }) => `${p.option}，已選取`,
  "settings.amount": (p: { readonly amount: string }) => `金額顯示為 ${p.amount}。`,
  "settings.day": (p: { readonly typed: string; readonly day: string }) =>
    spaced`輸入 ${p.typed} 即為${p.day}。`,
  "settings.dayUnclear": (p: { readonly typed: string; readonly iso: string }) =>
    `日期從年份開始輸入，例如 ${p.iso}；${p.typed} 意義不明。`,
  "settings.workbook.hint":
    "隨活頁簿儲存，適用於每個開啟它的人。儲存的內容不變，只是顯示方式不同，可以復原。",
};
