/** A column of the file: its name, where it goes, and what it becomes there. */
import { Show } from "solid-js";
import { fieldId, type KindId } from "../../core/model/index.ts";
import type { Destination } from "../../exchange/api.ts";
import { kinds } from "../../fields/index.ts";
import { kindNames } from "../../fields/messages.ts";
import { Select } from "../kit/Select.tsx";
import type { DiffProps } from "./DiffTable.tsx";

const FIELD = "field:";

type HeadProps = DiffProps & { readonly index: number };

/** The mapping with one column going elsewhere. A field takes one column: who had it before becomes one of its own. */
function mappingWith(props: HeadProps, next: Destination): readonly Destination[] {
  // What was decided while the file is still read anew is in no preview yet.
  const now = props.decisions.mapping ?? props.preview.columns.map(({ destination }) => destination);
  return now.map((destination, index): Destination => {
    if (index === props.index) return next;
    const displaced = next.to === "field" && destination.to === "field" && destination.field === next.field;
    return displaced ? { to: "newField" } : destination;
  });
}

function DestinationSelect(props: HeadProps) {
  const { app } = props;
  const { t } = app;
  const column = () => props.preview.columns[props.index];
  const choiceOf = (destination: Destination): string =>
    destination.to === "field" ? FIELD + destination.field : destination.to;
  const options = () => [
    ...(app.sheet()?.fields ?? props.preview.begun).map(({ id, name }) => ({
      value: FIELD + id,
      label: name,
    })),
    { value: "newField", label: t("import.to.newField") },
    { value: "nowhere", label: t("import.to.nowhere") },
  ];
  const chosen = (value: string): Destination => {
    if (value === "newField" || value === "nowhere") return { to: value };
    return { to: "field", field: fieldId(value.slice(FIELD.length)) };
  };
  return (
    <Show when={column()}>
      {(known) => (
        <Select
          label={t("import.to", { column: known().header })}
          options={options()}
          value={choiceOf(known().destination)}
          disabled={props.disabled}
          onChange={(value) => props.onDecide({ mapping: mappingWith(props, chosen(value)) })}
        />
      )}
    </Show>
  );
}

function KindSelect(props: HeadProps) {
  const { app } = props;
  const column = () => props.preview.columns[props.index];
  const options = () =>
    [...kinds.keys()].map((kind) => ({ value: kind, label: kindNames[kind][app.language()] }));
  const decide = (kind: KindId): void =>
    props.onDecide({ mapping: mappingWith(props, { to: "newField", kind }) });
  return (
    <Show when={column()}>
      {(known) => (
        <Select
          label={app.t("import.kind", { column: known().header })}
          options={options()}
          value={known().kind}
          disabled={props.disabled}
          onChange={decide}
        />
      )}
    </Show>
  );
}

export function ColumnHead(props: HeadProps) {
  const column = () => props.preview.columns[props.index];
  const goes = () => column()?.destination.to;
  const kind = (): string => {
    const known = column();
    return known === undefined || goes() === "nowhere" ? "" : kindNames[known.kind][props.app.language()];
  };
  return (
    <th scope="col" classList={{ "import-out": goes() === "nowhere" }}>
      <span class="import-field">{column()?.header}</span>
      <DestinationSelect {...props} />
      <Show when={goes() === "newField"} fallback={<span class="import-kind">{kind()}</span>}>
        <KindSelect {...props} />
      </Show>
    </th>
  );
}
