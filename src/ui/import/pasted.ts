/** What is pasted into the import dialog: a file, or text that is one. */

/** Null where nothing of the kind is on the clipboard, or it is meant for a field that one types into. */
export function pastedFile({ clipboardData, target }: ClipboardEvent, name: string): File | null {
  if (target instanceof HTMLElement && target.matches("input:not([type=file]), textarea")) return null;
  const file = clipboardData?.files[0];
  if (file !== undefined) return file;
  const text = clipboardData?.getData("text/plain") ?? "";
  return text.trim() === "" ? null : new File([text], name, { type: "text/csv" });
}
