/** 入门步骤的用语，简体。 */

export const zhCNGuide = {
  "guide.label": "入门步骤",
  "guide.show": "指给我看",
  "guide.skip": "跳过",
  "guide.done": "完成",
  "guide.edit": "在任意单元格中输入。按下回车即已保存。",
  "guide.sort": "单击列名，按该列排序。",
  "guide.search": "搜索姓名、城市或数字。",
  "guide.charts": "打开图表：哪些客户撑起了生意？",
  "guide.file": "把工作簿保存为文件，在浏览器之外留一份副本。",
  "guide.end": "就是这些。其他功能按 Ctrl+K 查找，按 F1 查看所有快捷键。",
  "guide.count": (p: { readonly at: number; readonly of: number }) => `${p.at}/${p.of}`,
} as const;
