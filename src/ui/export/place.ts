/** Where a file goes on disk, where the browser can write there. */

declare global {
  interface Window {
    // Not in TypeScript's library: only Chromium has it.
    readonly showSaveFilePicker?: (options: {
      readonly suggestedName: string;
    }) => Promise<FileSystemFileHandle>;
  }
}

/** Needs a click of the person's. Null: they thought better of it. */
export async function pickTarget(suggestedName: string): Promise<FileSystemFileHandle | null> {
  try {
    return (await window.showSaveFilePicker?.({ suggestedName })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}
