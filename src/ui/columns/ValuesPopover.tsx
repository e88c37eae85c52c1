/** A column's values with how often each is there, to be ticked as in Excel: what is applied is one condition of the filter. */
import { createEffect, createMemo, createSignal, For, onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  isTicked,
  NONE,
  onlyTicked,
  saysNothing,
  type Ticks,
  ticksOf,
  withTicked,
  withTicks,
} from "../../app/checklist.ts";
import { makeLatest } from "../../app/latest.ts";
import { type Atom, choicesOf, type Field, type FieldId } from "../../core/model/index.ts";
import { groupedNumber } from "../../i18n/plural.ts";
import type { Facet } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";
import { Chip } from "../kit/Chip.tsx";
import { Popover } from "../kit/Popover.tsx";
import { TextField } from "../kit/TextField.tsx";
import { atomText } from "../views/describe.ts";
import { PinCheck } from "../views/PinCheck.tsx";
import "./values.css";

interface ValuesPopoverProps {
  readonly app: App;
  readonly field: FieldId;
  readonly anchor: HTMLElement;
  /** The filter's own form is wanted instead. */
  readonly onConditions: () => void;
  readonly onClose: () => void;
}

/** Values that are asked for: as many as "Select all found" can mean. */
const MOST = 10_000;
/** Of these, the ones that are listed: the screen must not wait for what nobody reads to the end. */
const LISTED = 200;

interface Item {
  readonly atom: Atom;
  readonly count: number;
}

/** What is listed: the values that are there or found, and the empty cell behind them. */
interface Values {
  readonly items: readonly Item[];
  /** Values beyond those. */
  readonly more: number;
  /** All of them, in case they are ticked at once; null where they are too many to be known. */
  readonly atoms: readonly Atom[] | null;
}

/** A box that is empty is an unchecked one. */
function flagItems({ values, empty }: Facet): readonly Item[] {
  const checked = values.find(({ atom }) => atom === 1)?.count ?? 0;
  const others = values.reduce((sum, { count }) => sum + count, 0) - checked;
  return [
    { atom: 1, count: checked },
    { atom: null, count: others + empty },
  ];
}

function valuesOf(facet: Facet, { type }: Field, searching: boolean): Values {
  if (type.storage === "flag") {
    const items = flagItems(facet);
    return { items, more: 0, atoms: items.map(({ atom }) => atom) };
  }
  const blank = searching || facet.empty === 0 ? [] : [{ atom: null, count: facet.empty }];
  const items = [...facet.values.slice(0, LISTED), ...blank];
  const atoms = [...facet.values, ...blank].map(({ atom }) => atom);
  return {
    items,
    more: facet.distinct - Math.min(facet.values.length, LISTED),
    atoms: facet.truncated ? null : atoms,
  };
}

