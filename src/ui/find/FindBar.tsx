/** Find and replace: a line above the cells, which stay in sight and in reach. Enter goes on, Shift+Enter back, Escape ends it. */
import { createEffect, on, Show, Suspense } from "solid-js";
import { fieldId } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";
import { Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import { lazyPart } from "../kit/tasks.ts";
import type { Shell } from "../shell/state.ts";
import { createFinding } from "./finding.ts";
import "./find.css";

const ReplaceDialog = lazyPart(() => import("./ReplaceDialog.tsx").then((module) => module.ReplaceDialog));

const ANYWHERE = "";

export function FindBar(props: { readonly shell: Shell }) {
  const { app, finding: asked, setFinding } = props.shell;
  const { t } = app;
  const finding = createFinding(app);
  const { wanted, want, found } = finding;
  let bar: HTMLElement | undefined;
  // Asked for again, the field has the keyboard again, and what is in it is typed over.
  createEffect(
    on(asked, () => {
      queueMicrotask(() => bar?.querySelector<HTMLInputElement>("input[type=text]")?.select());
      queueMicrotask(() => bar?.querySelector<HTMLInputElement>("input[type=text]")?.focus());
    }),
  );
  const close = (): void => {
    setFinding(null);
    document.querySelector<HTMLElement>(".cell-catcher")?.focus();
  };
  const columns = () => [
    { value: ANYWHERE, label: t("find.everywhere") },
    ...(app.sheet()?.fields ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  const several = (): boolean => {
    const boxes = app.picked()?.boxes ?? [];
    return boxes.some((box) => box.bottom > box.top || box.right > box.left) || boxes.length > 1;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Solid hands on what happens in dialogs that this opens, too.
    const within = event.target instanceof Node && bar?.contains(event.target) === true;
    if (!within) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement)
      void finding.go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const status = (): string => {
    const now = found();
    if (now === null) return "";
    return now.at === null ? t("find.none") : t("find.at", { at: now.at.index + 1, count: now.count });
  };
  return (
    <search ref={bar} class="find" aria-label={t("find.label")} onKeyDown={onKeyDown}>
      <div class="find-line">
        <TextField
          type="text"
          class="find-text"
          label={t("find.text")}
          placeholder={t("find.text")}
          spellcheck={false}
          value={wanted().text}
          onText={(text) => want({ text })}
        />
        <Button tone="glyph" aria-label={t("find.previous")} onClick={() => void finding.go(-1)}>
          ↑
        </Button>
        <Button tone="glyph" aria-label={t("find.next")} onClick={() => void finding.go(1)}>
          ↓
        </Button>
        <span class="find-count quiet" role="status" aria-label={t("find.result")}>
          {status()}
        </span>
        <Check checked={wanted().matchCase} onChange={(matchCase) => want({ matchCase })}>
          {t("find.matchCase")}
        </Check>
        <Check checked={wanted().whole} onChange={(whole) => want({ whole })}>
          {t("find.whole")}
        </Check>
        <Check
          checked={wanted().boxes !== null}
          disabled={wanted().boxes === null && !several()}
          onChange={(only) => want({ boxes: only ? (app.picked()?.boxes ?? null) : null })}
        >
          {t("find.selection")}
        </Check>
        <span class="find-column">
          <Select
            label={t("find.in")}
            options={columns()}
            value={wanted().column ?? ANYWHERE}
            onChange={(id) => want({ column: id === ANYWHERE ? null : fieldId(id) })}
          />
        </span>
        <span class="grow" />
        <Show when={asked()?.replace === false && app.past() === null}>
          <Button onClick={() => setFinding({ replace: true })}>{t("find.more")}</Button>
        </Show>
        <Button tone="glyph" aria-label={t("common.close")} onClick={close}>
          ×
        </Button>
      </div>
      <Show when={asked()?.replace === true && app.past() === null}>
        <div class="find-line">
          <TextField
            type="text"
            class="find-text"
            label={t("find.by")}
            placeholder={t("find.by")}
            spellcheck={false}
            value={wanted().by}
            onText={(by) => want({ by })}
          />
          <Button
            tone="outline"
            disabled={(found()?.count ?? 0) === 0}
            onClick={() => void finding.replaceOne()}
          >
            {t("find.replace")}
          </Button>
          <Button tone="outline" disabled={(found()?.count ?? 0) === 0} onClick={() => void finding.askAll()}>
            {t("find.replaceAll")}
          </Button>
        </div>
      </Show>
      <Suspense>
        <Show when={finding.preview()}>
          {(preview) => (
            <ReplaceDialog
              app={app}
              preview={preview()}
              onClose={finding.dropPreview}
              onReplace={() => void finding.replaceAll()}
            />
          )}
        </Show>
      </Suspense>
    </search>
  );
}
