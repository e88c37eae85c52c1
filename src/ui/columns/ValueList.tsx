/** The boxes of a checklist of values: all of them at once, groups of days, and each value with its count. */
import { createMemo, createSignal, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { isTicked, NONE, saysNothing, type Ticks, withTicked } from "../../app/checklist.ts";
import { type Atom, choicesOf, type Field } from "../../core/model/index.ts";
import { groupedNumber } from "../../i18n/plural.ts";
import { Check } from "../kit/Check.tsx";
import { Chip } from "../kit/Chip.tsx";
import { atomText } from "../views/describe.ts";
import { type Group, type Item, type Node, seenOf } from "./dayTree.ts";
import "./values.css";

/** What is listed: the values that are there or found, and the empty cell behind them. */
export interface Values {
  readonly nodes: readonly Node[];
  /** Values beyond those. */
  readonly more: number;
  /** All of them, in case they are ticked at once; null where they are too many to be known. */
  readonly atoms: readonly Atom[] | null;
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
    <li data-depth={props.item.depth}>
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

interface GroupProps {
  readonly app: App;
  readonly group: Group;
  readonly ticks: Ticks;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onTick: (ticked: boolean) => void;
}

function GroupRow(props: GroupProps) {
  const { app, group } = props;
  const name = (): string => {
    const format = new Intl.DateTimeFormat(
      app.language(),
      group.unit === "year" ? { year: "numeric", timeZone: "UTC" } : { month: "long", timeZone: "UTC" },
    );
    return format.format(new Date(group.day * 86_400_000));
  };
  const ticked = createMemo(() => group.atoms.filter((atom) => isTicked(props.ticks, atom)).length);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    props.onOpen(event.key === "ArrowRight");
  };
  return (
    <li data-depth={group.depth} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="values-open"
        aria-expanded={props.open}
        aria-label={name()}
        onClick={() => props.onOpen(!props.open)}
      />
      <Check
        checked={ticked() === group.atoms.length}
        mixed={ticked() > 0 && ticked() < group.atoms.length}
        onChange={props.onTick}
      >
        <span class="values-text">{name()}</span>
        <span class="quiet">{groupedNumber(app.language(), group.count)}</span>
      </Check>
    </li>
  );
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

interface ValueListProps {
  readonly app: App;
  readonly field: Field;
  readonly values: Values;
  readonly searching: boolean;
  readonly ticks: Ticks;
  readonly onChange: (ticks: Ticks) => void;
}

/** How many of the values are ticked: all, none, or some. */
function tickedOf(ticks: Ticks, { atoms }: Values): "all" | "none" | "some" {
  if (atoms === null) {
    if (saysNothing(ticks)) return "none";
    return ticks.rest && ticks.apart.size === 0 ? "all" : "some";
  }
  const ticked = atoms.filter((atom) => isTicked(ticks, atom)).length;
  return ticked === atoms.length ? "all" : ticked === 0 ? "none" : "some";
}

export function ValueList(props: ValueListProps) {
  const { app, field } = props;
  const { t } = app;
  const ticked = createMemo(() => tickedOf(props.ticks, props.values));
  const [open, setOpen] = createSignal<ReadonlySet<Group>>(new Set());
  const seen = createMemo(() => seenOf(props.values.nodes, open()));
  const openGroup = (group: Group, wanted: boolean): void => {
    const next = new Set(open());
    if (wanted) next.add(group);
    else next.delete(group);
    setOpen(next);
  };
  const tickAll = (all: boolean): void =>
    props.onChange(
      props.searching ? withTicked(NONE, props.values.atoms ?? [], all) : { rest: all, apart: new Set() },
    );
  const tick = (atoms: readonly Atom[], wanted: boolean): void =>
    props.onChange(withTicked(props.ticks, atoms, wanted));
  return (
    <ul class="values-list" aria-label={t("filter.value")} onKeyDown={moveInList}>
      <li>
        <Check
          checked={ticked() === "all"}
          mixed={ticked() === "some"}
          disabled={props.searching && props.values.atoms === null}
          onChange={tickAll}
        >
          {t(props.searching ? "values.allFound" : "values.all")}
        </Check>
      </li>
      <For each={seen()}>
        {(node) =>
          node.type === "group" ? (
            <GroupRow
              app={app}
              group={node}
              ticks={props.ticks}
              open={open().has(node)}
              onOpen={(wanted) => openGroup(node, wanted)}
              onTick={(wanted) => tick(node.atoms, wanted)}
            />
          ) : (
            <ItemRow
              app={app}
              field={field}
              item={node}
              ticked={isTicked(props.ticks, node.atom)}
              onTick={(wanted) => tick([node.atom], wanted)}
            />
          )
        }
      </For>
    </ul>
  );
}
