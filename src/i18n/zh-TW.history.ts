/** 歷程記錄中的用語，繁體。 */
import { groupedNumber } from "./plural.ts";
import { spaced } from "./spacing.ts";

const n = (value: number): string => groupedNumber("zh-TW", value);

export const zhTWHistory = {
  "toolbar.history": "歷程",

  "cause.restoreRow": (p: { readonly moment: string }) => spaced`將一列還原至${p.moment}`,
  "cause.restoreColumn": (p: { readonly name: string; readonly moment: string }) =>
    spaced`將欄「${p.name}」還原至${p.moment}`,
  "cause.restoreAll": (p: { readonly moment: string }) => spaced`將全部內容還原至${p.moment}`,
  "refusal.past": "這是活頁簿過去的樣子，只能排序和篩選。若要修改，請先回到今天。",

  "history.label": "歷程記錄",
  "history.now": "現在",
  "history.step": (p: { readonly what: string }) => p.what,
  "history.import": (p: {
    readonly file: string;
    readonly added: number;
    readonly updated: number;
    readonly rejected: number;
  }) =>
    `匯入 ${p.file}：新增 ${n(p.added)} 列，變更 ${n(p.updated)} 列${p.rejected > 0 ? `，未匯入 ${n(p.rejected)} 列` : ""}`,
  "history.importCancelled": (p: { readonly file: string }) => `已取消匯入 ${p.file}`,
  "history.undone": "已復原",
  "history.values": (p: { readonly before: string; readonly after: string }) => `${p.before} → ${p.after}`,
  "history.earlier": "更早的步驟",
  "history.looking": "正在尋找當時的內容…",
  "history.unreadable": "回到該步驟途中有一筆記錄已損壞，無法顯示。",
  "history.reach": "復原可追溯",
  "history.reach.all": "到最初",
  "history.reach.steps": (p: { readonly count: number }) => `${n(p.count)} 步`,
  "history.reach.days": (p: { readonly count: number }) => `${n(p.count)} 天`,
  "history.reach.hint": "更早的步驟仍保留在這裡，可檢視，也可從中還原。",

  "past.label": "過去",
  "past.asOf": (p: { readonly moment: string }) => spaced`${p.moment}的內容`,
  "past.older": (p: { readonly moment: string }) => `此版本可讀取的內容：截至 ${p.moment}`,
  "past.olderHint": "唯讀。可以排序、篩選和匯出；如需此後的變更，請重新載入以取得新版本。",
  "past.hint": "若要還原某列或某欄，請在儲存格上按 Enter，或按一下列號。",
  "past.restoreAll": "還原全部",
  "past.today": "回到今天",
  "past.restoreRow": "還原此列",
  "past.restoreColumn": (p: { readonly name: string }) => `還原欄「${p.name}」`,
  "past.marked": "此步驟中變更",
  "past.same": "無須還原：今天的內容與當時相同。",
  "past.rowRestored": (p: { readonly moment: string }) =>
    spaced`目前活頁簿中的該列已還原至${p.moment}的內容。回到今天即可看到，也可以復原。`,
  "past.columnRestored": (p: { readonly moment: string }) =>
    spaced`目前活頁簿中的該欄已還原至${p.moment}的內容。回到今天即可看到，也可以復原。`,
  "past.allRestored": (p: { readonly moment: string }) => spaced`全部內容已還原至${p.moment}，可以復原。`,
};
