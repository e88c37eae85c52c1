/** One chart: its title, the sentence that says what it shows, the picture or the same figures as a table, and what can be done with it. */
import { type Accessor, createMemo, createSignal, createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { togglePicked } from "../../app/filter.ts";
import type { Sheet, SheetChart } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { NameInPlace } from "../kit/NameInPlace.tsx";
import type { Ahead } from "./ahead.ts";
import { createAsked } from "./asked.ts";
import { ChartMenu } from "./ChartMenu.tsx";
import { ChartPicture } from "./ChartPicture.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { chosenIn, picksOf, valuesText } from "./figures.ts";
import type { Comparing } from "./kinds/earlier.ts";
import { type Telling, tell, titleOf } from "./kinds/index.ts";
import { createRows } from "./rows.ts";
import type { Shot } from "./saving.ts";
import { createSight } from "./sight.ts";
import type { Pick, Told } from "./told.ts";

export interface ChartCardProps {
  readonly app: App;
  readonly sheet: Sheet;
  readonly chart: SheetChart;
  /** Its place among the others. */
  readonly at: number;
  readonly count: number;
  readonly comparing: Comparing | null;
  readonly ahead: Ahead | null;
  readonly onEdit: () => void;
}

type NothingTold = Extract<Telling, { type: "nothing" }>;

/** Why there is nothing to see, and what mends it. */
function Nothing(props: ChartCardProps & { readonly telling: NothingTold; readonly title: string }) {
  const { app } = props;
  const mend = (unit: "week" | "month" | "quarter" | "year"): void => {
    const { recipe } = props.chart;
    if (recipe.kind !== "groups") return;
    const chart = { ...props.chart, recipe: { ...recipe, unit } };
    void app.dispatch({ type: "changeChart", sheet: props.sheet.id, chart, name: props.title });
  };
  return (
    <>
      <p class="quiet">{props.telling.why}</p>
      <Show when={app.past() === null && props.telling.another === true}>
        <div class="charts-hint">
          <Button tone="outline" onClick={props.onEdit}>
            {app.t("chart.edit")}
          </Button>
        </div>
      </Show>
      <Show when={app.past() === null && props.telling.mend}>
        {(cure) => (
          <div class="charts-hint">
            <Button tone="outline" onClick={() => mend(cure().unit)}>
              {cure().label}
            </Button>
          </div>
        )}
      </Show>
    </>
  );
}

function Shown(props: {
  readonly app: App;
  readonly told: Told;
  readonly words: string;
  readonly asTable: boolean;
  readonly onCanvas: (canvas: HTMLCanvasElement) => void;
}) {
  const { app } = props;
  const own = createMemo(() => picksOf(props.told));
  const chosen = chosenIn(() => app.view()?.filter ?? null, own);
  const notes = (): readonly string[] =>
    props.asTable ? props.told.notes : [...props.told.notes, ...(props.told.ofPicture ?? [])];
  const pick = (wanted: Pick): void => {
    const view = app.view();
    if (view === null || wanted === null) return;
    void app.setView("filter", { ...view, filter: togglePicked(view.filter, wanted, own()) });
  };
  return (
    <>
      <p class="quiet chart-sentence">{props.told.sentence}</p>
      <Show
        when={props.asTable}
        fallback={
          <ChartPicture
            app={app}
            told={props.told}
            words={props.words}
            chosen={chosen}
            onPick={pick}
            ref={props.onCanvas}
          />
        }
      >
        <ChartTable app={app} told={props.told} words={props.words} chosen={chosen} onPick={pick} />
      </Show>
      <For each={notes()}>{(note) => <p class="quiet chart-note">{note}</p>}</For>
      <Show when={props.told.action}>
        {(action) => (
          <div class="charts-hint">
            <Button tone="outline" onClick={() => pick(action().pick)}>
              {action().label}
            </Button>
          </div>
        )}
      </Show>
    </>
  );
}

/** What the chart's answer says, or why it says nothing; both null until the first. */
function createTelling(
  props: ChartCardProps,
  inSight: Accessor<boolean>,
): { readonly told: Accessor<Told | null>; readonly nothing: Accessor<NothingTold | null> } {
  const { app } = props;
  // Definitions come anew with every change of the workbook; most do not touch the recipe.
  const recipe = createMemo(() => props.chart.recipe, undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const asking = () => ({ recipe: recipe(), comparing: props.comparing });
  const answer = createAsked(app, asking, inSight, () => props.ahead);
  const telling = createMemo(() => {
    const now = answer();
    return now === null ? null : tell(app, now.recipe, now.found, now.comparing);
  });
  return {
    told: () => {
      const now = telling();
      return now?.type === "told" ? now.told : null;
    },
    nothing: () => {
      const now = telling();
      return now?.type === "nothing" ? now : null;
    },
  };
}

interface HeadProps extends ChartCardProps {
  readonly titleId: string;
  readonly title: string;
  /** Whether there is something that a table could show. */
  readonly told: boolean;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly shot: () => Shot | null;
}

function Head(props: HeadProps) {
  const { app } = props;
  const { t } = app;
  const [menu, setMenu] = createSignal<{ readonly x: number; readonly y: number } | null>(null);
  const [renaming, setRenaming] = createSignal(false);
  let more: HTMLButtonElement | undefined;
  const openMenu = (): void => {
    const box = more?.getBoundingClientRect();
    if (box !== undefined) setMenu({ x: box.left, y: box.bottom });
  };
  const closeMenu = (): void => {
    setMenu(null);
    // The name in its place takes the keyboard itself.
    if (!renaming()) more?.focus();
  };
  const rename = (name: string | null): void => {
    setRenaming(false);
    if (name === null) return;
    const chart = { ...props.chart, title: name };
    void app.dispatch({ type: "changeChart", sheet: props.sheet.id, chart, name });
  };
  return (
    <div class="chart-head">
      <h2 id={props.titleId}>
        <Show when={renaming()} fallback={props.title}>
          <NameInPlace name={props.title} label={t("chart.dialog.name")} class="input" onEnd={rename} />
        </Show>
      </h2>
      <span class="grow" />
      <Show when={props.told}>
        <Button
          aria-pressed={props.asTable}
          aria-describedby={props.titleId}
          on={props.asTable}
          onClick={() => props.onTable(!props.asTable)}
        >
          {t("charts.asTable")}
        </Button>
      </Show>
      <Button
        ref={more}
        tone="glyph"
        aria-haspopup="menu"
        aria-label={t("chart.menu", { title: props.title })}
        onClick={openMenu}
      >
        ⋯
      </Button>
      <Show when={menu()} keyed>
        {(place) => (
          <ChartMenu {...props} place={place} onRename={() => setRenaming(true)} onClose={closeMenu} />
        )}
      </Show>
    </div>
  );
}

export function ChartCard(props: ChartCardProps) {
  const { app } = props;
  const titleId = createUniqueId();
  const [asTable, setAsTable] = createSignal(false);
  let canvas: HTMLCanvasElement | null = null;
  const { inSight, watch } = createSight();
  const { rows, measure } = createRows();
  const { told, nothing } = createTelling(props, inSight);
  const title = (): string => titleOf(app, props.sheet, props.chart);
  const words = (now: Told): string => app.t("charts.alt", { title: title(), values: valuesText(app, now) });
  const shot = (): Shot | null => {
    const now = told();
    if (now === null || canvas === null || asTable()) return null;
    return { canvas, title: title(), sentence: now.sentence };
  };
  return (
    <section
      ref={(card) => {
        watch(card);
        measure(card);
      }}
      class="chart"
      style={{ "grid-row-end": `span ${rows()}` }}
      aria-labelledby={titleId}
    >
      <Head
        {...props}
        titleId={titleId}
        title={title()}
        told={told() !== null}
        asTable={asTable()}
        onTable={setAsTable}
        shot={shot}
      />
      <Switch>
        <Match when={told()}>
          {(now) => (
            <Shown
              app={app}
              told={now()}
              words={words(now())}
              asTable={asTable()}
              onCanvas={(made) => {
                canvas = made;
              }}
            />
          )}
        </Match>
        <Match when={nothing()}>{(now) => <Nothing {...props} telling={now()} title={title()} />}</Match>
      </Switch>
    </section>
  );
}
