/** 设置中的用语，简体。 */
import { spaced } from "./spacing.ts";

export const zhCNSettings = {
  "toolbar.settings": "设置",
  "settings.title": "设置",
  "settings.licences": "第三方许可证",
  "settings.device": "本设备",
  "settings.workbook": "本工作簿",
  "settings.language": "语言",
  "settings.language.browser": (p: { readonly language: string }) => `跟随浏览器（${p.language}）`,
  "settings.theme": "主题",
  "settings.theme.system": "跟随系统",
  "settings.theme.light": "浅色",
  "settings.theme.dark": "深色",
  "settings.theme.contrast": "高对比度",
  "settings.density": "行高",
  "settings.density.comfortable": "宽松",
  "settings.density.compact": "紧凑",
  "settings.device.hint": "保存在此浏览器中，对所有工作簿生效。",
  "settings.locale": "数字和日期格式",
  "settings.currency": "货币",
  "settings.none": "没有找到",
  "settings.chosen": (p: { readonly option: string }) => `${p.option}，已选择`,
  "settings.amount": (p: { readonly amount: string }) => `金额显示为 ${p.amount}。`,
  "settings.day": (p: { readonly typed: string; readonly day: string }) =>
    spaced`输入 ${p.typed} 即为${p.day}。`,
  "settings.dayUnclear": (p: { readonly typed: string; readonly iso: string }) =>
    `日期从年份开始输入，例如 ${p.iso}；${p.typed} 含义不明。`,
  "settings.workbook.hint":
    "随工作簿保存，对每个打开它的人生效。存储的内容不变，只是显示方式不同，可以撤销。",
};
