/** 活頁簿清單用語，繁體中文。 */
import { spaced } from "./spacing.ts";

export const zhTWWorkbooks = {
  "workbooks.title": "活頁簿",
  "workbooks.all": "所有活頁簿",
  "workbooks.new": "新增活頁簿",
  "workbooks.name": "活頁簿名稱",
  "workbooks.unnamed": "名稱無法讀取的活頁簿",
  "workbooks.isOpen": "已在本分頁開啟",
  "workbooks.deleted": "最近刪除",
  "workbooks.rename": "重新命名",
  "workbooks.duplicate": "建立複本",
  "workbooks.delete": "刪除",
  "workbooks.restore": "還原",
  "workbooks.purge": "永久刪除",
  "workbooks.sure": "將連同歷程記錄和本瀏覽器中的複本一併永久刪除。再按一次即執行。",
  "workbooks.inUse": "另一個分頁已開啟此活頁簿或正在處理它。請關閉該分頁後重試。",
  "workbooks.damaged": "此活頁簿無法完整開啟，因此未作任何變更。救援頁面會顯示尚存的內容。",
  "workbooks.gone": "此活頁簿已不存在。",
  "workbooks.restored": "另一個分頁已還原此活頁簿，因此未將其刪除。",
  "workbooks.deletedElsewhere":
    "此活頁簿已在另一個分頁中刪除。您在此處的操作仍會儲存；如需還原，請開啟「所有活頁簿」並按「還原」。",
  "workbooks.renameOf": (p: { readonly name: string }) => spaced`重新命名${p.name}`,
  "workbooks.duplicateOf": (p: { readonly name: string }) => spaced`為${p.name}建立複本`,
  "workbooks.deleteOf": (p: { readonly name: string }) => spaced`刪除${p.name}`,
  "workbooks.restoreOf": (p: { readonly name: string }) => spaced`還原${p.name}`,
  "workbooks.purgeOf": (p: { readonly name: string }) => spaced`永久刪除${p.name}`,
  "workbooks.copyName": (p: { readonly name: string; readonly number: string }) =>
    `${p.name}（複本${p.number}）`,
  "workbooks.wasDeleted": (p: { readonly name: string }) => `「${p.name}」已刪除，可在「所有活頁簿」中還原。`,
  "workbooks.deletedOn": (p: { readonly when: string }) => `刪除於 ${p.when}`,
  "workbooks.savedOn": (p: { readonly when: string }) => `變更於 ${p.when}`,
};
