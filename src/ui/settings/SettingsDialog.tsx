/** Settings: of the device, which count at once and for every workbook, and of the workbook, which Undo takes back. */
import { createMemo, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { DENSITIES, THEMES, type Theme } from "../../app/device.ts";
import { LANGUAGE_NAMES, LANGUAGES, type Language, pickLanguage } from "../../i18n/index.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Segmented } from "../kit/Segmented.tsx";
import { type Option, Select } from "../kit/Select.tsx";
import { type TabPage, Tabs } from "../kit/Tabs.tsx";
import { Formats } from "./Formats.tsx";
import { UndoReach } from "./UndoReach.tsx";

export interface SettingsDialogProps {
  readonly app: App;
  readonly onClose: () => void;
}

const SYSTEM = "system";

function DeviceSettings(props: { readonly app: App }) {
  const { app } = props;
  const { t } = app;
  const { preferences, prefer } = app.device;
  const languages = createMemo((): readonly Option<Language | typeof SYSTEM>[] => [
    {
      value: SYSTEM,
      label: t("settings.language.browser", { language: LANGUAGE_NAMES[pickLanguage(navigator.languages)] }),
    },
    ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
  ]);
  const themes = (): readonly Option<Theme | typeof SYSTEM>[] =>
    ([SYSTEM, ...THEMES] as const).map((value) => ({ value, label: t(`settings.theme.${value}`) }));
  const densities = () => DENSITIES.map((value) => ({ value, label: t(`settings.density.${value}`) }));
  return (
    <>
      <Labelled label={t("settings.language")}>
        <Select
          options={languages()}
          value={preferences().language ?? SYSTEM}
          onChange={(value) => prefer({ language: value === SYSTEM ? null : value })}
        />
      </Labelled>
      <Segmented
        label={t("settings.theme")}
        options={themes()}
        value={preferences().theme ?? SYSTEM}
        onChange={(value) => prefer({ theme: value === SYSTEM ? null : value })}
      />
      <Segmented
        label={t("settings.density")}
        options={densities()}
        value={preferences().density}
        onChange={(density) => prefer({ density })}
      />
      <p class="quiet">{t("settings.device.hint")}</p>
    </>
  );
}

function WorkbookSettings(props: { readonly app: App }) {
  return (
    <>
      <Formats app={props.app} />
      <UndoReach app={props.app} />
      <p class="quiet">{props.app.t("settings.workbook.hint")}</p>
    </>
  );
}

export function SettingsDialog(props: SettingsDialogProps) {
  const { app } = props;
  const { t } = app;
  const pages: readonly TabPage[] = [
    { id: "device", label: () => t("settings.device"), content: () => <DeviceSettings app={app} /> },
    { id: "workbook", label: () => t("settings.workbook"), content: () => <WorkbookSettings app={app} /> },
  ];
  return (
    <Dialog
      title={t("settings.title")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <a class="quiet" href="./licences.txt" target="_blank" rel="noopener">
            {t("settings.licences")}
          </a>
          <span class="grow" />
          <Button tone="primary" onClick={props.onClose}>
            {t("common.done")}
          </Button>
        </>
      }
    >
      <Show when={app.live() !== null} fallback={<DeviceSettings app={app} />}>
        <Tabs label={t("settings.title")} pages={pages} />
      </Show>
    </Dialog>
  );
}
