/** Conditions and groups of them that rows must meet, all or any. */
import { onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { FieldId } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Popover } from "../kit/Popover.tsx";
import { newDraft } from "./draft.ts";
import { createDrafts } from "./drafts.ts";
import { focusAdded, focusCondition, JoinSelect, nextDraft, PartList, PartRow } from "./PartList.tsx";
import type { Draft, GroupDraft } from "./tree.ts";
import "./views.css";

export interface FilterPopoverProps {
  readonly app: App;
  readonly anchor: HTMLElement;
  /** The column that a condition is begun on, where there is none yet. */
  readonly on?: FieldId | null;
  readonly onClose: () => void;
}

interface GroupRowProps {
  readonly app: App;
  readonly draft: GroupDraft;
  readonly rank: number;
  readonly nextKey: () => number;
  readonly onChange: (draft: GroupDraft, soon: boolean) => void;
  readonly onRemove: () => void;
}

function GroupRow(props: GroupRowProps) {
  const { app } = props;
  const { t } = app;
  const add = (button: Element): void => {
    const condition = nextDraft(props.draft.parts, app.sheet()?.fields ?? [], props.nextKey);
    if (condition === null) return;
    props.onChange({ ...props.draft, parts: [...props.draft.parts, condition] }, false);
    focusAdded(button.closest("fieldset"));
  };
  return (
    <li>
      <fieldset class="condition-group" aria-label={t("filter.group", { rank: props.rank })}>
        <div class="group-head">
          <JoinSelect
            app={app}
            join={props.draft.join}
            onChange={(join) => props.onChange({ ...props.draft, join }, false)}
          />
          <Button
            tone="glyph"
            aria-label={t("filter.removeGroup", { rank: props.rank })}
            onClick={props.onRemove}
          >
            ×
          </Button>
        </div>
        <PartList
          drafts={props.draft.parts}
          onChange={(parts, soon) => props.onChange({ ...props.draft, parts }, soon)}
        >
          {(row) => <PartRow app={app} pins={true} {...row} />}
        </PartList>
        <Button onClick={(event) => add(event.currentTarget)}>{t("filter.add")}</Button>
      </fieldset>
    </li>
  );
}

export function FilterPopover(props: FilterPopoverProps) {
  const { app } = props;
  const { t } = app;
  const { list, change, join, changeJoin, nextKey } = createDrafts(app);
  const newCondition = (drafts: readonly Draft[]) => nextDraft(drafts, app.sheet()?.fields ?? [], nextKey);
  const add = (button: Element): void => {
    const condition = newCondition(list());
    if (condition === null) return;
    change([...list(), condition], false);
    focusAdded(button.closest("[role='dialog']"));
  };
  let foot: HTMLDivElement | undefined;
  onMount(() => {
    const field = app.fieldOf(props.on ?? "");
    if (field === undefined) return;
    const at = list().findIndex((draft) => draft.type === "condition" && draft.field === field.id);
    if (at < 0) change([...list(), newDraft(nextKey(), field)], false);
    focusCondition(foot?.closest("[role='dialog']") ?? null, at);
  });
  const addGroup = (button: Element): void => {
    const condition = newCondition([]);
    if (condition === null) return;
    // Joined like the rest, a group would say nothing that the rest does not.
    const other = join() === "and" ? "or" : "and";
    change([...list(), { type: "group", key: nextKey(), join: other, parts: [condition] }], false);
    focusAdded(button.closest("[role='dialog']"));
  };
  return (
    <Popover title={t("filter.title")} anchor={props.anchor} onClose={props.onClose}>
      <Show when={list().length > 0} fallback={<p class="quiet popover-text">{t("filter.none")}</p>}>
        <Show when={list().length > 1}>
          <JoinSelect app={app} join={join()} onChange={changeJoin} />
        </Show>
        <PartList drafts={list()} onChange={change}>
          {(row) => (
            <Show
              when={row.draft.type === "group" ? row.draft : null}
              fallback={
                <Show when={row.draft.type === "group" ? null : row.draft}>
                  {(draft) => (
                    <PartRow
                      app={app}
                      pins={true}
                      draft={draft()}
                      rank={row.rank}
                      onChange={row.onChange}
                      onRemove={row.onRemove}
                    />
                  )}
                </Show>
              }
            >
              {(group) => (
                <GroupRow
                  app={app}
                  draft={group()}
                  rank={row.rank}
                  nextKey={nextKey}
                  onChange={row.onChange}
                  onRemove={row.onRemove}
                />
              )}
            </Show>
          )}
        </PartList>
      </Show>
      <div ref={foot} class="popover-foot">
        <Button tone="outline" onClick={(event) => add(event.currentTarget)}>
          {t("filter.add")}
        </Button>
        <Button tone="outline" onClick={(event) => addGroup(event.currentTarget)}>
          {t("filter.addGroup")}
        </Button>
        <Show when={list().length > 0}>
          <Button onClick={() => change([], false)}>{t("filter.clear")}</Button>
        </Show>
      </div>
    </Popover>
  );
}
