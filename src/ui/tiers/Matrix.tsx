/** Where the four classes of present and potential worth part. */
import { Show } from "solid-js";
import type { Field, FieldId } from "../../core/model/index.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { TextField } from "../kit/TextField.tsx";
import { amountFields, readAmount } from "./draft.ts";
import { FieldSelect } from "./FieldSelect.tsx";
import type { ClassesProps } from "./form.ts";

export function Matrix(props: ClassesProps) {
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
