/** One chart: its title, the sentence that says what it shows, and the picture or the same figures as a table. */
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  onMount,
  Show,
} from "solid-js";
import type { App } from "../../app/app.ts";
import { chosenAtoms, toggleAtom } from "../../app/filter.ts";
import type { Atom } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { barsHeight, makeBars } from "./bars.ts";
import {
  alternative,
  type Figure,
  figures,
  type Measure,
  type Telling,
  type Tiers,
  telling,
} from "./figures.ts";

interface TierChartProps {
  readonly app: App;
  readonly tiers: Tiers;
  readonly measure: Measure;
}

interface PictureProps {
  readonly app: App;
  readonly figures: readonly Figure[];
  readonly words: string;
  readonly isChosen: (atom: Atom) => boolean | null;
  readonly onPick: (atom: Atom) => void;
}

function Picture(props: PictureProps) {
  let canvas: HTMLCanvasElement | undefined;
  // Chart.js measures what surrounds the canvas, so it must stand in the page first.
  onMount(() => {
    if (canvas === undefined) return;
    const bars = makeBars(canvas, (index) => {
      const figure = props.figures[index];
      if (figure !== undefined) props.onPick(figure.atom);
    });
    createEffect(() =>
      bars.update(
        props.figures.map(({ atom, label, value, short, share, hue }) => ({
          label,
          value,
          hue,
          text: share === "" ? short : `${short} · ${share}`,
          faint: props.isChosen(atom) === false,
        })),
      ),
    );
    createEffect(on(props.app.device.colours, bars.recolour, { defer: true }));
    onCleanup(bars.destroy);
  });
  return (
    <div class="chart-picture" style={{ height: `${barsHeight(props.figures.length)}px` }}>
      <canvas ref={canvas} role="img" aria-label={props.words} />
    </div>
  );
}

function Tier(props: { readonly figure: Figure }) {
  return (
    <Show when={props.figure.hue} fallback={<span class="chip quiet">{props.figure.label}</span>}>
      {(hue) => <Chip label={props.figure.label} hue={hue()} />}
    </Show>
  );
}

function FigureTable(props: PictureProps & { readonly column: string }) {
  const { t } = props.app;
  return (
    <table class="chart-table">
      <caption class="unseen">{props.words}</caption>
      <thead>
        <tr>
          <th scope="col">{t("charts.tier")}</th>
          <th scope="col">{props.column}</th>
          <th scope="col">{t("charts.share")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.figures}>
          {(figure) => (
            <tr data-faint={props.isChosen(figure.atom) === false ? "" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="chart-row"
                  aria-pressed={props.isChosen(figure.atom) === true}
                  title={t("charts.filterBy", { tier: figure.label })}
                  onClick={() => props.onPick(figure.atom)}
                >
                  <Tier figure={figure} />
                </button>
              </th>
              <td>{figure.full}</td>
              <td>{figure.share}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

export function TierChart(props: TierChartProps) {
  const { app } = props;
  const { t } = app;
  const titleId = createUniqueId();
  const [asTable, setAsTable] = createSignal(false);
  const list = createMemo(() => figures(app, props.tiers, props.measure));
  const told = createMemo((): Telling => telling(app, props.tiers, props.measure));
  const column = (): string =>
    props.measure === "customers" ? t("charts.count") : (props.tiers.revenue?.name ?? t("field.revenue"));
  const title = (): string =>
    props.measure === "customers" ? t("charts.customers") : t("charts.revenue", { field: column() });
  const chosen = () => chosenAtoms(app.view()?.filter ?? null, props.tiers.tier.id);
  const isChosen = (atom: Atom): boolean | null => chosen()?.includes(atom) ?? null;
  const pick = (atom: Atom): void => {
    const view = app.view();
    if (view === null) return;
    void app.setView("filter", { ...view, filter: toggleAtom(view.filter, props.tiers.tier.id, atom) });
  };
  const words = (): string => alternative(app, title(), list());
  const sentence = (): string | null => {
    const now = told();
    return now.type === "picture" ? now.sentence : null;
  };
  const why = (): string => {
    const now = told();
    return now.type === "nothing" ? now.why : "";
  };
  return (
    <section class="chart">
      <div class="chart-head">
        <h2 id={titleId}>{title()}</h2>
        <Show when={sentence() !== null}>
          <Button
            aria-pressed={asTable()}
            aria-describedby={titleId}
            on={asTable()}
            onClick={() => setAsTable(!asTable())}
          >
            {t("charts.asTable")}
          </Button>
        </Show>
      </div>
      <Show when={sentence() !== null} fallback={<p class="quiet">{why()}</p>}>
        <p class="quiet chart-sentence">{sentence()}</p>
        <Show
          when={asTable()}
          fallback={<Picture app={app} figures={list()} words={words()} isChosen={isChosen} onPick={pick} />}
        >
          <FigureTable
            app={app}
            column={column()}
            figures={list()}
            words={words()}
            isChosen={isChosen}
            onPick={pick}
          />
        </Show>
      </Show>
    </section>
  );
}
