/** One condition of the filter: column, operator, and what the operator needs. */
import { For, type JSX, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Atom, type Choice, choicesOf, type Field, fieldId } from "../../core/model/index.ts";
import { problemText } from "../../fields/messages.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";
import { Chip } from "../kit/Chip.tsx";
import { type Option, Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import { operatorText, periodChoiceText } from "./describe.ts";
import {
  type ConditionDraft,
  mostOf,
  newDraft,
  type Operand,
  operandOf,
  operatorsFor,
  parseBound,
  withOperator,
} from "./draft.ts";
import { PinCheck } from "./PinCheck.tsx";
import { isCounted, offeredPeriods, type PeriodChoice, readCount } from "./periods.ts";

interface ConditionRowProps {
  readonly app: App;
  readonly draft: ConditionDraft;
  readonly rank: number;
  /** `soon`: the person is still typing. */
  readonly onChange: (draft: ConditionDraft, soon: boolean) => void;
  readonly onRemove: () => void;
  /** It is one of the view's, which may stand above the sheet. */
  readonly pins: boolean;
}

interface PartProps {
  readonly app: App;
  readonly draft: ConditionDraft;
  readonly field: Field;
  readonly onChange: (draft: ConditionDraft, soon: boolean) => void;
}

function BoundInput(
  props: PartProps & {
    readonly end: "low" | "high";
    readonly label: "filter.low" | "filter.high" | "filter.value";
  },
) {
  const { app } = props;
  const text = (): string => props.draft[props.end];
  const problem = (): string | null => {
    const bound = parseBound(text(), props.field, app.locale());
    return bound.ok ? null : problemText(app.language(), bound.problem);
  };
  return (
    <TextField
      type={props.field.type.storage === "day" ? "date" : "text"}
      inputMode={props.field.type.storage === "day" ? undefined : "decimal"}
      label={app.t(props.label)}
      placeholder={app.t(props.label)}
      problem={problem()}
      value={text()}
      onText={(typed) => props.onChange({ ...props.draft, [props.end]: typed }, true)}
    />
  );
}

function EmptyCheck(props: PartProps) {
  const { t } = props.app;
  const checked = (): boolean => props.draft.atoms.includes(null);
  const toggle = (): void => {
    const others = props.draft.atoms.filter((each) => each !== null);
    props.onChange({ ...props.draft, atoms: checked() ? others : [...others, null] }, false);
  };
  return (
    <Check checked={checked()} onChange={toggle}>
      <span class="quiet">{t("common.empty")}</span>
    </Check>
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
          <Check checked={has(choice.id)} onChange={() => toggle(choice.id)}>
            <Chip label={choice.label} hue={choice.hue} />
          </Check>
        )}
      </For>
      <EmptyCheck {...props} />
    </fieldset>
  );
}

function LinesInput(props: PartProps) {
  const { t } = props.app;
  return (
    <>
      <TextField
        class="lines"
        rows={4}
        label={t("filter.value")}
        placeholder={t("filter.lines")}
        spellcheck={false}
        value={props.draft.text}
        onText={(text) => props.onChange({ ...props.draft, text }, true)}
      />
      <EmptyCheck {...props} />
    </>
  );
}

function TextInput(props: PartProps) {
  return (
    <TextField
      label={props.app.t("filter.value")}
      value={props.draft.text}
      onText={(text) => props.onChange({ ...props.draft, text }, true)}
    />
  );
}

function CountInput(props: PartProps) {
  const label = (): string => props.app.t("filter.count");
  const wrong = (): boolean =>
    props.draft.count.trim() !== "" && readCount(props.draft.count, mostOf(props.draft)) === null;
  return (
    <TextField
      inputMode="numeric"
      label={label()}
      placeholder={label()}
      problem={wrong() ? "" : null}
      value={props.draft.count}
      onText={(count) => props.onChange({ ...props.draft, count }, true)}
    />
  );
}

