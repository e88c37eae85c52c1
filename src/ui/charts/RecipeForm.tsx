/** The form of a chart: its columns, and for groups what is measured and how it is drawn. */
import { Match, Show, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import {
  CHART_LOOKS,
  CHART_MEASURES,
  type ChartMeasure,
  type ChartRecipe,
  type Field,
  type FieldId,
  fieldId,
  hasOrder,
  PERIOD_UNITS,
  type Sheet,
} from "../../core/model/index.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import { fieldsOf } from "./presets.ts";

interface FormProps<Recipe extends ChartRecipe = ChartRecipe> {
  readonly app: App;
  readonly sheet: Sheet;
  readonly recipe: Recipe;
  readonly onChange: (recipe: ChartRecipe) => void;
}

interface FieldSelectProps {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly value: FieldId | undefined;
  /** Of a column that may be left out. */
  readonly none?: string;
  readonly onChange: (field: FieldId | null) => void;
}

function FieldSelect(props: FieldSelectProps) {
  const options = () => [
    ...(props.none === undefined ? [] : [{ value: "", label: props.none }]),
    // One that is gone is not among them, and has to be chosen anew.
    ...(props.none === undefined && !props.fields.some(({ id }) => id === props.value)
      ? [{ value: "", label: "–" }]
      : []),
    ...props.fields.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <Labelled label={props.label}>
      <Select
        options={options()}
        value={String(props.value ?? "")}
        onChange={(id) => props.onChange(id === "" ? null : fieldId(id))}
      />
    </Labelled>
  );
}

type Groups = Extract<ChartRecipe, { kind: "groups" }>;

const MOST = [5, 10, 20, 50];

const byOf = ({ sheet, recipe }: FormProps<Groups>): Field | undefined =>
  sheet.fields.find(({ id }) => id === recipe.by);

/** By which column, and for days by which periods. */
function GroupedBy(props: FormProps<Groups>) {
  const { t } = props.app;
  const setBy = (id: FieldId | null): void => {
    if (id === null) return;
    const { unit: _, ...rest } = props.recipe;
    const isDay = props.sheet.fields.find((field) => field.id === id)?.type.storage === "day";
    props.onChange({ ...rest, by: id, ...(isDay ? { unit: "month" } : {}) });
  };
  return (
    <>
      <FieldSelect
        label={t("chart.by")}
        fields={props.sheet.fields}
        value={props.recipe.by}
        onChange={setBy}
      />
      <Show when={byOf(props)?.type.storage === "day"}>
        <Labelled label={t("chart.period")}>
          <Select
            options={PERIOD_UNITS.map((value) => ({ value, label: t(`chart.period.${value}`) }))}
            value={props.recipe.unit ?? "month"}
            onChange={(unit) => props.onChange({ ...props.recipe, unit })}
          />
        </Labelled>
      </Show>
    </>
  );
}

/** Rows are counted, or a column of numbers is measured. */
function Measured(props: FormProps<Groups>) {
  const { t } = props.app;
  const numbers = () => fieldsOf(props.sheet, "integer");
  const measures = () => CHART_MEASURES.filter((each) => each === "count" || numbers().length > 0);
  const setMeasure = (measure: ChartMeasure): void => {
    const { of, ...rest } = props.recipe;
    const amount = of ?? numbers()[0]?.id;
    props.onChange(
      measure === "count" || amount === undefined
        ? { ...rest, measure: "count" }
        : { ...rest, measure, of: amount },
    );
  };
  return (
    <>
      <Labelled label={t("chart.measure")}>
        <Select
          options={measures().map((value) => ({ value, label: t(`chart.measure.${value}`) }))}
          value={props.recipe.measure}
          onChange={setMeasure}
        />
      </Labelled>
      <Show when={props.recipe.measure !== "count"}>
        <FieldSelect
          label={t("chart.of")}
          fields={numbers()}
          value={props.recipe.of}
          onChange={(of) => of !== null && props.onChange({ ...props.recipe, of })}
        />
      </Show>
    </>
  );
}

function Drawn(props: FormProps<Groups>) {
  const { t } = props.app;
  const storage = () => byOf(props)?.type.storage;
  /** What cannot be read as a drawing of such a column is not offered. */
  const looks = () =>
    CHART_LOOKS.filter((look) => {
      const type = byOf(props)?.type;
      if (look === "line") return type?.storage === "day" || type?.storage === "integer";
      if (look === "funnel") return type !== undefined && hasOrder(type);
      return look !== "doughnut" || props.recipe.measure === "count" || props.recipe.measure === "sum";
    });
  return (
    <>
      <Labelled label={t("chart.look")}>
        <Select
          options={looks().map((value) => ({ value, label: t(`chart.look.${value}`) }))}
          value={props.recipe.look}
          onChange={(look) => props.onChange({ ...props.recipe, look })}
        />
      </Labelled>
      <Show when={storage() !== "day" && storage() !== "integer"}>
        <Labelled label={t("chart.most")}>
          <Select
            options={MOST.map((count) => ({
              value: String(count),
              label: t("chart.most.groups", { count }),
            }))}
            value={String(props.recipe.most)}
            onChange={(most) => props.onChange({ ...props.recipe, most: Number(most) })}
          />
        </Labelled>
      </Show>
    </>
  );
}

function GroupsForm(props: FormProps<Groups>) {
  return (
    <>
      <GroupedBy {...props} />
      <Measured {...props} />
      <Drawn {...props} />
    </>
  );
}

function FlowForm(props: FormProps<Extract<ChartRecipe, { kind: "flow" }>>) {
  const { t } = props.app;
  const days = () => fieldsOf(props.sheet, "day");
  const setFirst = (id: FieldId | null): void => {
    const { first: _, ...rest } = props.recipe;
    props.onChange(id === null ? rest : { ...rest, first: id });
  };
  return (
    <>
      <FieldSelect
        label={t("chart.first")}
        fields={days()}
        value={props.recipe.first}
        none={t("chart.first.none")}
        onChange={setFirst}
      />
      <FieldSelect
        label={t("chart.last")}
        fields={days()}
        value={props.recipe.last}
        onChange={(last) => last !== null && props.onChange({ ...props.recipe, last })}
      />
      <Labelled label={t("chart.after")}>
        <TextField
          inputMode="numeric"
          value={String(props.recipe.after)}
          onText={(text) => {
            const after = Number(text);
            if (Number.isSafeInteger(after) && after > 0) props.onChange({ ...props.recipe, after });
          }}
        />
      </Labelled>
    </>
  );
}

function RfmForm(props: FormProps<Extract<ChartRecipe, { kind: "rfm" }>>) {
  const { t } = props.app;
  return (
    <>
      <FieldSelect
        label={t("chart.recency")}
        fields={fieldsOf(props.sheet, "day")}
        value={props.recipe.recency}
        onChange={(recency) => recency !== null && props.onChange({ ...props.recipe, recency })}
      />
      <FieldSelect
        label={t("chart.value")}
        fields={fieldsOf(props.sheet, "integer")}
        value={props.recipe.value}
        onChange={(value) => value !== null && props.onChange({ ...props.recipe, value })}
      />
    </>
  );
}

export function RecipeForm(props: FormProps) {
  const { t } = props.app;
  const of = <Kind extends ChartRecipe["kind"]>(kind: Kind): Extract<ChartRecipe, { kind: Kind }> | null => {
    const isOf = (recipe: ChartRecipe): recipe is Extract<ChartRecipe, { kind: Kind }> =>
      recipe.kind === kind;
    return isOf(props.recipe) ? props.recipe : null;
  };
  const days = () => fieldsOf(props.sheet, "day");
  const numbers = () => fieldsOf(props.sheet, "integer");
  return (
    <Switch>
      <Match when={of("groups")}>{(recipe) => <GroupsForm {...props} recipe={recipe()} />}</Match>
      <Match when={of("flow")}>{(recipe) => <FlowForm {...props} recipe={recipe()} />}</Match>
      <Match when={of("pareto")}>
        {(recipe) => (
          <FieldSelect
            label={t("chart.amount")}
            fields={numbers()}
            value={recipe().of}
            onChange={(id) => id !== null && props.onChange({ ...recipe(), of: id })}
          />
        )}
      </Match>
      <Match when={of("years")}>
        {(recipe) => (
          <>
            <FieldSelect
              label={t("chart.date")}
              fields={days()}
              value={recipe().by}
              onChange={(by) => by !== null && props.onChange({ ...recipe(), by })}
            />
            <FieldSelect
              label={t("chart.amount")}
              fields={numbers()}
              value={recipe().of}
              onChange={(id) => id !== null && props.onChange({ ...recipe(), of: id })}
            />
          </>
        )}
      </Match>
      <Match when={of("rfm")}>{(recipe) => <RfmForm {...props} recipe={recipe()} />}</Match>
    </Switch>
  );
}
