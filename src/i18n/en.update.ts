/** The words of new versions, in English. */
export const enUpdate = {
  "update.label": "Version",
  "update.ready":
    "A new version is ready. It starts once all Tierbook tabs are closed, or when you reload now.",
  "update.reload": "Reload now",
  "update.asked": "The new version comes as soon as nothing is unsaved or being typed in any tab.",
  "update.later": "Not now",
} as const;
