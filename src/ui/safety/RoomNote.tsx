/** Says before a large file is written that it may not fit. */
import { createEffect, createSignal, on, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Tight, tightForFile } from "../../app/room.ts";

export function RoomNote(props: { readonly app: App; readonly file: File | null }) {
  const { t } = props.app;
  const [tight, setTight] = createSignal<Tight | null>(null);
  const look = async (file: File | null): Promise<void> => {
    setTight(null);
    const found = file === null ? null : await tightForFile(file);
    if (props.file === file) setTight(found);
  };
  createEffect(on(() => props.file, look));
  return (
    <Show when={tight()}>
      {(found) => (
        <p class="note" role="status">
          {t("room.tight", found())}
        </p>
      )}
    </Show>
  );
}
