/** The frame of every screen: which page is shown, and the dialogs and notices that may lie over each. */
import { createEffect, createMemo, Match, onCleanup, Show, Suspense, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { onLaunchedFile } from "../../app/launch.ts";
import { createUpdates } from "../../app/updates.ts";
import type { Language } from "../../i18n/index.ts";
import { damageText, setBackTexts } from "../../i18n/wording.ts";
import { showAppearance } from "../kit/appearance.ts";
import { createFileDrop } from "./drop.ts";
import {
  DuplicatesDialog,
  ExportDialog,
  ImportDialog,
  ImportLogDialog,
  OpenFileDialog,
  Palette,
  PrintDialog,
  SaveFileDialog,
  SettingsDialog,
  ShortcutsDialog,
  TierRuleDialog,
  WorkbooksDialog,
} from "./lazy.ts";
import { Notices } from "./Notices.tsx";
import { Opening, Page } from "./Page.tsx";
import { StartScreen } from "./StartScreen.tsx";
import { createShell } from "./state.ts";
import { UpdateNote } from "./UpdateNote.tsx";
import { WorkbookScreen } from "./WorkbookScreen.tsx";
import "./page.css";
import "./shell.css";
import "./status-bar.css";
import "../safety/safety.css";

/** Asks before the page is left while something is not durable. */
function createLeaveGuard(app: App): void {
  const guard = (event: BeforeUnloadEvent): void => {
    if (app.save().state !== "saved") event.preventDefault();
  };
  window.addEventListener("beforeunload", guard);
  onCleanup(() => window.removeEventListener("beforeunload", guard));
}

/** The build writes one for each language (`.tools/build/offline.ts`); the page names English's. */
function speakManifest(language: Language): void {
  const link = document.querySelector<HTMLLinkElement>("link[rel='manifest']");
  if (link !== null) link.href = `./manifest${language === "en" ? "" : `.${language}`}.webmanifest`;
}

export function Shell(props: { readonly app: App }) {
  const { app } = props;
  const shell = createShell(app);
  const { t } = app;
  const phase = app.phase;
  const takesFiles = (): boolean =>
    phase().phase === "none" || (phase().phase === "open" && app.past() === null);
  const take = (file: File): void => {
    // A workbook file may have been renamed to what it is, an archive; a list is none.
    if (/\.(tierbook|zip)$/i.test(file.name)) shell.openFile(file);
    else shell.openImport(file);
  };
  const dropping = createFileDrop((file) => takesFiles() && take(file));
  const updates = createUpdates({
    started: createMemo(
      () => phase().phase !== "opening" && (phase().phase !== "open" || app.counts() !== null),
    ),
    unsaved: () => app.save().state !== "saved",
  });
  let launching = false;
  createEffect(() => {
    if (launching || !takesFiles()) return;
    launching = true;
    onLaunchedFile((file) => takesFiles() && take(file));
  });
  createLeaveGuard(app);
  showAppearance(app.device);
  // By itself: the whole page is styled anew where its language is set, even to what it was.
  createEffect(() => {
    document.documentElement.lang = app.language();
    speakManifest(app.language());
  });
  createEffect(() => {
    const name = app.state()?.workbook.settings.name;
    document.title = name === undefined ? t("app.name") : `${name} – ${t("app.name")}`;
  });
  const failure = (): string => {
    const now = phase();
    return now.phase === "failed" ? now.reason : "";
  };
  const older = () => {
    const now = phase();
    if (now.phase !== "tooNew" || now.past === null) return null;
    const { past } = now;
    return { word: t("phase.tooNew.look"), act: () => app.lookAtOlder(past) };
  };
  const damage = (): readonly string[] => {
    const now = phase();
    return now.phase === "damaged" ? now.damage.map((each) => damageText(t, each, null)) : [];
  };
  const setBack = (): readonly string[] => {
    const now = phase();
    return now.phase === "setBack" ? setBackTexts(t, now, app.locale().tag) : [];
  };
  return (
    <div class="shell" data-dropping={dropping() && takesFiles() ? "" : undefined}>
      <Switch>
        <Match when={phase().phase === "opening"}>
          <Opening app={app} />
        </Match>
        <Match when={phase().phase === "none"}>
          <StartScreen shell={shell} />
        </Match>
        <Match when={phase().phase === "open"}>
          <WorkbookScreen shell={shell} />
        </Match>
        <Match when={phase().phase === "tooNew"}>
          <Page
            app={app}
            title={t("phase.tooNew.title")}
            text={t("phase.tooNew.what")}
            reload={true}
            more={older()}
          />
        </Match>
        <Match when={phase().phase === "outdated"}>
          <Page app={app} title={t("phase.outdated.title")} text={t("phase.outdated.what")} reload={true} />
        </Match>
        <Match when={phase().phase === "damaged"}>
          <Page
            app={app}
            title={t("phase.damaged.title")}
            text={t("phase.damaged.what")}
            details={damage()}
            reload={true}
            rescue={true}
          />
        </Match>
        <Match when={phase().phase === "setBack"}>
          <Page
            app={app}
            title={t("phase.setBack.title")}
            text={t("phase.setBack.what")}
            details={setBack()}
            reload={true}
            rescue={true}
          />
        </Match>
        <Match when={phase().phase === "failed"}>
          <Page app={app} title={t("phase.failed.title")} text={failure()} reload={true} rescue={true} />
        </Match>
      </Switch>
      <Notices app={app} />
      <UpdateNote app={app} updates={updates} />
      <Suspense>
        <Show when={shell.importing()}>
          {(request) => <ImportDialog shell={shell} file={request().file} />}
        </Show>
        <Show when={shell.importLog()}>
          {(request) => (
            <ImportLogDialog
              app={app}
              wanted={request().wanted}
              onUndone={() => shell.setImported(null)}
              onClose={shell.closeImportLog}
            />
          )}
        </Show>
        <Show when={shell.duplicates()}>
          <DuplicatesDialog app={app} onClose={() => shell.setDuplicates(false)} />
        </Show>
        <Show when={shell.exporting()}>
          <ExportDialog app={app} onClose={() => shell.setExporting(false)} />
        </Show>
        <Show when={shell.printing()} keyed>
          {(what) => <PrintDialog shell={shell} what={what} />}
        </Show>
        <Show when={shell.tierRule()}>
          <TierRuleDialog shell={shell} />
        </Show>
        <Show when={shell.savingFile()}>
          <SaveFileDialog
            app={app}
            now={shell.savingFile() === "now"}
            onClose={() => shell.setSavingFile(false)}
          />
        </Show>
        <Show when={shell.settings()}>
          <SettingsDialog app={app} onClose={() => shell.setSettings(false)} />
        </Show>
        <Show when={shell.palette()}>
          <Palette shell={shell} />
        </Show>
        <Show when={shell.shortcuts()}>
          <ShortcutsDialog app={app} onClose={() => shell.setShortcuts(false)} />
        </Show>
        <Show when={shell.workbooks()}>
          <WorkbooksDialog app={app} onClose={() => shell.setWorkbooks(false)} />
        </Show>
        <Show when={shell.openingFile()}>
          {(request) => <OpenFileDialog app={app} file={request().file} onClose={shell.closeOpenFile} />}
        </Show>
      </Suspense>
    </div>
  );
}
