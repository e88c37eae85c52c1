/** 新版本提示的用语，简体。 */
export const zhCNUpdate = {
  "update.label": "版本",
  "update.ready": "新版本已就绪：关闭所有 Tierbook 标签页后自动启用，也可立即启用。",
  "update.reload": "立即重新加载",
  "update.asked": "待所有标签页都已保存且没有正在输入的内容，即启用新版本。",
  "update.later": "暂不",
} as const;
