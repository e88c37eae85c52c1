/** How a rule sorts rows into classes: which column it fills, by what method, and what that needs. */
import { Match, Show, Switch } from "solid-js";
import { type Choice, choicesOf, type Field } from "../../core/model/index.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import { Conditions } from "./Conditions.tsx";
import {
  amountFields,
  classFields,
  dayFields,
  isOutOfOrder,
  METHODS,
  type Method,
  percentsFor,
  readAmount,
} from "./draft.ts";
import { FieldSelect } from "./FieldSelect.tsx";
import type { FormProps } from "./form.ts";
import { Limits } from "./Limits.tsx";
import { Matrix } from "./Matrix.tsx";
import { Segments } from "./Segments.tsx";

export function RuleForm(props: FormProps) {
  const { app } = props.shell;
  const { t } = app;
  const classes = (): readonly Choice[] => {
    const field = props.sheet.fields.find(({ id }) => id === props.draft.field);
    return field === undefined ? [] : choicesOf(field.type);
  };
  const amount = (): Field | undefined => props.sheet.fields.find(({ id }) => id === props.draft.amount);
  const setMethod = (method: Method): void => {
    const percents =
      method === "share" || method === "rank" ? percentsFor(method, classes().length - 1) : props.draft.upTo;
    props.onChange({ ...props.draft, method, upTo: percents });
  };
  const disordered = (): boolean =>
    isOutOfOrder(
      props.draft,
      props.draft.from.map((text) => readAmount(app, amount(), text)),
    );
  return (
    <div class="tier-form">
      <FieldSelect
        label={t("tierRule.field")}
        fields={classFields(props.sheet)}
        value={props.draft.field}
        none={t("charts.noTierField")}
        onChange={props.onField}
      />
      <Labelled label={t("tierRule.method")}>
        <Select
          options={METHODS.map((value) => ({ value, label: t(`tierRule.by.${value}`) }))}
          value={props.draft.method}
          onChange={setMethod}
        />
      </Labelled>
      <p class="quiet">{t(`tierRule.explain.${props.draft.method}`)}</p>
      <Show when={props.draft.method !== "conditions"}>
        <FieldSelect
          label={t("tierRule.amount")}
          fields={amountFields(props.sheet)}
          value={props.draft.amount}
          none={t("tierRule.noNumbers")}
          onChange={(id) => props.onChange({ ...props.draft, amount: id })}
        />
      </Show>
      <Show when={props.draft.method === "rfm"}>
        <FieldSelect
          label={t("tierRule.recency")}
          fields={dayFields(props.sheet)}
          value={props.draft.recency}
          none={t("tierRule.noDays")}
          onChange={(recency) => props.onChange({ ...props.draft, recency })}
        />
        <FieldSelect
          label={t("tierRule.frequency")}
          fields={amountFields(props.sheet)}
          value={props.draft.frequency}
          none={t("tierRule.noNumbers")}
          onChange={(frequency) => props.onChange({ ...props.draft, frequency })}
        />
      </Show>
      <Switch fallback={<Limits {...props} classes={classes()} />}>
        <Match when={props.draft.method === "matrix"}>
          <Matrix {...props} classes={classes()} />
        </Match>
        <Match when={props.draft.method === "conditions"}>
          <Conditions
            app={app}
            sheet={props.sheet}
            field={props.draft.field}
            choices={classes()}
            draft={props.draft.conditions}
            onChange={(conditions) => props.onChange({ ...props.draft, conditions })}
          />
        </Match>
      </Switch>
      <Show when={props.draft.method === "rfm"}>
        <Segments shell={props.shell} sheet={props.sheet} onMade={props.onField} />
      </Show>
      <Show when={disordered()}>
        <p class="wrong" role="alert">
          {t("tierRule.disorder")}
        </p>
      </Show>
    </div>
  );
}
