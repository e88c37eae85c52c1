/** A rule for a column of classes: how customers are sorted, and what that does to them, before anything is done. */
import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from "solid-js";
import { makeLatest } from "../../app/latest.ts";
import {
  type Choice,
  choicesOf,
  type Field,
  type FieldId,
  fieldId,
  type Sheet,
} from "../../core/model/index.ts";
import type { ClassPreview, TriedRule } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Empty } from "../kit/Empty.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import type { Shell } from "../shell/state.ts";
import { Conditions } from "./Conditions.tsx";
import {
  amountFields,
  classFields,
  dayFields,
  isOutOfOrder,
  METHODS,
  type Method,
  newDraft,
  percentsFor,
  type RuleDraft,
  readAmount,
  ruleOf,
} from "./draft.ts";
import { Preview } from "./Preview.tsx";
import { Segments } from "./Segments.tsx";
import "./tiers.css";

interface FormProps {
  readonly shell: Shell;
  readonly sheet: Sheet;
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
  /** Another column is to be filled. */
  readonly onField: (field: FieldId) => void;
}

const options = (fields: readonly Field[]) =>
  fields.map(({ id, name }) => ({ value: String(id), label: name }));

interface FieldSelectProps {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly value: FieldId | null;
  readonly none: string;
  readonly onChange: (field: FieldId) => void;
}

function FieldSelect(props: FieldSelectProps) {
  return (
    <Labelled label={props.label}>
      <Show when={props.fields.length > 0} fallback={<span class="wrong">{props.none}</span>}>
        <Select
          options={options(props.fields)}
          value={String(props.value ?? "")}
          onChange={(id) => props.onChange(fieldId(id))}
        />
      </Show>
    </Labelled>
  );
}

/** From one score up to another, both of 1 to 5. */
const SCORE_RANGES = [1, 2, 3, 4, 5].flatMap((low) =>
  [5, 4, 3, 2, 1].filter((high) => high >= low).map((high) => [low, high] as const),
);

/** Every class but the last has its own line; the last takes the rest. */
function Limits(props: FormProps & { readonly classes: readonly Choice[] }) {
  const { app } = props.shell;
  const { t } = app;
  const amount = (): Field | undefined => props.sheet.fields.find(({ id }) => id === props.draft.amount);
  const byPercent = (): boolean => props.draft.method === "share" || props.draft.method === "rank";
  const setFrom = (at: number, text: string): void =>
    props.onChange({ ...props.draft, from: props.draft.from.with(at, text) });
  const setUpTo = (at: number, percent: number): void =>
    props.onChange({ ...props.draft, upTo: props.draft.upTo.with(at, Math.min(100, Math.max(0, percent))) });
  const setScore = (at: number, part: "recency" | "value", text: string): void => {
    const before = props.draft.scores[at] ?? { recency: [1, 5], value: [1, 5] };
    const [low = 1, high = 5] = text.split("-").map(Number);
    props.onChange({
      ...props.draft,
      scores: props.draft.scores.with(at, { ...before, [part]: [low, high] }),
    });
  };
  const scoreOf = (at: number, part: "recency" | "value"): string =>
    (props.draft.scores[at]?.[part] ?? [1, 5]).join("-");
  const scores = SCORE_RANGES.map(([low, high]) => ({
    value: `${low}-${high}`,
    label:
      low === high
        ? String(low)
        : high === 5
          ? t("tierRule.atLeast", { score: String(low) })
          : t("tierRule.scores", { low, high }),
  }));
  const problem = (text: string): string | null =>
    readAmount(app, amount(), text) === null ? t("tierRule.noAmount") : null;
  return (
    <ul class="tier-limits">
      <For each={props.classes.slice(0, -1)}>
        {(choice, at) => (
          <li class="tier-limit">
            <Chip label={choice.label} hue={choice.hue} />
            <Switch>
              <Match when={byPercent()}>
                <input
                  type="range"
                  min="0"
                  max="100"
                  step="1"
                  aria-label={t("tierRule.slider", { tier: choice.label })}
                  aria-valuetext={t("charts.percent", { number: String(props.draft.upTo[at()] ?? 0) })}
                  value={props.draft.upTo[at()] ?? 0}
                  onInput={(event) => setUpTo(at(), Number(event.currentTarget.value))}
                />
                <span class="tier-percent" aria-hidden="true">
                  {t("charts.percent", { number: String(props.draft.upTo[at()] ?? 0) })}
                </span>
              </Match>
              <Match when={props.draft.method === "amount"}>
                <TextField
                  label={t("tierRule.from", { tier: choice.label })}
                  inputMode="decimal"
                  value={props.draft.from[at()] ?? ""}
                  problem={problem(props.draft.from[at()] ?? "")}
                  onText={(text) => setFrom(at(), text)}
                />
              </Match>
              <Match when={props.draft.method === "rfm"}>
                <Select
                  label={t("tierRule.recencyOf", { tier: choice.label })}
                  options={scores}
                  value={scoreOf(at(), "recency")}
                  onChange={(score) => setScore(at(), "recency", score)}
                />
                <Select
                  label={t("tierRule.valueOf", { tier: choice.label })}
                  options={scores}
                  value={scoreOf(at(), "value")}
                  onChange={(score) => setScore(at(), "value", score)}
                />
              </Match>
            </Switch>
          </li>
        )}
      </For>
      <Show when={props.classes.at(-1)}>
        {(last) => (
          <li class="tier-limit">
            <Chip label={last().label} hue={last().hue} />
            <span class="quiet">{t("tierRule.rest")}</span>
          </li>
        )}
      </Show>
    </ul>
  );
}