function RankInput(props: PartProps) {
  const { t } = props.app;
  const units = () =>
    (["rows", "percent"] as const).map((value) => ({ value, label: t(`filter.unit.${value}`) }));
  return (
    <span class="range">
      <CountInput {...props} />
      <Select
        label={t("filter.unit")}
        options={units()}
        value={props.draft.unit}
        onChange={(unit) => props.onChange({ ...props.draft, unit }, false)}
      />
    </span>
  );
}

const UNCHOSEN = "";

function PeriodInput(props: PartProps & { readonly op: "within" | "anniversary" }) {
  const { t } = props.app;
  const options = (): readonly Option<PeriodChoice | typeof UNCHOSEN>[] => [
    { value: UNCHOSEN, label: t("filter.choosePeriod") },
    ...offeredPeriods(props.op).map((value) => ({ value, label: periodChoiceText(t, value, "…") })),
  ];
  const pick = (value: PeriodChoice | typeof UNCHOSEN): void =>
    props.onChange({ ...props.draft, period: value === UNCHOSEN ? null : value }, false);
  return (
    <span class="range period">
      <Select
        label={t("filter.period")}
        options={options()}
        value={props.draft.period ?? UNCHOSEN}
        onChange={pick}
      />
      <Show when={props.draft.period !== null && isCounted(props.draft.period)}>
        <CountInput {...props} />
      </Show>
    </span>
  );
}

function OperandInput(props: PartProps & { readonly operand: Operand }): JSX.Element {
  switch (props.operand) {
    case "text":
      return <TextInput {...props} />;
    case "lines":
      return <LinesInput {...props} />;
    case "choices":
      return <Checklist {...props} />;
    case "value":
      return <BoundInput {...props} end="low" label="filter.value" />;
    case "range":
      return (
        <span class="range">
          <BoundInput {...props} end="low" label="filter.low" />
          <BoundInput {...props} end="high" label="filter.high" />
        </span>
      );
    case "rank":
      return <RankInput {...props} />;
    case "within":
    case "anniversary":
      return <PeriodInput {...props} op={props.operand} />;
  }
}

/** The controls of a condition, wherever one is asked for. */
export function ConditionFields(
  props: Omit<ConditionRowProps, "onRemove" | "pins"> & { readonly onRemove?: (() => void) | undefined },
) {
  const { app } = props;
  const { t } = app;
  const field = (): Field | undefined => app.fieldOf(props.draft.field);
  const fields = () =>
    (app.sheet()?.fields ?? []).map((each) => ({ value: String(each.id), label: each.name }));
  const operators = () => {
    const storage = field()?.type.storage;
    return storage === undefined
      ? []
      : operatorsFor(storage).map((value) => ({ value, label: operatorText(t, value, storage) }));
  };
  const pickField = (id: string): void => {
    const next = app.fieldOf(fieldId(id));
    if (next !== undefined) props.onChange(newDraft(props.draft.key, next), false);
  };
  return (
    <>
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
          onChange={(op) => props.onChange(withOperator(props.draft, op), false)}
        />
        <Show when={props.onRemove}>
          {(remove) => (
            <Button
              tone="glyph"
              aria-label={t("filter.remove", { field: field()?.name ?? t("filter.gone") })}
              onClick={() => remove()()}
            >
              ×
            </Button>
          )}
        </Show>
      </div>
      <Show when={field()}>
        {(known) => (
          // Made anew only for another kind of operand: typing must not replace the field typed into.
          <Show when={operandOf(props.draft.op, known().type.storage)} keyed>
            {(operand) => (
              <OperandInput
                app={app}
                draft={props.draft}
                field={known()}
                operand={operand}
                onChange={props.onChange}
              />
            )}
          </Show>
        )}
      </Show>
    </>
  );
}

export function ConditionRow(props: ConditionRowProps) {
  return (
    <li class="condition">
      <ConditionFields {...props} />
      <Show when={props.pins}>
        <PinCheck app={props.app} field={props.draft.field} />
      </Show>
    </li>
  );
}
