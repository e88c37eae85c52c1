/** The list that a column of choices offers: named, coloured, put in order; for one that goes, what its cells become. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { choiceId, type FieldId } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Empty } from "../kit/Empty.tsx";
import { Select } from "../kit/Select.tsx";
import { TextField } from "../kit/TextField.tsx";
import { createChoiceDrafts, type Draft } from "./choiceDrafts.ts";
import { hueOptions } from "./hues.ts";

interface ChoicesDialogProps {
  readonly app: App;
  readonly field: FieldId;
  readonly onClose: () => void;
}

interface PartProps {
  readonly app: App;
  readonly draft: Draft;
  /** Cells that hold it; null while they are counted. */
  readonly cells: number | null;
  readonly onChange: (draft: Draft) => void;
}

interface RowProps extends PartProps {
  readonly rank: number;
  readonly last: boolean;
  readonly problem: string | null;
  readonly onMove: (step: -1 | 1) => void;
}

const EMPTY = "";

function GoneRow(props: PartProps & { readonly others: readonly Draft[] }) {
  const { t } = props.app;
  const label = (): string => props.draft.label;
  const options = () => [
    { value: EMPTY, label: t("common.empty") },
    ...props.others.map((each) => ({ value: String(each.id), label: each.label })),
  ];
  const words = (): string => t("choices.gone", { label: label(), cells: props.cells ?? 0 });
  return (
    <li class="choice-row" data-gone="">
      <Show when={props.cells !== 0} fallback={<del class="choice-gone">{label()}</del>}>
        <span class="choice-gone">{words()}</span>
        <Select
          label={words()}
          options={options()}
          value={props.draft.gone?.by ?? EMPTY}
          onChange={(by) =>
            props.onChange({ ...props.draft, gone: { by: by === EMPTY ? null : choiceId(by) } })
          }
        />
      </Show>
      <Button tone="outline" onClick={() => props.onChange({ ...props.draft, gone: null })}>
        {t("choices.keep", { label: label() })}
      </Button>
    </li>
  );
}

function Row(props: RowProps) {
  const { t } = props.app;
  const label = (): string => props.draft.label;
  return (
    <li class="choice-row">
      <Chip label={label() === "" ? "…" : label()} hue={props.draft.hue} />
      <TextField
        label={t("choices.label", { rank: props.rank })}
        value={label()}
        problem={props.problem}
        onText={(text) => props.onChange({ ...props.draft, label: text })}
      />
      <Select
        label={t("choices.hue", { label: label() })}
        options={hueOptions(t)}
        value={props.draft.hue}
        onChange={(hue) => props.onChange({ ...props.draft, hue })}
      />
      <span class="choice-cells quiet">
        {props.cells === null ? "" : t("choices.used", { cells: props.cells })}
      </span>
      <span class="choice-actions">
        <Button
          tone="glyph"
          aria-label={t("choices.up", { label: label() })}
          disabled={props.rank === 1}
          onClick={() => props.onMove(-1)}
        >
          ↑
        </Button>
        <Button
          tone="glyph"
          aria-label={t("choices.down", { label: label() })}
          disabled={props.last}
          onClick={() => props.onMove(1)}
        >
          ↓
        </Button>
        <Button
          tone="glyph"
          aria-label={t("choices.remove", { label: label() })}
          onClick={() => props.onChange({ ...props.draft, gone: { by: null } })}
        >
          ×
        </Button>
      </span>
    </li>
  );
}

export function ChoicesDialog(props: ChoicesDialogProps) {
  const { app } = props;
  const { t } = app;
  // It stays so named while the dialog closes.
  const name = app.fieldOf(props.field)?.name ?? "";
  const { drafts, staying, cellsOf, problemOf, change, move, add, keep } = createChoiceDrafts(
    app,
    props.field,
    props.onClose,
  );
  let list: HTMLUListElement | undefined;
  const addOne = (): void => {
    add();
    queueMicrotask(() => list?.querySelector<HTMLElement>("li:last-child input")?.focus());
  };
  return (
    <Dialog
      title={t("choices.title", { name })}
      closeLabel={t("common.close")}
      wide={true}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={addOne}>
            {t("choices.add")}
          </Button>
          <span class="grow" />
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            tone="primary"
            disabled={staying().some((each) => problemOf(each) !== null)}
            onClick={() => void keep()}
          >
            {t("common.done")}
          </Button>
        </>
      }
    >
      <Show when={drafts().length > 0} fallback={<Empty text={t("choices.none")} />}>
        <ul ref={list} class="choice-list">
          <For each={drafts().map(({ id }) => id)}>
            {(id, index) => (
              <Show when={drafts().find((each) => each.id === id)}>
                {(draft) => (
                  <Show
                    when={draft().gone === null}
                    fallback={
                      <GoneRow
                        app={app}
                        draft={draft()}
                        cells={cellsOf(id)}
                        others={staying().filter((each) => each.id !== id)}
                        onChange={change}
                      />
                    }
                  >
                    <Row
                      app={app}
                      draft={draft()}
                      cells={cellsOf(id)}
                      rank={index() + 1}
                      last={index() + 1 === drafts().length}
                      problem={problemOf(draft())}
                      onChange={change}
                      onMove={(step) => move(id, step)}
                    />
                  </Show>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </Dialog>
  );
}
