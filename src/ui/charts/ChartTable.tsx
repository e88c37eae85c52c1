/** The figures of a chart as a table; what a click on the picture does, a button in it does too. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { Chip } from "../kit/Chip.tsx";
import type { Chosen } from "./draw/canvas.ts";
import type { Cell, Pick, Told } from "./told.ts";

interface ChartTableProps {
  readonly app: App;
  readonly told: Told;
  readonly words: string;
  readonly chosen: Chosen;
  readonly onPick: (pick: Pick) => void;
}

function Text(props: { readonly cell: Cell }) {
  return (
    <Show when={props.cell.hue} fallback={props.cell.text}>
      {(hue) => <Chip label={props.cell.text} hue={hue()} />}
    </Show>
  );
}

function Content(props: Omit<ChartTableProps, "told" | "words"> & { readonly cell: Cell }) {
  return (
    <Show when={props.cell.pick} fallback={<Text cell={props.cell} />}>
      {(pick) => (
        <button
          type="button"
          class="chart-row"
          aria-pressed={props.chosen(pick()) === true}
          title={props.app.t("charts.filterBy", { tier: props.cell.text })}
          onClick={() => props.onPick(pick())}
        >
          <Text cell={props.cell} />
        </button>
      )}
    </Show>
  );
}

export function ChartTable(props: ChartTableProps) {
  return (
    <table class="chart-table">
      <caption class="unseen">{props.words}</caption>
      <thead>
        <tr>
          <For each={props.told.head}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.told.rows}>
          {([first, ...cells]) => (
            <tr data-faint={props.chosen(first?.pick ?? null) === false ? "" : undefined}>
              <th scope="row">
                <Show when={first}>
                  {(cell) => (
                    <Content app={props.app} cell={cell()} chosen={props.chosen} onPick={props.onPick} />
                  )}
                </Show>
              </th>
              <For each={cells}>
                {(cell) => (
                  <td>
                    <Content app={props.app} cell={cell} chosen={props.chosen} onPick={props.onPick} />
                    <Show when={cell.was}>{(was) => <span class="chart-was">{was()}</span>}</Show>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
