/** A column's values with how often each is there, to be ticked as in Excel: what is applied is one condition of the filter. */
import { createEffect, createSignal, onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  NONE,
  onlyTicked,
  saysNothing,
  type Ticks,
  ticksOf,
  together,
  withTicks,
} from "../../app/checklist.ts";
import { makeLatest } from "../../app/latest.ts";
import type { Field, FieldId } from "../../core/model/index.ts";
import type { Facet } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";
import { Popover } from "../kit/Popover.tsx";
import { TextField } from "../kit/TextField.tsx";
import { PinCheck } from "../views/PinCheck.tsx";
import { dayTree, type Item, itemOf } from "./dayTree.ts";
import { ValueList, type Values } from "./ValueList.tsx";
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

/** From so many days on, they stand under months and years. */
const MANY_DAYS = 15;

/** A box that is empty is an unchecked one. */
function flagItems({ values, empty }: Facet): readonly Item[] {
  const checked = values.find(({ atom }) => atom === 1)?.count ?? 0;
  const others = values.reduce((sum, { count }) => sum + count, 0) - checked;
  return [itemOf(1, checked), itemOf(null, others + empty)];
}

function valuesOf(facet: Facet, { type }: Field, searching: boolean): Values {
  if (type.storage === "flag") {
    const nodes = flagItems(facet);
    return { nodes, more: 0, atoms: nodes.map(({ atom }) => atom) };
  }
  const blank = searching || facet.empty === 0 ? [] : [itemOf(null, facet.empty)];
  const all = [...facet.values, ...blank].map(({ atom }) => atom);
  const atoms = facet.truncated ? null : all;
  if (type.storage === "day" && !searching && facet.values.length > MANY_DAYS) {
    const more = facet.distinct - facet.values.length;
    return { nodes: [...dayTree(facet.values), ...blank], more, atoms };
  }
  const items = facet.values.slice(0, LISTED).map(({ atom, count }) => itemOf(atom, count));
  return { nodes: [...items, ...blank], more: facet.distinct - items.length, atoms };
}

/** What is ticked: without a search all of it, with one only what was found, as Excel has it. */
function createTicks(app: App, field: FieldId) {
  const [all, setAll] = createSignal(ticksOf(app.view()?.filter ?? null, field));
  const [found, setFound] = createSignal<Ticks | null>(null);
  const [adding, setAdding] = createSignal(false);
  return {
    ticks: (): Ticks => found() ?? all(),
    /** What applying comes to. */
    result: (): Ticks => {
      const now = found();
      return now === null ? all() : adding() ? together(all(), now) : now;
    },
    /** There is something that what was found can be added to. */
    addable: (): boolean => found() !== null && !(all().rest && all().apart.size === 0),
    adding,
    setAdding,
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

function Checklist(props: Omit<ValuesPopoverProps, "field" | "anchor"> & { readonly field: Field }) {
  const { app, field } = props;
  const { t } = app;
  const [search, setSearch] = createSignal("");
  const { ticks, result, addable, adding, setAdding, setFound, change } = createTicks(app, field.id);
  const values = createValues(app, field, search, (found) =>
    setFound(found === null ? null : found.atoms === null ? NONE : onlyTicked(found.atoms)),
  );
  const searching = (): boolean => search().trim() !== "";
  const filtered = (): boolean => {
    const now = ticksOf(app.view()?.filter ?? null, field.id);
    return !now.rest || now.apart.size > 0;
  };
  const impossible = (): boolean => values() === null || saysNothing(result());
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
        if (!impossible()) put(result());
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
            when={known().nodes.length > 0}
            fallback={<p class="quiet values-list">{t(searching() ? "values.none" : "values.empty")}</p>}
          >
            <ValueList
              app={app}
              field={field}
              values={known()}
              searching={searching()}
              ticks={ticks()}
              onChange={change}
            />
            <Show when={known().more > 0}>
              <p class="quiet">{t("values.more", { count: known().more })}</p>
            </Show>
          </Show>
        )}
      </Show>
      <Show when={addable()}>
        <Check checked={adding()} onChange={setAdding}>
          {t("values.add")}
        </Check>
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
