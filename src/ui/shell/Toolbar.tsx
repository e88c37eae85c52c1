/** The toolbar: words, not icons. A count behind a word says that it is at work; the button's name stays the word. */
import { createSignal, onCleanup, Show, Suspense } from "solid-js";
import { conditionsOf } from "../../core/model/index.ts";
import { causeText } from "../../i18n/wording.ts";
import { Button } from "../kit/Button.tsx";
import { ViewPicker } from "../views/ViewPicker.tsx";
import { FilterPopover, GroupPopover, SortPopover } from "./lazy.ts";
import type { Shell, ViewPopover } from "./state.ts";

/** Where the focus goes back to from the history. */
export const HISTORY_BUTTON = "history-button";
export const COLUMNS_BUTTON = "columns-button";

interface ToolbarProps {
  readonly shell: Shell;
}

function History(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const { t } = app;
  const hint = (what: "undo" | "redo"): string => {
    const state = app.state();
    const cause = state?.[what] ?? null;
    if (state === null || cause === null)
      return t(what === "undo" ? "cause.nothingToUndo" : "cause.nothingToRedo");
    return t(what === "undo" ? "cause.undo" : "cause.redo", { what: causeText(t, cause, state.workbook) });
  };
  const possible = (what: "undo" | "redo"): boolean => (app.state()?.[what] ?? null) !== null;
  return (
    <>
      <Button
        aria-label={t("toolbar.undo")}
        title={hint("undo")}
        disabled={!possible("undo")}
        onClick={app.undo}
      >
        {t("toolbar.undo")}
      </Button>
      <Button
        aria-label={t("toolbar.redo")}
        title={hint("redo")}
        disabled={!possible("redo")}
        onClick={app.redo}
      >
        {t("toolbar.redo")}
      </Button>
    </>
  );
}

interface ViewButtonProps {
  readonly word: string;
  readonly count: number;
  readonly description: string;
  readonly open: boolean;
  readonly anchor: (button: HTMLElement) => void;
  readonly onToggle: () => void;
}

function ViewButton(props: ViewButtonProps) {
  return (
    <Button
      ref={props.anchor}
      aria-description={props.count > 0 ? props.description : undefined}
      aria-haspopup="dialog"
      aria-expanded={props.open}
      on={props.count > 0}
      onClick={props.onToggle}
    >
      {props.word}
      <Show when={props.count > 0}>
        <span aria-hidden="true">· {props.count}</span>
      </Show>
    </Button>
  );
}

function ViewButtons(props: { readonly shell: Shell }) {
  const { app, view, openView } = props.shell;
  const { t } = app;
  const [anchors, setAnchors] = createSignal<Partial<Record<ViewPopover, HTMLElement>>>({});
  const anchored = (what: ViewPopover) => (button: HTMLElement) =>
    setAnchors((known) => ({ ...known, [what]: button }));
  const toggle = (what: ViewPopover): void => openView(view() === what ? null : what);
  const close = (): void => openView(null);
  const keys = (): number => app.view()?.sort.length ?? 0;
  const groups = (): number => app.view()?.group?.length ?? 0;
  const conditions = (): number => conditionsOf(app.view()?.filter ?? null).length;
  const anchorOf = (what: ViewPopover): HTMLElement | null =>
    view() === what ? (anchors()[what] ?? null) : null;
  return (
    <>
      <ViewButton
        word={t("toolbar.sort")}
        count={keys()}
        description={t("toolbar.sortKeys", { count: keys() })}
        open={view() === "sort"}
        anchor={anchored("sort")}
        onToggle={() => toggle("sort")}
      />
      <ViewButton
        word={t("toolbar.filter")}
        count={conditions()}
        description={t("toolbar.conditions", { count: conditions() })}
        open={view() === "filter"}
        anchor={anchored("filter")}
        onToggle={() => toggle("filter")}
      />
      {/* It takes no room where nothing is grouped: menus and the palette lead here too. */}
      <Show when={groups() > 0 || view() === "group"}>
        <ViewButton
          word={t("toolbar.group")}
          count={groups()}
          description={t("groups.keys", { count: groups() })}
          open={view() === "group"}
          anchor={anchored("group")}
          onToggle={() => toggle("group")}
        />
      </Show>
      <Suspense>
        <Show when={anchorOf("group")}>
          {(anchor) => <GroupPopover app={app} anchor={anchor()} onClose={close} />}
        </Show>
        <Show when={anchorOf("sort")}>
          {(anchor) => <SortPopover app={app} anchor={anchor()} onClose={close} />}
        </Show>
        <Show when={anchorOf("filter")}>
          {(anchor) => (
            <FilterPopover app={app} anchor={anchor()} on={props.shell.filtering()} onClose={close} />
          )}
        </Show>
      </Suspense>
    </>
  );
}

