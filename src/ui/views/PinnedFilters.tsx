/** Above the sheet: the view's pinned filters, what each lets through, and its form when it is pressed. */
import { createSignal, For, onCleanup, Show, Suspense } from "solid-js";
import { isPlainlyTicked } from "../../app/checklist.ts";
import { joinParts, partsOf } from "../../app/filter.ts";
import { conditionsOf, type Field, type FieldId, filterWithout, withPinned } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { lazyPart } from "../kit/tasks.ts";
import type { Shell } from "../shell/state.ts";
import { filterText } from "./describe.ts";
import "./pinned.css";

const ValuesPopover = lazyPart(() =>
  import("../columns/ValuesPopover.tsx").then((module) => module.ValuesPopover),
);

function PinnedFilter(props: {
  readonly shell: Shell;
  readonly field: Field;
  readonly onUnpin: () => void;
  readonly onGone: () => void;
}) {
  onCleanup(props.onGone);
  const { app, filterOn } = props.shell;
  const { t } = app;
  let chip: HTMLButtonElement | undefined;
  const [open, setOpen] = createSignal(false);
  const filter = () => app.view()?.filter ?? null;
  /** Parts that ask about this field, in groups too. */
  const own = () =>
    partsOf(filter()).filter((part) => conditionsOf(part).some(({ field }) => field === props.field.id));
  const on = (): boolean => own().length > 0;
  const words = (): string => {
    const asked = joinParts(own());
    return asked === null ? t("pinned.all", { name: props.field.name }) : filterText(app, asked);
  };
  const press = (): void => {
    if (isPlainlyTicked(filter(), props.field.id)) setOpen(!open());
    else filterOn(props.field.id);
  };
  const clear = (): void => {
    const view = app.view();
    if (view === null) return;
    void app.setView("filter", { ...view, filter: filterWithout(view.filter, props.field.id) });
    chip?.focus();
  };
  return (
    <li class="pinned-filter" data-on={on() ? "" : undefined}>
      <button
        ref={chip}
        type="button"
        class="pinned-words"
        aria-haspopup="dialog"
        aria-expanded={open()}
        onClick={press}
      >
        {words()}
      </button>
      <Show
        when={on()}
        fallback={
          <Button
            tone="glyph"
            aria-label={t("pinned.unpin", { name: props.field.name })}
            title={t("pinned.unpin", { name: props.field.name })}
            onClick={props.onUnpin}
          >
            ×
          </Button>
        }
      >
        <Button
          tone="glyph"
          aria-label={t("pinned.clear", { name: props.field.name })}
          title={t("pinned.clear", { name: props.field.name })}
          onClick={clear}
        >
          ×
        </Button>
      </Show>
      <Suspense>
        <Show when={open() && chip}>
          {(anchor) => (
            <ValuesPopover
              app={app}
              field={props.field.id}
              anchor={anchor()}
              onConditions={() => filterOn(props.field.id)}
              onClose={() => setOpen(false)}
            />
          )}
        </Show>
      </Suspense>
    </li>
  );
}

export interface PinnedFiltersProps {
  readonly shell: Shell;
  /** By what is not to be looked past. */
  readonly covered: boolean;
  /** The keyboard was on what is gone, and nothing here is left to have it. */
  readonly onLeft: () => void;
}

export function PinnedFilters(props: PinnedFiltersProps) {
  const { app } = props.shell;
  let bar: HTMLElement | undefined;
  const pinned = (): readonly FieldId[] => app.view()?.pinned ?? [];
  /** Once the page has let go of what was removed. */
  const refocus = (): void =>
    void setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const other = bar?.isConnected === true ? bar.querySelector<HTMLElement>(".pinned-words") : null;
      if (other === null || other === undefined) props.onLeft();
      else other.focus();
    });
  const unpin = (field: FieldId): void => {
    const view = app.view();
    if (view === null) return;
    const rest = pinned().filter((each) => each !== field);
    void app.setView("pinned", withPinned(view, rest));
  };
  return (
    <section ref={bar} class="pinned-filters" aria-label={app.t("pinned.label")} inert={props.covered}>
      <ul>
        <For each={pinned()}>
          {(id) => (
            <Show when={app.fieldOf(id)}>
              {(field) => (
                <PinnedFilter
                  shell={props.shell}
                  field={field()}
                  onUnpin={() => unpin(id)}
                  onGone={refocus}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
    </section>
  );
}
