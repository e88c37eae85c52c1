/** A new chart, or another recipe for one that is there. */
import { createSignal, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type ChartRecipe, chartId, lackOf, type Sheet, type SheetChart } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import { titleOf } from "./kinds/index.ts";
import { PRESETS } from "./presets.ts";
import { RecipeForm } from "./RecipeForm.tsx";

/** The preset that a new chart begins with. */
const FIRST = "groups";

interface ChartDialogProps {
  readonly app: App;
  readonly sheet: Sheet;
  /** Null: a new one. */
  readonly chart: SheetChart | null;
  readonly onClose: () => void;
}

/** What is being filled in. */
function createDraft(app: App, sheet: Sheet, known: SheetChart | null) {
  const { t } = app;
  const made = (id: string) => PRESETS.find((each) => each.id === id)?.make(sheet);
  const first = made(FIRST);
  const [preset, setPreset] = createSignal(FIRST);
  const [recipe, setRecipe] = createSignal<ChartRecipe | null>(
    known?.recipe ?? (typeof first === "object" ? first : null),
  );
  const [lack, setLack] = createSignal<string | null>(null);
  const [title, setTitle] = createSignal(known?.title ?? "");
  const choose = (id: string): void => {
    const found = made(id);
    if (found === undefined) return;
    setPreset(id);
    setLack(typeof found === "string" ? t(found) : null);
    setRecipe(typeof found === "string" ? null : found);
  };
  const usual = (): string => {
    const now = recipe();
    return now === null ? "" : titleOf(app, sheet, { recipe: now });
  };
  /** Null while something is missing. */
  const chart = (): SheetChart | null => {
    const now = recipe();
    if (now === null || lackOf(sheet, now) !== null) return null;
    const own = title().trim();
    const named = own === "" || own === usual() ? {} : { title: own };
    return { id: known?.id ?? chartId(crypto.randomUUID()), ...named, recipe: now };
  };
  return { preset, choose, lack, recipe, setRecipe, title, setTitle, usual, chart };
}

type Draft = ReturnType<typeof createDraft>;

function Form(props: {
  readonly app: App;
  readonly sheet: Sheet;
  readonly draft: Draft;
  readonly isNew: boolean;
}) {
  const { t } = props.app;
  const { preset, choose, lack, recipe, setRecipe, title, setTitle, usual } = props.draft;
  return (
    <div class="chart-form">
      <Show when={props.isNew}>
        <Labelled label={t("chart.dialog.what")}>
          <Select
            options={PRESETS.map(({ id, name }) => ({ value: id, label: t(name) }))}
            value={preset()}
            onChange={choose}
          />
        </Labelled>
      </Show>
      <Show when={lack()}>{(words) => <p class="wrong">{words()}</p>}</Show>
      <Show when={recipe()}>
        {(now) => (
          <>
            <RecipeForm app={props.app} sheet={props.sheet} recipe={now()} onChange={setRecipe} />
            <Labelled label={t("chart.dialog.name")}>
              <TextField value={title()} placeholder={usual()} onText={setTitle} />
            </Labelled>
          </>
        )}
      </Show>
    </div>
  );
}

export function ChartDialog(props: ChartDialogProps) {
  const { app } = props;
  const { t } = app;
  // They stay so while the dialog closes.
  const { chart: known, sheet } = props;
  const draft = createDraft(app, sheet, known);
  const save = async (): Promise<void> => {
    const chart = draft.chart();
    if (chart === null) return;
    const type = known === null ? "addChart" : "changeChart";
    const done = await app.dispatch({ type, sheet: sheet.id, chart, name: titleOf(app, sheet, chart) });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      title={t(known === null ? "chart.dialog.add" : "chart.dialog.edit")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={draft.chart() === null} onClick={() => void save()}>
            {t(known === null ? "chart.dialog.add" : "chart.dialog.save")}
          </Button>
        </>
      }
    >
      <Form app={app} sheet={sheet} draft={draft} isNew={known === null} />
    </Dialog>
  );
}