function Matrix(props: FormProps & { readonly classes: readonly Choice[] }) {
  const { app } = props.shell;
  const { t } = app;
  const field = (id: FieldId | null): Field | undefined => props.sheet.fields.find((each) => each.id === id);
  const set = (part: "present" | "potential", text: string): void =>
    props.onChange({ ...props.draft, matrix: { ...props.draft.matrix, [part]: text } });
  const problem = (id: FieldId | null, text: string): string | null =>
    readAmount(app, field(id), text) === null ? t("tierRule.noAmount") : null;
  return (
    <Show when={props.classes.length === 4} fallback={<p class="wrong">{t("tierRule.fourClasses")}</p>}>
      <FieldSelect
        label={t("tierRule.potential")}
        fields={amountFields(props.sheet)}
        value={props.draft.potential}
        none={t("tierRule.noNumbers")}
        onChange={(potential) => props.onChange({ ...props.draft, potential })}
      />
      <Labelled label={t("tierRule.presentFrom")}>
        <TextField
          inputMode="decimal"
          value={props.draft.matrix.present}
          problem={problem(props.draft.amount, props.draft.matrix.present)}
          onText={(text) => set("present", text)}
        />
      </Labelled>
      <Labelled label={t("tierRule.potentialFrom")}>
        <TextField
          inputMode="decimal"
          value={props.draft.matrix.potential}
          problem={problem(props.draft.potential, props.draft.matrix.potential)}
          onText={(text) => set("potential", text)}
        />
      </Labelled>
    </Show>
  );
}

function Form(props: FormProps) {
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

/** Asked anew with each move of a slider; of several questions the newest is answered. */
function createPreview(shell: Shell, sheet: () => Sheet, rule: () => TriedRule | null) {
  const [preview, setPreview] = createSignal<ClassPreview | null>(null);
  const ask = makeLatest(async (wanted: TriedRule) => {
    try {
      setPreview(await shell.app.worker.previewClasses(sheet().id, wanted));
    } catch {
      shell.app.notify(shell.app.t("notice.unexpected"), "wrong");
    }
  });
  createEffect(
    on(rule, (wanted) => {
      if (wanted !== null) ask(wanted);
    }),
  );
  return preview;
}

function Editor(props: { readonly shell: Shell; readonly sheet: Sheet; readonly field: FieldId }) {
  const { app, setTierRule } = props.shell;
  const { t } = app;
  const [draft, setDraft] = createSignal(newDraft(app, props.sheet, props.field));
  const rule = createMemo(() => ruleOf(app, props.sheet, draft()));
  const preview = createPreview(props.shell, () => props.sheet, rule);
  const choose = (field: FieldId): void => void setDraft(newDraft(app, props.sheet, field));
  const known = () => props.sheet.classifiers?.find(({ field }) => field === draft().field);
  const close = (): void => setTierRule(false);
  const apply = async (): Promise<void> => {
    const wanted = rule();
    if (wanted === null) return;
    const reason = known()?.reason;
    const classifier = {
      ...wanted,
      byHand: t("tierRule.byHand"),
      ...(reason === undefined ? {} : { reason }),
    };
    const name = app.fieldOf(draft().field)?.name ?? "";
    const reasonName = t("tierRule.reasonName", { field: name });
    const done = await app.dispatch({ type: "setClassifier", sheet: props.sheet.id, classifier, reasonName });
    if (!done.ok) return;
    close();
    app.notify(t("tierRule.applied", { field: name }));
  };
  const remove = async (): Promise<void> => {
    const done = await app.dispatch({
      type: "removeClassifier",
      sheet: props.sheet.id,
      field: draft().field,
    });
    if (done.ok) close();
  };
  const possible = (): boolean => rule() !== null && preview()?.type === "preview";
  return (
    <Dialog
      title={t("tierRule.title")}
      closeLabel={t("common.close")}
      onClose={close}
      wide={true}
      footer={
        <>
          <Show when={known()}>
            <Button tone="danger" onClick={remove}>
              {t("tierRule.remove")}
            </Button>
          </Show>
          <span class="grow" />
          <Button tone="outline" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button tone="primary" disabled={!possible()} onClick={apply}>
            {t("tierRule.apply")}
          </Button>
        </>
      }
    >
      <div class="tier-rule">
        <Form shell={props.shell} sheet={props.sheet} draft={draft()} onChange={setDraft} onField={choose} />
        <Preview app={app} preview={rule() === null ? null : preview()} />
      </div>
    </Dialog>
  );
}

export function TierRuleDialog(props: { readonly shell: Shell }) {
  const { app, setTierRule } = props.shell;
  const { t } = app;
  const first = (): Field | undefined => {
    const sheet = app.sheet();
    const fields = sheet === null ? [] : classFields(sheet);
    const wanted = props.shell.tierRule() === "status" ? "status" : "tier";
    return fields.find(({ role }) => role === wanted) ?? fields[0];
  };
  return (
    <Show
      when={first()}
      fallback={
        <Dialog
          title={t("tierRule.title")}
          closeLabel={t("common.close")}
          onClose={() => setTierRule(false)}
          footer={
            <Button tone="primary" onClick={() => setTierRule(false)}>
              {t("common.close")}
            </Button>
          }
        >
          <Empty text={t("charts.noTierField")} />
        </Dialog>
      }
    >
      {(field) => (
        <Show when={app.sheet()}>
          {(sheet) => <Editor shell={props.shell} sheet={sheet()} field={field().id} />}
        </Show>
      )}
    </Show>
  );
}
