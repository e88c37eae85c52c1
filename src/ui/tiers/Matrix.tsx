/** Where the four classes of present and potential worth part. */
import { Show } from "solid-js";
import type { FieldId } from "../../core/model/index.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { TextField } from "../kit/TextField.tsx";
import { amountFields, readAmount } from "./draft.ts";
import { FieldSelect } from "./FieldSelect.tsx";
import type { ClassesProps } from "./form.ts";

interface LimitProps extends ClassesProps {
  readonly of: "present" | "potential";
  /** What is measured against it. */
  readonly measured: FieldId | null;
}

function MatrixLimit(props: LimitProps) {
  const { app } = props.shell;
  const { t } = app;
  const text = (): string => props.draft.matrix[props.of];
  const problem = (): string | null => {
    // What nobody has filled in yet is no mistake: beside it stands what is missing.
    if (text().trim() === "") return null;
    const field = props.sheet.fields.find(({ id }) => id === props.measured);
    return readAmount(app, field, text()) === null ? t("tierRule.noAmount") : null;
  };
  const set = (typed: string): void =>
    props.onChange({ ...props.draft, matrix: { ...props.draft.matrix, [props.of]: typed } });
  return (
    <Labelled label={t(`tierRule.${props.of}From`)}>
      <TextField inputMode="decimal" value={text()} problem={problem()} onText={set} />
    </Labelled>
  );
}

export function Matrix(props: ClassesProps) {
  const { t } = props.shell.app;
  return (
    <Show when={props.classes.length === 4} fallback={<p class="wrong">{t("tierRule.fourClasses")}</p>}>
      <FieldSelect
        label={t("tierRule.potential")}
        fields={amountFields(props.sheet)}
        value={props.draft.potential}
        none={t("tierRule.noNumbers")}
        onChange={(potential) => props.onChange({ ...props.draft, potential })}
      />
      <MatrixLimit {...props} of="present" measured={props.draft.amount} />
      <MatrixLimit {...props} of="potential" measured={props.draft.potential} />
    </Show>
  );
}
