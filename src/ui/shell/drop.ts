/** Files dropped anywhere on the page. Without this the browser would leave the page and show the file. */
import { type Accessor, createSignal, onCleanup } from "solid-js";

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** A field for files takes what is dropped on it by itself. */
const isField = ({ target }: DragEvent): boolean =>
  target instanceof HTMLInputElement && target.type === "file" && !target.disabled;

/** Returns whether files hover over the page. `take` gets the first of those dropped. */
export function createFileDrop(take: (file: File) => void): Accessor<boolean> {
  const [hovering, setHovering] = createSignal(false);
  const over = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    const field = isField(event);
    setHovering(!field);
    if (!field) event.preventDefault();
  };
  const leave = (event: DragEvent): void => {
    // Leaving one element for another inside the page names the one entered.
    if (event.relatedTarget === null) setHovering(false);
  };
  const drop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    setHovering(false);
    if (isField(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) take(file);
  };
  window.addEventListener("dragover", over);
  window.addEventListener("dragleave", leave);
  window.addEventListener("drop", drop);
  onCleanup(() => {
    window.removeEventListener("dragover", over);
    window.removeEventListener("dragleave", leave);
    window.removeEventListener("drop", drop);
  });
  return hovering;
}
