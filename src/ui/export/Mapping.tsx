/** What of ours goes into a receiver's columns: suggested, and changed column by column. */
import { createMemo, createSignal, Index, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Fill, fieldId, type NamePart } from "../../core/model/index.ts";
import { Check } from "../kit/Check.tsx";
import { type Option, Select } from "../kit/Select.tsx";
import type { ExportSession } from "./session.ts";

interface MappingProps {
  readonly app: App;
  readonly session: ExportSession;
}

interface Column {
  readonly name: string;
  readonly fill: Fill;
  readonly required: boolean;
  readonly index: number;
}

const NOTHING = "nothing";
const FIELD = "field:";
const PARTS: Readonly<Record<string, NamePart>> = { "given:": "given", "family:": "family" };
/** What is there but is none of the others: a text, or one field in place of another. */
const AS_IS = "asIs";

function choiceOf(fill: Fill): string {
  if (fill.fill === "nothing") return NOTHING;
  if (fill.fill !== "field" || fill.or !== undefined) return AS_IS;
  return `${fill.part === undefined ? FIELD : `${fill.part}:`}${fill.field}`;
}

function fillOf(value: string, before: Fill): Fill {
  if (value === AS_IS) return before;
  if (value === NOTHING) return { fill: "nothing" };
  const prefix = value.slice(0, value.indexOf(":") + 1);
  const field = fieldId(value.slice(prefix.length));
  const part = PARTS[prefix];
  return part === undefined ? { fill: "field", field } : { fill: "field", field, part };
}

export function Mapping(props: MappingProps) {
  const { app, session } = props;
  const { t } = app;
  const [all, setAll] = createSignal(false);
  const columns = createMemo((): readonly Column[] =>
    (session.preview()?.layout ?? []).map((column, index) => ({ ...column, index })),
  );
  const shown = createMemo(() =>
    columns().filter(({ fill, required }) => all() || required || fill.fill !== "nothing"),
  );
  const filled = (): number => columns().filter(({ fill }) => fill.fill !== "nothing").length;
  const nameOf = (id: string): string => app.fieldOf(id)?.name ?? t("filter.gone");
  const special = (fill: Fill): readonly Option<string>[] => {
    if (fill.fill === "text") return [{ value: AS_IS, label: t("export.fill.text", { text: fill.text }) }];
    if (fill.fill === "label") return [{ value: AS_IS, label: t("export.fill.label") }];
    if (fill.fill === "field" && fill.or !== undefined) {
      const both = { field: nameOf(fill.field), or: nameOf(fill.or) };
      const label = t(fill.part === undefined ? "export.fill.or" : "export.fill.agreeing", both);
      return [{ value: AS_IS, label }];
    }
    return [];
  };
  const options = (fill: Fill): readonly Option<string>[] => {
    const fields = app.sheet()?.fields ?? [];
    const names = fields.filter(({ role }) => role === "name");
    return [
      { value: NOTHING, label: t("export.fill.nothing") },
      ...special(fill),
      ...fields.map(({ id, name }) => ({ value: FIELD + id, label: name })),
      ...names.flatMap(({ id, name: field }) => [
        { value: `given:${id}`, label: t("export.fill.given", { field }) },
        { value: `family:${id}`, label: t("export.fill.family", { field }) },
      ]),
    ];
  };
  const decide = (column: Column, value: string): void =>
    session.setFills(
      columns().map(({ fill, index }) => (index === column.index ? fillOf(value, fill) : fill)),
    );
  return (
    <Show when={columns().length > 0}>
      <details class="export-part">
        <summary>{t("export.mapping", { filled: filled(), all: columns().length })}</summary>
        <Check checked={all()} onChange={setAll}>
          {t("export.mapping.all")}
        </Check>
        <ul class="export-mapping">
          <Index each={shown()}>
            {(column) => (
              <li>
                <span>
                  {column().name}
                  <Show when={column().required}>
                    {" "}
                    <span class="quiet">{t("export.required")}</span>
                  </Show>
                </span>
                <Select
                  label={t("export.fill", { column: column().name })}
                  options={options(column().fill)}
                  value={choiceOf(column().fill)}
                  disabled={session.status() === "writing"}
                  onChange={(value) => decide(column(), value)}
                />
              </li>
            )}
          </Index>
        </ul>
      </details>
    </Show>
  );
}
