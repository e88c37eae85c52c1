/** Two rows side by side: for each field the value that stays. What only one of them has stays without being asked. */
import { createSignal, For } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Field, type FieldId, sameValue, type Value } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { DuplicatePair } from "../../worker/api.ts";

interface Line {
  readonly field: Field;
  readonly first: Value;
  readonly second: Value;
}

export interface Choice {
  /** Fields in which the two differ. */
  readonly lines: readonly Line[];
  readonly takes: (field: FieldId) => boolean;
  readonly take: (field: FieldId, second: boolean) => void;
  /** Fields whose value is that of the second row. */
  readonly taken: () => readonly FieldId[];
}

export function createChoice({ first, second }: DuplicatePair, fields: readonly Field[]): Choice {
  const lines = fields.flatMap((field, index): readonly Line[] => {
    const [a, b] = [first.values[index] ?? null, second.values[index] ?? null];
    return sameValue(a, b) ? [] : [{ field, first: a, second: b }];
  });
  const only = lines.filter((line) => line.first === null).map(({ field }) => field.id);
  const [taken, setTaken] = createSignal<readonly FieldId[]>(only);
  return {
    lines,
    takes: (field) => taken().includes(field),
    take: (field, wanted) =>
      setTaken((now) => [...now.filter((each) => each !== field), ...(wanted ? [field] : [])]),
    taken,
  };
}

interface SideProps {
  readonly app: App;
  readonly choice: Choice;
  readonly line: Line;
  readonly second: boolean;
}

function Side(props: SideProps) {
  const { app } = props;
  const value = (): Value => (props.second ? props.line.second : props.line.first);
  const text = (): string => {
    const { field } = props.line;
    return value() === null ? app.t("common.empty") : kindOf(field).format(value(), field, app.locale());
  };
  return (
    <td>
      <label class="check">
        <input
          type="radio"
          name={`merge-${props.line.field.id}`}
          checked={props.choice.takes(props.line.field.id) === props.second}
          onChange={() => props.choice.take(props.line.field.id, props.second)}
        />
        {text()}
      </label>
    </td>
  );
}

export function MergeFields(props: { readonly app: App; readonly choice: Choice }) {
  const { t } = props.app;
  return (
    <>
      <p>{props.choice.lines.length === 0 ? t("duplicates.same") : t("duplicates.choose")}</p>
      <div class="duplicates-scroll">
        <table class="duplicates-table">
          <thead>
            <tr>
              <th scope="col">{t("duplicates.field")}</th>
              <th scope="col">{t("duplicates.first")}</th>
              <th scope="col">{t("duplicates.second")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.choice.lines}>
              {(line) => (
                <tr>
                  <th scope="row">{line.field.name}</th>
                  <Side {...props} line={line} second={false} />
                  <Side {...props} line={line} second={true} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
