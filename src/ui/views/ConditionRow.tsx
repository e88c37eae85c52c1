/** One condition of the filter: column, operator, and what the operator needs. */
import { For, Match, Show, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Atom, type Choice, choicesOf, type Field, fieldId } from "../../core/model/index.ts";
import { problemText } from "../../fields/messages.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { Select } from "../kit/Select.tsx";
import { type ConditionDraft, newDraft, operatorsFor, parseBound } from "./draft.ts";

interface ConditionRowProps {
  readonly app: App;
  readonly draft: ConditionDraft;
  readonly rank: number;
  /** `soon`: the person is still typing. */
  readonly onChange: (draft: ConditionDraft, soon: boolean) => void;
  readonly onRemove: () => void;
}

interface PartProps {
  readonly app: App;
  readonly draft: ConditionDraft;
  readonly field: Field;
  readonly onChange: (draft: ConditionDraft, soon: boolean) => void;
}

function BoundInput(props: PartProps & { readonly end: "low" | "high" }) {
  const { app } = props;
  const text = (): string => props.draft[props.end];
  const problem = (): string | null => {
    const bound = parseBound(text(), props.field, app.locale());
    return bound.ok ? null : problemText(app.language(), bound.problem);
  };
  return (
    <span class="bound">
      <input
        class="input"
        type={props.field.type.storage === "day" ? "date" : "text"}
        inputMode={props.field.type.storage === "day" ? undefined : "decimal"}
        aria-label={app.t(props.end === "low" ? "filter.low" : "filter.high")}
        placeholder={app.t(props.end === "low" ? "filter.low" : "filter.high")}
        aria-invalid={problem() !== null}
        autocomplete="off"
        value={text()}
        onInput={(event) => props.onChange({ ...props.draft, [props.end]: event.currentTarget.value }, true)}
      />
      <Show when={problem()}>{(wording) => <span class="wrong bound-problem">{wording()}</span>}</Show>
    </span>
  );
}

function Checklist(props: PartProps) {
  const { t } = props.app;
  const choices = (): readonly Choice[] => choicesOf(props.field.type);
  const has = (atom: Atom): boolean => props.draft.atoms.includes(atom);
  const toggle = (atom: Atom): void => {
    const atoms = has(atom)
      ? props.draft.atoms.filter((each) => each !== atom)
      : [...props.draft.atoms, atom];
    props.onChange({ ...props.draft, atoms }, false);
  };
  return (
    <fieldset class="checklist" aria-label={t("filter.value")}>
      <Show when={choices().length === 0}>
        <p class="quiet">{t("filter.noChoices")}</p>
      </Show>
      <For each={choices()}>
        {(choice) => (
          <label class="check">
            <input type="checkbox" checked={has(choice.id)} onChange={() => toggle(choice.id)} />
            <Chip label={choice.label} hue={choice.hue} />
          </label>
        )}
      </For>
      <label class="check">
        <input type="checkbox" checked={has(null)} onChange={() => toggle(null)} />
        <span class="quiet">{t("common.empty")}</span>
      </label>
    </fieldset>
  );
}

function Operand(props: PartProps) {
  const op = () => props.draft.op;
  return (
    <Switch>
      <Match when={["contains", "startsWith", "is", "isNot"].includes(op())}>
        <input
          class="input"
          type="text"
          aria-label={props.app.t("filter.value")}
          autocomplete="off"
          value={props.draft.text}
          onInput={(event) => props.onChange({ ...props.draft, text: event.currentTarget.value }, true)}
        />
      </Match>
      <Match when={op() === "between"}>
        <span class="range">
          <BoundInput {...props} end="low" />
          <BoundInput {...props} end="high" />
        </span>
      </Match>
      <Match when={op() === "oneOf" || op() === "noneOf"}>
        <Checklist {...props} />
      </Match>
    </Switch>
  );
}

export function ConditionRow(props: ConditionRowProps) {
  const { app } = props;
  const { t } = app;
  const field = (): Field | undefined => app.fieldOf(props.draft.field);
  const fields = () =>
    (app.sheet()?.fields ?? []).map((each) => ({ value: String(each.id), label: each.name }));
  const operators = () => {
    const storage = field()?.type.storage;
    return storage === undefined
      ? []
      : operatorsFor(storage).map((value) => ({ value, label: t(`filter.op.${value}`) }));
  };
  const pickField = (id: string): void => {
    const next = app.fieldOf(fieldId(id));
    if (next !== undefined) props.onChange(newDraft(props.draft.key, next), false);
  };
  return (
    <li class="condition">
      <div class="condition-head">
        <Select
          label={t("filter.condition", { rank: props.rank })}
          options={fields()}
          value={props.draft.field}
          onChange={pickField}
        />
        <Select
          label={t("filter.operator")}
          options={operators()}
          value={props.draft.op}
          onChange={(op) => props.onChange({ ...props.draft, op }, false)}
        />
        <Button
          tone="glyph"
          aria-label={t("filter.remove", { field: field()?.name ?? t("filter.gone") })}
          onClick={props.onRemove}
        >
          ×
        </Button>
      </div>
      <Show when={field()}>
        {(known) => <Operand app={app} draft={props.draft} field={known()} onChange={props.onChange} />}
      </Show>
    </li>
  );
}