/** With how many are hidden, so that nobody looks for them in vain. */
function ColumnsButton(props: { readonly shell: Shell }) {
  const { app, columns, setColumns } = props.shell;
  const { t } = app;
  const hidden = (): number => {
    const known = new Set(app.sheet()?.fields.map(({ id }) => id));
    return app.view()?.columns.filter((column) => column.hidden && known.has(column.field)).length ?? 0;
  };
  return (
    <Button
      id={COLUMNS_BUTTON}
      aria-description={hidden() > 0 ? t("columns.hidden", { count: hidden() }) : undefined}
      aria-pressed={columns()}
      on={columns()}
      onClick={() => setColumns(!columns())}
    >
      {t("columns.label")}
      <Show when={hidden() > 0}>
        <span aria-hidden="true">· {hidden()}</span>
      </Show>
    </Button>
  );
}

/** Arrows move between the buttons, as people who know toolbars expect; Tab does too, which everyone knows. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button:enabled")];
  const at = buttons.indexOf(event.target);
  if (at < 0) return;
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}

export function Toolbar(props: ToolbarProps) {
  const { app } = props.shell;
  const { t } = app;
  return (
    <div class="toolbar" role="toolbar" aria-label={t("toolbar.label")} onKeyDown={moveFocus}>
      <div class="toolbar-buttons">
        <History shell={props.shell} />
        <span class="sep" />
        <ViewPicker shell={props.shell} />
        <ViewButtons shell={props.shell} />
        <ColumnsButton shell={props.shell} />
        <span class="sep" />
        <Button disabled={app.past() !== null} onClick={() => props.shell.openImport(null)}>
          {t("toolbar.import")}
        </Button>
        <Button onClick={() => props.shell.setExporting(true)}>{t("toolbar.export")}</Button>
        <Button
          id="file-button"
          disabled={app.past() !== null}
          onClick={() => props.shell.setSavingFile(true)}
        >
          {t("toolbar.file")}
        </Button>
        <Button disabled={app.past() !== null} onClick={() => props.shell.openFile(null)}>
          {t("toolbar.openFile")}
        </Button>
        <Button
          id="charts-button"
          aria-pressed={props.shell.charts()}
          on={props.shell.charts()}
          onClick={() => props.shell.setCharts(!props.shell.charts())}
        >
          {t("toolbar.charts")}
        </Button>
        <Button
          id={HISTORY_BUTTON}
          disabled={app.past() !== null && !app.restorable()}
          aria-pressed={props.shell.history()}
          aria-keyshortcuts="Control+Shift+H"
          title="Ctrl+Shift+H"
          on={props.shell.history()}
          onClick={() => props.shell.setHistory(!props.shell.history())}
        >
          {t("toolbar.history")}
        </Button>
        <Button aria-haspopup="dialog" onClick={() => props.shell.setSettings(true)}>
          {t("toolbar.settings")}
        </Button>
      </div>
      <input
        ref={(input) => {
          props.shell.setSearchBox(input);
          onCleanup(() => props.shell.setSearchBox(null));
        }}
        type="search"
        class="input search"
        aria-label={t("toolbar.search")}
        placeholder={t("toolbar.searchHint")}
        autocomplete="off"
        spellcheck={false}
        value={app.search()}
        onInput={(event) => app.setSearch(event.currentTarget.value)}
      />
    </div>
  );
}
