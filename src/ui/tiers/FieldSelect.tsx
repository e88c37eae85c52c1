/** Which column a part of a rule is about, or that the sheet has none for it. */
import { Show } from "solid-js";
import { type Field, type FieldId, fieldId } from "../../core/model/index.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";

/** One that is gone, or not chosen yet, is not among them. */
const options = (fields: readonly Field[], value: FieldId | null) => [
  ...(fields.some(({ id }) => id === value) ? [] : [{ value: "", label: "–" }]),
  ...fields.map(({ id, name }) => ({ value: String(id), label: name })),
];

export interface FieldSelectProps {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly value: FieldId | null;
  readonly none: string;
  readonly onChange: (field: FieldId) => void;
}

export function FieldSelect(props: FieldSelectProps) {
  return (
    <Labelled label={props.label}>
      <Show when={props.fields.length > 0} fallback={<span class="wrong">{props.none}</span>}>
        <Select
          options={options(props.fields, props.value)}
          value={props.fields.some(({ id }) => id === props.value) ? String(props.value) : ""}
          onChange={(id) => id !== "" && props.onChange(fieldId(id))}
        />
      </Show>
    </Labelled>
  );
}