interface ItemProps {
  readonly app: App;
  readonly field: Field;
  readonly item: Item;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function ItemRow(props: ItemProps) {
  const { app, field } = props;
  const { atom, count } = props.item;
  const choice = choicesOf(field.type).find(({ id }) => id === atom);
  const text = (): string => {
    if (field.type.storage === "flag") return app.t(atom === 1 ? "filter.op.checked" : "filter.op.unchecked");
    return atom === null ? app.t("values.blank") : atomText(app, field, atom);
  };
  return (
    <li>
      <Check checked={props.ticked} onChange={props.onTick}>
        <span class="values-text">
          <Show when={choice} fallback={text()}>
            {(known) => <Chip label={known().label} hue={known().hue} />}
          </Show>
        </span>
        <span class="quiet">{groupedNumber(app.language(), count)}</span>
      </Check>
    </li>
  );
}

/** What is ticked: without a search all of it, with one only what was found, as Excel has it. */
function createTicks(app: App, field: FieldId) {
  const [all, setAll] = createSignal(ticksOf(app.view()?.filter ?? null, field));
  const [found, setFound] = createSignal<Ticks | null>(null);
  return {
    ticks: (): Ticks => found() ?? all(),
    setFound,
    change: (next: Ticks): void => {
      if (found() === null) setAll(next);
      else setFound(next);
    },
  };
}

function createValues(
  app: App,
  field: Field,
  search: () => string,
  onFound: (values: Values | null) => void,
) {
  const [values, setValues] = createSignal<Values | null>(null);
  const ask = makeLatest(async (text: string) => {
    const sheet = app.sheet();
    if (sheet === null) return;
    try {
      const facet = await app.worker.facet(sheet.id, field.id, { limit: MOST, search: text });
      if (facet === null || text !== search()) return;
      const next = valuesOf(facet, field, text.trim() !== "");
      setValues(next);
      onFound(text.trim() === "" ? null : next);
    } catch {
      app.notify(app.t("notice.unexpected"), "wrong");
    }
  });
  createEffect(() => ask(search()));
  return values;
}

/** Arrows go from box to box, as in a list. */
function moveInList(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const boxes: (Element | null)[] = [...event.currentTarget.querySelectorAll("input")];
  const next = boxes[boxes.indexOf(document.activeElement) + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

function Checklist(props: Omit<ValuesPopoverProps, "field" | "anchor"> & { readonly field: Field }) {
  const { app, field } = props;
  const { t } = app;
  const [search, setSearch] = createSignal("");
  const { ticks, setFound, change } = createTicks(app, field.id);
  const values = createValues(app, field, search, (found) =>
    setFound(found === null ? null : found.atoms === null ? NONE : onlyTicked(found.atoms)),
  );
  const searching = (): boolean => search().trim() !== "";
  const filtered = (): boolean => {
    const now = ticksOf(app.view()?.filter ?? null, field.id);
    return !now.rest || now.apart.size > 0;
  };
  const tickedCount = createMemo(() => {
    const atoms = values()?.atoms ?? values()?.items.map(({ atom }) => atom) ?? [];
    return { ticked: atoms.filter((atom) => isTicked(ticks(), atom)).length, of: atoms.length };
  });
  const tickAll = (ticked: boolean): void => {
    if (!searching()) change({ rest: ticked, apart: new Set() });
    else change(withTicked(NONE, values()?.atoms ?? [], ticked));
  };
  const impossible = (): boolean => values() === null || saysNothing(ticks());
  const put = (next: Ticks): void => {
    const view = app.view();
    props.onClose();
    if (view !== null) void app.setView("filter", { ...view, filter: withTicks(view.filter, field, next) });
  };
  let box: HTMLFormElement | undefined;
  onMount(() => setTimeout(() => box?.querySelector("input")?.focus()));
  return (
    <form
      ref={box}
      class="values"
      onSubmit={(event) => {
        event.preventDefault();
        if (!impossible()) put(ticks());
      }}
    >
      <Show when={field.type.storage !== "flag"}>
        <TextField
          type="search"
          label={t("values.search")}
          placeholder={t("values.search")}
          spellcheck={false}
          value={search()}
          onText={setSearch}
        />
      </Show>
      <Show when={values()} fallback={<p class="quiet values-list">…</p>}>
        {(known) => (
          <Show
            when={known().items.length > 0}
            fallback={<p class="quiet values-list">{t(searching() ? "values.none" : "values.empty")}</p>}
          >
            <ul class="values-list" aria-label={t("filter.value")} onKeyDown={moveInList}>
              <li>
                <Check
                  checked={tickedCount().ticked === tickedCount().of}
                  mixed={tickedCount().ticked > 0 && tickedCount().ticked < tickedCount().of}
                  disabled={searching() && known().atoms === null}
                  onChange={tickAll}
                >
                  {t(searching() ? "values.allFound" : "values.all")}
                </Check>
              </li>
              <For each={known().items}>
                {(item) => (
                  <ItemRow
                    app={app}
                    field={field}
                    item={item}
                    ticked={isTicked(ticks(), item.atom)}
                    onTick={(ticked) => change(withTicked(ticks(), [item.atom], ticked))}
                  />
                )}
              </For>
            </ul>
            <Show when={known().more > 0}>
              <p class="quiet">{t("values.more", { count: known().more })}</p>
            </Show>
          </Show>
        )}
      </Show>
      <PinCheck app={app} field={field.id} />
      <div class="popover-foot">
        <Button
          type="submit"
          tone="primary"
          disabled={impossible()}
          title={values() !== null && impossible() ? t("values.tickOne") : undefined}
        >
          {t("values.apply")}
        </Button>
        <Show when={filtered()}>
          <Button tone="outline" onClick={() => put({ rest: true, apart: new Set() })}>
            {t("values.clear")}
          </Button>
        </Show>
        <span class="grow" />
        <Button
          onClick={() => {
            props.onClose();
            props.onConditions();
          }}
        >
          {t("values.conditions")}
        </Button>
      </div>
    </form>
  );
}

export function ValuesPopover(props: ValuesPopoverProps) {
  const { app } = props;
  const field = (): Field | undefined => app.fieldOf(props.field);
  return (
    <Popover
      title={app.t("values.title", { name: field()?.name ?? "" })}
      anchor={props.anchor}
      onClose={props.onClose}
    >
      <Show when={field()}>
        {(known) => (
          <Checklist app={app} field={known()} onConditions={props.onConditions} onClose={props.onClose} />
        )}
      </Show>
    </Popover>
  );
}
