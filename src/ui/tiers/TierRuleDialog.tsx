/** A rule for a column of classes: how customers are sorted, and what that does to them, before anything is done. */
import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { makeLatest } from "../../app/latest.ts";
import type { Field, FieldId, Sheet } from "../../core/model/index.ts";
import type { ClassPreview, TriedRule } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Empty } from "../kit/Empty.tsx";
import type { Shell } from "../shell/state.ts";
import { classFields, newDraft, ruleOf } from "./draft.ts";
import { Preview } from "./Preview.tsx";
import { RuleForm } from "./RuleForm.tsx";
import "./tiers.css";

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
  const title = (): string => {
    const field = props.sheet.fields.find(({ id }) => id === draft().field);
    return field === undefined || field.role === "tier"
      ? t("tierRule.title")
      : t("tierRule.titleOf", { field: field.name });
  };
  const possible = (): boolean => rule() !== null && preview()?.type === "preview";
  return (
    <Dialog
      title={title()}
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
        <RuleForm
          shell={props.shell}
          sheet={props.sheet}
          draft={draft()}
          onChange={setDraft}
          onField={choose}
        />
        <Preview
          app={app}
          preview={rule() === null ? null : preview()}
          ranked={draft().method !== "conditions"}
        />
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
