/** How few customers bring how much, as a curve; a click shows those few. */
import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
} from "solid-js";
import type { App } from "../../app/app.ts";
import { joinParts, partsOf } from "../../app/filter.ts";
import { makeLatest } from "../../app/latest.ts";
import type { SheetId } from "../../core/model/index.ts";
import type { Pareto } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { makeCurve } from "./curve.ts";

/** Percent of the whole, after J. M. Juran's rule of the vital few. */
const SHARE = 80;
/** Lines of the table: every tenth of the customers. */
const TENTHS = 10;

type Known = Extract<Pareto, { type: "pareto" }>;

function createPareto(app: App) {
  const [pareto, setPareto] = createSignal<Pareto | null>(null);
  const ask = makeLatest(async ({ sheet, search }: { sheet: SheetId; search: string }) => {
    try {
      const found = await app.worker.pareto(sheet, search, SHARE);
      if (app.sheet()?.id === sheet) setPareto(found);
    } catch {
      app.notify(app.t("notice.unexpected"), "wrong");
    }
  });
  createEffect(
    on([app.sheet, app.refresh], ([sheet]) => {
      if (sheet !== null) ask({ sheet: sheet.id, search: app.search() });
    }),
  );
  return pareto;
}

interface PartProps {
  readonly app: App;
  readonly pareto: Known;
  readonly words: string;
}

function Picture(props: PartProps & { readonly onPick: () => void }) {
  const { app } = props;
  let canvas: HTMLCanvasElement | undefined;
  // Chart.js measures what surrounds the canvas, so it must stand in the page first.
  onMount(() => {
    if (canvas === undefined) return;
    const curve = makeCurve(canvas, () => props.onPick());
    createEffect(() => {
      const { points, few, customers } = props.pareto;
      curve.update(points, {
        at: few.customers / customers,
        share: SHARE / 100,
        label: app.t("pareto.mark", { share: SHARE, customers: few.customers }),
      });
    });
    createEffect(on(app.device.colours, curve.recolour, { defer: true }));
    onCleanup(curve.destroy);
  });
  return (
    <div class="chart-picture pareto-picture">
      <canvas ref={canvas} role="img" aria-label={props.words} />
    </div>
  );
}

function Table(props: PartProps) {
  const { t, language } = props.app;
  const percent = (share: number): string =>
    t("charts.percent", {
      number: new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(share * 100),
    });
  const tenths = () =>
    Array.from({ length: TENTHS }, (_, tenth) => {
      const { points } = props.pareto;
      return points[Math.round(((tenth + 1) * (points.length - 1)) / TENTHS)] ?? { customers: 1, amount: 1 };
    });
  return (
    <table class="chart-table">
      <caption class="unseen">{props.words}</caption>
      <thead>
        <tr>
          <th scope="col">{t("pareto.best")}</th>
          <th scope="col">{t("pareto.bring", { field: props.pareto.field.name })}</th>
        </tr>
      </thead>
      <tbody>
        <For each={tenths()}>
          {(point) => (
            <tr>
              <th scope="row">{percent(point.customers)}</th>
              <td>{percent(point.amount)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

export function ParetoChart(props: { readonly app: App }) {
  const { app } = props;
  const { t } = app;
  const titleId = createUniqueId();
  const [asTable, setAsTable] = createSignal(false);
  const pareto = createPareto(app);
  const known = (): Known | null => {
    const now = pareto();
    return now?.type === "pareto" ? now : null;
  };
  const none = () => {
    const now = pareto();
    return now?.type === "noAmounts" ? now.field.name : null;
  };
  const sentence = ({ field, customers, few }: Known): string =>
    t("pareto.sentence", { share: SHARE, field: field.name, few: few.customers, customers });
  const words = (now: Known): string => t("charts.alt", { title: t("pareto.title"), values: sentence(now) });
  /** Those few; all again where they are shown already. */
  const pick = (): void => {
    const [view, now] = [app.view(), known()];
    if (view === null || now === null) return;
    const own = { op: "greaterOrEqual", field: now.field.id, value: now.few.from } as const;
    const others = partsOf(view.filter).filter((part) => JSON.stringify(part) !== JSON.stringify(own));
    const there = others.length < partsOf(view.filter).length;
    void app.setView("filter", { ...view, filter: joinParts(there ? others : [...others, own]) });
  };
  return (
    <Switch>
      <Match when={none()}>
        {(field) => (
          <section class="chart">
            <h2>{t("pareto.title")}</h2>
            <p class="quiet">{t("charts.noRevenue", { field: field() })}</p>
          </section>
        )}
      </Match>
      <Match when={known()}>
        {(now) => (
          <section class="chart">
            <div class="chart-head">
              <h2 id={titleId}>{t("pareto.title")}</h2>
              <Button
                aria-pressed={asTable()}
                aria-describedby={titleId}
                on={asTable()}
                onClick={() => setAsTable(!asTable())}
              >
                {t("charts.asTable")}
              </Button>
            </div>
            <p class="quiet chart-sentence">{sentence(now())}</p>
            <Show
              when={asTable()}
              fallback={<Picture app={app} pareto={now()} words={words(now())} onPick={pick} />}
            >
              <Table app={app} pareto={now()} words={words(now())} />
            </Show>
            <div class="charts-hint">
              <Button tone="outline" onClick={pick}>
                {t("pareto.show", { customers: now().few.customers })}
              </Button>
            </div>
          </section>
        )}
      </Match>
    </Switch>
  );
}
