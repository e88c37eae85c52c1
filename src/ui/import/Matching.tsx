/** How rows that are there already are recognised, which rows are taken, and what blank cells do. */
import { createMemo, Index, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { BLANKS, type FieldId, IMPORT_ACTIONS } from "../../core/model/index.ts";
import type { ImportHints } from "../../worker/api.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import type { Ready } from "./Preview.tsx";

type Decided = Pick<ImportHints, "key" | "action" | "blanks">;

interface MatchingProps {
  readonly app: App;
  readonly preview: Ready;
  readonly disabled: boolean;
  readonly onDecide: (part: Decided) => void;
}

const NONE = "";

/** One list for each field of the key, and one more for another. */
function KeyFields(props: MatchingProps) {
  const { app } = props;
  const { t } = app;
  const nameOf = (id: FieldId): string => app.fieldOf(id)?.name ?? "";
  const places = createMemo(() => {
    const { key, keyFields } = props.preview;
    return key.length < keyFields.length ? [...key, NONE] : key;
  });
  const options = (own: string) => [
    {
      value: NONE,
      label: t(
        own === props.preview.key[0] || props.preview.key.length === 0
          ? "import.key.none"
          : "import.key.noMore",
      ),
    },
    ...props.preview.keyFields
      .filter((field) => field === own || !props.preview.key.includes(field))
      .map((field) => ({ value: String(field), label: nameOf(field) })),
  ];
  const decide = (index: number, value: string): void => {
    const field = props.preview.keyFields.find((each) => each === value);
    const { key } = props.preview;
    props.onDecide({
      key: [...key.slice(0, index), ...(field === undefined ? [] : [field]), ...key.slice(index + 1)],
    });
  };
  return (
    <Index each={places()}>
      {(place, index) => (
        <Labelled label={t(index === 0 ? "import.key" : "import.key.and")}>
          <Select
            options={options(place())}
            value={String(place())}
            disabled={props.disabled}
            onChange={(value) => decide(index, value)}
          />
        </Labelled>
      )}
    </Index>
  );
}

export function Matching(props: MatchingProps) {
  const { t } = props.app;
  const keyed = (): boolean => props.preview.key.length > 0;
  return (
    <div class="import-matching">
      <KeyFields {...props} />
      <Show when={keyed()}>
        <Labelled label={t("import.take")}>
          <Select
            options={IMPORT_ACTIONS.map((value) => ({ value, label: t(`import.take.${value}`) }))}
            value={props.preview.action}
            disabled={props.disabled}
            onChange={(action) => props.onDecide({ key: props.preview.key, action })}
          />
        </Labelled>
        <Show when={props.preview.action !== "add"}>
          <Labelled label={t("import.blanks")}>
            <Select
              options={BLANKS.map((value) => ({ value, label: t(`import.blanks.${value}`) }))}
              value={props.preview.blanks}
              disabled={props.disabled}
              onChange={(blanks) => props.onDecide({ key: props.preview.key, blanks })}
            />
          </Labelled>
        </Show>
      </Show>
    </div>
  );
}
