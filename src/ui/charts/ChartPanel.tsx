/** The charts beside the grid, or in its place: they follow every change, and a click on a part of one filters the grid. */
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { filterOn } from "../../app/filter.ts";
import {
  type ChartId,
  chartsOf,
  inputsOfChart,
  type Sheet,
  type SheetChart,
  tierOf,
} from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Empty } from "../kit/Empty.tsx";
import { createAhead } from "./ahead.ts";
import { ChartCard } from "./ChartCard.tsx";
import { ChartDialog } from "./ChartDialog.tsx";
import { CompareDay, CompareProblem, CompareSpans } from "./CompareBar.tsx";
import { type Comparison, createComparison } from "./comparing.ts";
import type { Comparing } from "./kinds/earlier.ts";
import "./charts.css";

export interface ChartPanelProps {
  readonly app: App;
  readonly onRule: () => void;
  /** The day that they are compared with by now. */
  readonly onCompared: (comparing: Comparing | null) => void;
  readonly onClose: () => void;
}

/** What is being made or changed; `chart` null: a new one. */
interface Editing {
  readonly chart: SheetChart | null;
}

function Foot(props: ChartPanelProps & { readonly sheet: Sheet; readonly onAdd: () => void }) {
  const { app } = props;
  const { t } = app;
  const own = () =>
    new Set(chartsOf(props.sheet).flatMap(({ recipe }) => inputsOfChart(recipe).map(({ field }) => field)));
  const left = () => filterOn(app.view()?.filter ?? null, own());
  const showAll = (): void => {
    const view = app.view();
    if (view !== null) void app.setView("filter", { ...view, filter: left().others });
  };
  return (
    <div class="charts-hint charts-foot quiet">
      <Show when={app.past() === null}>
        <Button tone="outline" onClick={props.onAdd}>
          {t("chart.add")}
        </Button>
        <Show when={tierOf(props.sheet) !== null}>
          <Button tone="outline" onClick={props.onRule}>
            {t("tierRule.open")}
          </Button>
        </Show>
      </Show>
      <Show when={left().any} fallback={t("charts.hint")}>
        <Button tone="outline" onClick={showAll}>
          {t("charts.clear")}
        </Button>
      </Show>
    </div>
  );
}

interface HeadProps extends Pick<ChartPanelProps, "app" | "onClose"> {
  readonly comparison: Comparison;
  readonly wide: boolean;
  readonly onWide: (wide: boolean) => void;
}

function Head(props: HeadProps) {
  const { t } = props.app;
  const problemId = createUniqueId();
  return (
    <header>
      <div class="charts-head">
        <CompareDay app={props.app} comparison={props.comparison} problemId={problemId} />
        <span class="grow" />
        <Button
          class="button charts-wide"
          aria-pressed={props.wide}
          on={props.wide}
          onClick={() => props.onWide(!props.wide)}
        >
          {t("chart.wide")}
        </Button>
        <Button
          class="button charts-close"
          tone="glyph"
          aria-label={t("common.close")}
          onClick={props.onClose}
        >
          ×
        </Button>
      </div>
      <CompareSpans app={props.app} comparison={props.comparison} />
      <CompareProblem app={props.app} comparison={props.comparison} id={problemId} />
    </header>
  );
}

interface CardsProps {
  readonly app: App;
  readonly sheet: Sheet;
  readonly comparing: Comparing | null;
  readonly onEdit: (chart: SheetChart) => void;
}

/** Each chart of the sheet, or why there is none. */
function Cards(props: CardsProps) {
  const { app } = props;
  const ahead = createAhead(app.worker);
  const charts = createMemo(() => chartsOf(props.sheet));
  // Known by their ids: the definitions themselves come anew with every change of the workbook.
  const ids = createMemo(() => charts().map(({ id }) => id), undefined, {
    equals: (a, b) => a.join() === b.join(),
  });
  const chartOf = (id: ChartId): SheetChart | undefined => charts().find((chart) => chart.id === id);
  const lack = (): "charts.noTierField" | "charts.none" | null => {
    if (props.sheet.charts === undefined && tierOf(props.sheet) === null) return "charts.noTierField";
    return ids().length === 0 ? "charts.none" : null;
  };
  return (
    <>
      <Show when={lack()}>{(why) => <Empty text={app.t(why())} />}</Show>
      <div class="charts-list">
        <For each={ids()}>
          {(id, at) => (
            <Show when={chartOf(id)}>
              {(chart) => (
                <ChartCard
                  app={app}
                  sheet={props.sheet}
                  chart={chart()}
                  at={at()}
                  count={ids().length}
                  comparing={props.comparing}
                  ahead={ahead()}
                  onEdit={() => props.onEdit(chart())}
                />
              )}
            </Show>
          )}
        </For>
      </div>
    </>
  );
}

export function ChartPanel(props: ChartPanelProps) {
  const { app } = props;
  const [wide, setWide] = createSignal(false);
  const [editing, setEditing] = createSignal<Editing | null>(null);
  const comparison = createComparison(app, props.onCompared);
  return (
    <section class="charts" aria-label={app.t("charts.label")} data-wide={wide() ? "" : undefined}>
      <Head app={app} comparison={comparison} wide={wide()} onWide={setWide} onClose={props.onClose} />
      <Show when={app.sheet()}>
        {(sheet) => (
          <>
            <Cards
              app={app}
              sheet={sheet()}
              comparing={comparison.comparing()}
              onEdit={(chart) => setEditing({ chart })}
            />
            <Foot {...props} sheet={sheet()} onAdd={() => setEditing({ chart: null })} />
            <Show when={editing()} keyed>
              {({ chart }) => (
                <ChartDialog app={app} sheet={sheet()} chart={chart} onClose={() => setEditing(null)} />
              )}
            </Show>
          </>
        )}
      </Show>
    </section>
  );
}
