/**
 * The row of totals below the grid. It is no row of the grid, so that no range, fill or paste can ever reach it: buttons
 * that stand under the columns and go along with them.
 */
import "./totals.css";
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from "solid-js";
import { type Field, type FieldId, TOTALS, totalsOf, withTotal } from "../../../core/model/index.ts";
import { kindOf } from "../../../fields/index.ts";
import { Menu, MenuChoice, MenuChoices } from "../../kit/Menu.tsx";
import type { Geometry } from "../selection/geometry.ts";
import type { GridSession } from "../session.ts";
import { createTotals, totalIn } from "./asking.ts";
import { resultText, totalName } from "./text.ts";

export interface TotalsBarProps {
  readonly session: GridSession;
  readonly geometry: Geometry;
}

interface Cell {
  readonly field: Field;
  readonly left: number;
  readonly width: number;
  readonly frozen: boolean;
}

interface OpenTotal {
  readonly field: Field;
  readonly button: HTMLButtonElement;
}

function TotalMenu(props: {
  readonly session: GridSession;
  readonly open: OpenTotal;
  readonly onClose: () => void;
}) {
  const { app } = props.session;
  const { field, button } = props.open;
  const { left, top } = button.getBoundingClientRect();
  const choose = (chosen: string): void => {
    const view = app.view();
    const total = TOTALS.find((each) => each === chosen);
    if (view === null || total === undefined) return;
    void app.setView("totals", { ...view, totals: withTotal(view.totals ?? [], field, total) });
  };
  return (
    <Menu x={left} y={top} onClose={props.onClose}>
      <MenuChoices
        label={app.t("totals.choose", { column: field.name })}
        value={totalIn(app, field)}
        onChange={choose}
      >
        <For each={totalsOf(field)}>
          {(total) => <MenuChoice value={total}>{totalName(app, total)}</MenuChoice>}
        </For>
      </MenuChoices>
    </Menu>
  );
}

/** One stop for Tab; arrows go from column to column. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button")];
  buttons[buttons.indexOf(event.target) + step]?.focus();
  event.preventDefault();
}

export default function TotalsBar(props: TotalsBarProps) {
  const { session, geometry } = props;
  const { app } = session;
  const { t } = app;
  const cells = createMemo(
    () => {
      session.drawn();
      return geometry.columns().flatMap(({ id, left, width, frozen }): readonly Cell[] => {
        const field = app.fieldOf(id);
        return field === undefined ? [] : [{ field, left, width, frozen }];
      });
    },
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const frozenWidth = createMemo(() => {
    session.drawn();
    return geometry.frozenWidth();
  });
  const totals = createTotals(app, () => cells().map(({ field }) => field));
  const [open, setOpen] = createSignal<OpenTotal | null>(null);
  const [stop, setStop] = createSignal<FieldId | null>(null);
  const tabStop = (): FieldId | undefined => {
    const fields = cells().map(({ field }) => field.id);
    return fields.find((id) => id === stop()) ?? fields[0];
  };
  let track: HTMLDivElement | undefined;
  const follow = (): void => {
    if (track !== undefined) track.style.transform = `translateX(${-geometry.viewport.scrollLeft}px)`;
  };
  geometry.viewport.addEventListener("scroll", follow, { passive: true });
  onCleanup(() => geometry.viewport.removeEventListener("scroll", follow));
  createEffect(on(cells, follow));
  const cellOf = (cell: Cell) => {
    const { field } = cell;
    const value = () =>
      resultText(app, field, totalIn(app, field) === "none" ? undefined : totals().get(field.id));
    const said = (): string => {
      const total = totalIn(app, field);
      return total === "none"
        ? t("totals.noneOf", { column: field.name })
        : t("totals.cell", { column: field.name, total: totalName(app, total), value: value() ?? "" });
    };
    return (
      <button
        type="button"
        class={`totals-cell totals-${kindOf(field).align}`}
        style={{ left: `${cell.left}px`, width: `${cell.width}px` }}
        tabIndex={tabStop() === field.id ? 0 : -1}
        aria-label={said()}
        aria-haspopup="menu"
        title={said()}
        onFocus={() => {
          setStop(field.id);
          session.showColumn(field.id);
        }}
        onClick={(event) => setOpen({ field, button: event.currentTarget })}
      >
        <Show when={value()}>
          {(text) => (
            <>
              <span class="totals-name">{totalName(app, totalIn(app, field))}</span>
              <span class="totals-value">{text()}</span>
            </>
          )}
        </Show>
      </button>
    );
  };
  const close = (): void => {
    open()?.button.focus();
    setOpen(null);
  };
  return (
    <div class="totals-bar" role="toolbar" aria-label={t("totals.label")} onKeyDown={moveFocus}>
      <div class="totals-frozen" style={{ width: `${frozenWidth()}px` }}>
        <span class="totals-sign" aria-hidden="true">
          Σ
        </span>
        <For each={cells().filter(({ frozen }) => frozen)}>{cellOf}</For>
      </div>
      <div class="totals-scrolled">
        <div class="totals-track" ref={track}>
          <For each={cells().filter(({ frozen }) => !frozen)}>
            {(cell) => cellOf({ ...cell, left: cell.left - frozenWidth() })}
          </For>
        </div>
      </div>
      <Show when={open()} keyed>
        {(now) => <TotalMenu session={session} open={now} onClose={close} />}
      </Show>
    </div>
  );
}
