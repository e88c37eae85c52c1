/** The words of the list of workbooks, in English. */
export const enWorkbooks = {
  "workbooks.title": "Workbooks",
  "workbooks.all": "All workbooks",
  "workbooks.new": "New workbook",
  "workbooks.name": "Workbook name",
  "workbooks.unnamed": "Workbook without a readable name",
  "workbooks.isOpen": "Open in this tab",
  "workbooks.deleted": "Recently deleted",
  "workbooks.rename": "Rename",
  "workbooks.duplicate": "Duplicate",
  "workbooks.delete": "Delete",
  "workbooks.restore": "Restore",
  "workbooks.purge": "Delete for good",
  "workbooks.sure":
    "This deletes it for good, with its history and its copies in this browser. Press again to delete.",
  "workbooks.inUse": "Another tab has this workbook open or is busy with it. Close that tab, then try again.",
  "workbooks.damaged":
    "This workbook does not open whole, so nothing was done. Rescue shows what is left of it.",
  "workbooks.gone": "This workbook is no longer there.",
  "workbooks.restored": "Another tab has restored this workbook, so it was not deleted.",
  "workbooks.deletedElsewhere":
    "This workbook was deleted in another tab. What you do here is still saved; to have it back, open All workbooks and press Restore.",
  "workbooks.renameOf": (p: { readonly name: string }) => `Rename ${p.name}`,
  "workbooks.duplicateOf": (p: { readonly name: string }) => `Duplicate ${p.name}`,
  "workbooks.deleteOf": (p: { readonly name: string }) => `Delete ${p.name}`,
  "workbooks.restoreOf": (p: { readonly name: string }) => `Restore ${p.name}`,
  "workbooks.purgeOf": (p: { readonly name: string }) => `Delete ${p.name} for good`,
  "workbooks.copyName": (p: { readonly name: string; readonly number: string }) =>
    `${p.name} (copy${p.number})`,
  "workbooks.wasDeleted": (p: { readonly name: string }) =>
    `“${p.name}” was deleted. It can be had back under All workbooks.`,
  "workbooks.deletedOn": (p: { readonly when: string }) => `deleted on ${p.when}`,
  "workbooks.savedOn": (p: { readonly when: string }) => `changed on ${p.when}`,
} as const;
