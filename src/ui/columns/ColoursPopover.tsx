/** The rules that colour a column: added, put in order, removed. Every change shows in the cells at once and is one undo step. */
import { For, onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { ColourRule, FieldId, Hue } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Popover } from "../kit/Popover.tsx";
import { Select } from "../kit/Select.tsx";
import { ConditionFields } from "../views/ConditionRow.tsx";
import { filterText } from "../views/describe.ts";
import "../views/views.css";
import {
  createColourDrafts,
  draftFor,
  type Preset,
  presetsFor,
  type RuleDraft,
  typesFor,
} from "./colourDrafts.ts";
import { hueOptions } from "./hues.ts";

interface ColoursPopoverProps {
  readonly app: App;
  readonly field: FieldId;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

interface RuleRowProps {
  readonly app: App;
  readonly field: FieldId;
  readonly draft: RuleDraft;
  readonly rank: number;
  readonly last: boolean;
  readonly onChange: (draft: RuleDraft, soon: boolean) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** How a cell looks that the rule colours. */
function Sample(props: { readonly hue: Hue; readonly type: ColourRule["type"] }) {
  return (
    <span class="colour-sample" data-hue={props.hue} data-type={props.type} aria-hidden="true">
      123
    </span>
  );
}

function RuleRow(props: RuleRowProps) {
  const { app } = props;
  const { t } = app;
  const types = () => {
    const storage = app.fieldOf(props.field)?.type.storage ?? "text";
    return typesFor(storage).map((value) => ({ value, label: t(`colours.type.${value}`) }));
  };
  const condition = () => {
    const { type, condition: part } = props.draft;
    return type === "when" && part?.type === "condition" ? part : null;
  };
  const kept = () => {
    const { type, condition: part } = props.draft;
    return type === "when" && part?.type === "kept" ? part.filter : null;
  };
  return (
    <li class="colour-rule">
      <div class="colour-head">
        <Sample hue={props.draft.hue} type={props.draft.type} />
        <Select
          label={t("colours.type", { rank: props.rank })}
          options={types()}
          value={props.draft.type}
          onChange={(type) => props.onChange({ ...props.draft, type }, false)}
        />
        <Show when={props.draft.type !== "choice"} fallback={<span />}>
          <Select
            label={t("colours.hue", { rank: props.rank })}
            options={hueOptions(t)}
            value={props.draft.hue}
            onChange={(hue) => props.onChange({ ...props.draft, hue }, false)}
          />
        </Show>
        <span class="key-actions">
          <Button
            tone="glyph"
            aria-label={t("colours.up", { rank: props.rank })}
            disabled={props.rank === 1}
            onClick={() => props.onMove(-1)}
          >
            ↑
          </Button>
          <Button
            tone="glyph"
            aria-label={t("colours.down", { rank: props.rank })}
            disabled={props.last}
            onClick={() => props.onMove(1)}
          >
            ↓
          </Button>
          <Button
            tone="glyph"
            aria-label={t("colours.remove", { rank: props.rank })}
            onClick={props.onRemove}
          >
            ×
          </Button>
        </span>
      </div>
      <Show when={condition()}>
        {(draft) => (
          <ConditionFields
            app={app}
            draft={draft()}
            rank={props.rank}
            onChange={(next, soon) => props.onChange({ ...props.draft, condition: next }, soon)}
          />
        )}
      </Show>
      <Show when={kept()}>{(filter) => <p>{filterText(app, filter())}</p>}</Show>
    </li>
  );
}

export function ColoursPopover(props: ColoursPopoverProps) {
  const { app } = props;
  const { t } = app;
  const { list, change, nextKey } = createColourDrafts(app, props.field);
  const field = () => app.fieldOf(props.field);
  let body: HTMLOListElement | undefined;
  let foot: HTMLFieldSetElement | undefined;
  onMount(() => setTimeout(() => (body ?? foot)?.querySelector<HTMLElement>("select, button")?.focus()));
  const put = (next: RuleDraft, soon: boolean): void =>
    change(
      list().map((draft) => (draft.key === next.key ? next : draft)),
      soon,
    );
  const move = (key: number, step: -1 | 1): void => {
    const at = list().findIndex((draft) => draft.key === key);
    const item = list()[at];
    if (item !== undefined)
      change(
        list()
          .toSpliced(at, 1)
          .toSpliced(at + step, 0, item),
        false,
      );
  };
  const add = (preset: Preset): void => {
    const known = field();
    if (known === undefined) return;
    change([...list(), draftFor(preset, nextKey(), known)], false);
    queueMicrotask(() => {
      const controls = body?.querySelectorAll<HTMLElement>("li:last-child select, li:last-child input");
      // What there is to fill in, else what it is.
      Array.from(controls ?? [])
        .at(preset === "when" ? -1 : 0)
        ?.focus();
    });
  };
  return (
    <Popover
      title={t("colours.title", { name: field()?.name ?? "" })}
      anchor={props.anchor}
      onClose={props.onClose}
    >
      <Show when={list().length > 0} fallback={<p class="quiet popover-text">{t("colours.none")}</p>}>
        <ol ref={body} class="colour-list">
          <For each={list().map(({ key }) => key)}>
            {(key, index) => (
              <Show when={list().find((draft) => draft.key === key)}>
                {(draft) => (
                  <RuleRow
                    app={app}
                    field={props.field}
                    draft={draft()}
                    rank={index() + 1}
                    last={index() + 1 === list().length}
                    onChange={put}
                    onMove={(step) => move(key, step)}
                    onRemove={() =>
                      change(
                        list().filter((each) => each.key !== key),
                        false,
                      )
                    }
                  />
                )}
              </Show>
            )}
          </For>
        </ol>
        <Show when={list().length > 1}>
          <p class="quiet popover-text">{t("colours.order")}</p>
        </Show>
      </Show>
      <fieldset ref={foot} class="popover-foot colour-add" aria-label={t("colours.add")}>
        <For each={presetsFor(field()?.type.storage ?? "text")}>
          {(preset) => (
            <Button tone="outline" onClick={() => add(preset)}>
              {t(`colours.add.${preset}`)}
            </Button>
          )}
        </For>
      </fieldset>
    </Popover>
  );
}
