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

interface ChartDialogProps {
  readonly app: App;
  readonly sheet: Sheet;
  /** Null: a new one. */
  readonly chart: SheetChart | null;
  readonly onClose: () => void;
}

export function ChartDialog(props: ChartDialogProps) {
  const { app } = props;
  const { t } = app;
  // They stay so while the dialog closes.
  const { chart: known, sheet } = props;
  const [preset, setPreset] = createSignal("groups");
  const made = PRESETS.find(({ id }) => id === "groups")?.make(sheet);
  const [recipe, setRecipe] = createSignal<ChartRecipe | null>(
    known?.recipe ?? (typeof made === "object" ? made : null),
  );
  const [lack, setLack] = createSignal<string | null>(null);
  const [title, setTitle] = createSignal(known?.title ?? "");
  const choose = (id: string): void => {
    const found = PRESETS.find((each) => each.id === id)?.make(sheet);
    if (found === undefined) return;
    setPreset(id);
    setLack(typeof found === "string" ? t(found) : null);
    setRecipe(typeof found === "string" ? null : found);
  };
  const ready = (): ChartRecipe | null => {
    const now = recipe();
    return now !== null && lackOf(sheet, now) === null ? now : null;
  };
  const usual = (): string => {
    const now = recipe();
    return now === null ? "" : titleOf(app, sheet, { recipe: now });
  };
  const save = async (): Promise<void> => {
    const now = ready();
    if (now === null) return;
    const own = title().trim();
    const chart: SheetChart = {
      id: known?.id ?? chartId(crypto.randomUUID()),
      ...(own === "" || own === usual() ? {} : { title: own }),
      recipe: now,
    };
    const type = known === null ? "addChart" : "changeChart";
    const name = titleOf(app, sheet, chart);
    const done = await app.dispatch({ type, sheet: sheet.id, chart, name });
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
          <Button tone="primary" disabled={ready() === null} onClick={() => void save()}>
            {t(known === null ? "chart.dialog.add" : "chart.dialog.save")}
          </Button>
        </>
      }
    >
      <div class="chart-form">
        <Show when={known === null}>
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
              <RecipeForm app={app} sheet={sheet} recipe={now()} onChange={setRecipe} />
              <Labelled label={t("chart.dialog.name")}>
                <TextField value={title()} placeholder={usual()} onText={setTitle} />
              </Labelled>
            </>
          )}
        </Show>
      </div>
    </Dialog>
  );
}
