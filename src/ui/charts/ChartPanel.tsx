/** The charts beside the grid: they follow every change, and a click on a bar filters the grid. */
import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { chosenAtoms, joinParts, partsOf } from "../../app/filter.ts";
import { makeLatest } from "../../app/latest.ts";
import type { SheetId } from "../../core/model/index.ts";
import type { TierSummary } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Empty } from "../kit/Empty.tsx";
import type { Tiers } from "./figures.ts";
import { ParetoChart } from "./ParetoChart.tsx";
import { TierChart } from "./TierChart.tsx";
import "./charts.css";

export interface ChartPanelProps {
  readonly app: App;
  readonly onRule: () => void;
  readonly onClose: () => void;
}

/** Null until the first answer. */
function createSummary(app: App) {
  const [summary, setSummary] = createSignal<TierSummary | null>(null);
  const ask = makeLatest(async ({ sheet, search }: { sheet: SheetId; search: string }) => {
    try {
      const found = await app.worker.tierSummary(sheet, search);
      if (app.sheet()?.id === sheet) setSummary(found);
    } catch {
      app.notify(app.t("notice.unexpected"), "wrong");
    }
  });
  createEffect(
    on([app.sheet, app.refresh], ([sheet]) => {
      if (sheet !== null) ask({ sheet: sheet.id, search: app.search() });
    }),
  );
  return summary;
}

export function ChartPanel(props: ChartPanelProps) {
  const { app } = props;
  const { t } = app;
  const summary = createSummary(app);
  const tiers = (): Tiers | null => {
    const now = summary();
    return now?.type === "tiers" ? now : null;
  };
  const filtered = (): boolean => {
    const known = tiers();
    return known !== null && chosenAtoms(app.view()?.filter ?? null, known.tier.id) !== null;
  };
  const showAll = (): void => {
    const view = app.view();
    const known = tiers();
    if (view === null || known === null) return;
    const others = partsOf(view.filter).filter(
      (part) => !("atoms" in part && part.op === "oneOf" && part.field === known.tier.id),
    );
    void app.setView("filter", { ...view, filter: joinParts(others) });
  };
  return (
    <section class="charts" aria-label={t("charts.label")}>
      <div class="charts-close">
        <Button tone="glyph" aria-label={t("common.close")} onClick={props.onClose}>
          ×
        </Button>
      </div>
      <Switch>
        <Match when={tiers()?.count === 0}>
          <Empty text={t(app.counts()?.total === 0 ? "charts.noRows" : "charts.noMatches")} />
        </Match>
        <Match when={tiers()}>
          {(known) => (
            <>
              <TierChart app={app} tiers={known()} measure="customers" />
              <TierChart app={app} tiers={known()} measure="revenue" />
              <Show when={known().revenue !== null}>
                <ParetoChart app={app} />
              </Show>
              <div class="charts-hint quiet">
                <Show when={app.past() === null}>
                  <Button tone="outline" onClick={props.onRule}>
                    {t("tierRule.open")}
                  </Button>
                </Show>
                <Show when={filtered()} fallback={t("charts.hint")}>
                  <Button tone="outline" onClick={showAll}>
                    {t("charts.clear")}
                  </Button>
                </Show>
              </div>
            </>
          )}
        </Match>
        <Match when={summary()?.type === "noTierField"}>
          <Empty text={t("charts.noTierField")} />
        </Match>
      </Switch>
    </section>
  );
}
