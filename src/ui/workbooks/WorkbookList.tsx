/** The workbooks of this browser, each with what can be done to it; those that were deleted below, to be had back. */
import { createMemo, createSignal, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { restartWith } from "../../app/restart.ts";
import { createWorkbooks, type Workbooks } from "../../app/workbooks.ts";
import { firstFree } from "../../core/model/index.ts";
import { momentText } from "../../i18n/time.ts";
import { openFailureText, refusalText } from "../../i18n/wording.ts";
import type { ShelfEntry, ShelfTask, Shelved } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { NameInPlace } from "../kit/NameInPlace.tsx";
import { Wrong } from "../kit/Note.tsx";
import "../kit/entries.css";
import "./workbooks.css";

export interface ListProps {
  readonly app: App;
}

interface EntryProps extends ListProps {
  readonly entry: ShelfEntry;
  readonly busy: boolean;
  readonly onTask: (task: ShelfTask) => void;
}

const nameIn = ({ app, entry }: EntryProps): string =>
  entry.name === "" ? app.t("workbooks.unnamed") : entry.name;

/** How many rows, and when it was changed last. */
function about({ app, entry }: EntryProps): string {
  const { saved, deleted } = entry;
  const when = (time: number): string => momentText(app.locale().tag, time, Date.now());
  const parts = [
    ...(saved === null ? [] : [app.t("rows.all", { total: saved.rows })]),
    ...(deleted === null ? [] : [app.t("workbooks.deletedOn", { when: when(deleted) })]),
    ...(deleted !== null || saved === null ? [] : [app.t("workbooks.savedOn", { when: when(saved.time) })]),
  ];
  return parts.join(" · ");
}

function Rename(props: EntryProps & { readonly onEnd: () => void }) {
  return (
    <NameInPlace
      class="input workbooks-name"
      name={props.entry.name}
      label={props.app.t("workbooks.name")}
      onEnd={(name) => {
        props.onEnd();
        if (name !== null) props.onTask({ type: "rename", id: props.entry.id, name });
      }}
    />
  );
}

function Entry(props: EntryProps & { readonly copyName: (name: string) => string }) {
  const { app } = props;
  const { t } = app;
  const [renaming, setRenaming] = createSignal(false);
  const open = (): boolean => app.live()?.workbook.id === props.entry.id;
  const name = (): string => nameIn(props);
  return (
    <li class="entry" aria-current={open() ? "true" : undefined}>
      <div class="entry-what">
        <Show
          when={renaming()}
          fallback={
            <Show when={!open()} fallback={<strong class="workbooks-open">{name()}</strong>}>
              <button type="button" class="workbooks-open" onClick={() => restartWith(props.entry.id)}>
                {name()}
              </button>
            </Show>
          }
        >
          <Rename {...props} onEnd={() => setRenaming(false)} />
        </Show>
        <span class="quiet">{open() ? t("workbooks.isOpen") : about(props)}</span>
      </div>
      <div class="entry-acts">
        <Button
          disabled={props.busy}
          aria-label={t("workbooks.renameOf", { name: name() })}
          onClick={() => setRenaming(true)}
        >
          {t("workbooks.rename")}
        </Button>
        <Button
          disabled={props.busy}
          aria-label={t("workbooks.duplicateOf", { name: name() })}
          onClick={() =>
            props.onTask({
              type: "duplicate",
              id: props.entry.id,
              name: props.copyName(name()),
            })
          }
        >
          {t("workbooks.duplicate")}
        </Button>
        <Button
          disabled={props.busy}
          aria-label={t("workbooks.deleteOf", { name: name() })}
          onClick={() => props.onTask({ type: "delete", id: props.entry.id })}
        >
          {t("workbooks.delete")}
        </Button>
      </div>
    </li>
  );
}

function Deleted(props: EntryProps) {
  const { t } = props.app;
  const [sure, setSure] = createSignal(false);
  const name = (): string => nameIn(props);
  return (
    <li class="entry">
      <div class="entry-what">
        <span class="workbooks-open">{name()}</span>
        <span class="quiet">{sure() ? t("workbooks.sure") : about(props)}</span>
      </div>
      <div class="entry-acts">
        <Button
          disabled={props.busy}
          aria-label={t("workbooks.restoreOf", { name: name() })}
          onClick={() => props.onTask({ type: "restore", id: props.entry.id })}
        >
          {t("workbooks.restore")}
        </Button>
        <Show
          when={sure()}
          fallback={
            <Button
              disabled={props.busy}
              aria-label={t("workbooks.purgeOf", { name: name() })}
              onClick={() => setSure(true)}
            >
              {t("workbooks.purge")}
            </Button>
          }
        >
          <Button
            tone="danger"
            disabled={props.busy}
            aria-label={t("workbooks.purgeOf", { name: name() })}
            onClick={() => props.onTask({ type: "purge", id: props.entry.id })}
          >
            {t("workbooks.purge")}
          </Button>
        </Show>
      </div>
    </li>
  );
}

/** What to say of it; null: it is to be seen. */
function wordsFor({ t }: App, done: Shelved): string | null {
  switch (done.type) {
    case "done":
      return null;
    case "inUse":
      return t("workbooks.inUse");
    case "damaged":
      return t("workbooks.damaged");
    case "gone":
      return t("workbooks.gone");
    case "restored":
      return t("workbooks.restored");
    case "refused":
      return refusalText(t, done.refusal);
    case "failed":
      return openFailureText(t, done.failure);
  }
}

function createTasks(app: App, workbooks: Workbooks) {
  const [busy, setBusy] = createSignal(false);
  const [wrong, setWrong] = createSignal<string | null>(null);
  const carryOut = async (task: ShelfTask): Promise<void> => {
    const open = app.live()?.workbook;
    setBusy(true);
    setWrong(null);
    try {
      if (task.type === "rename" && task.id === open?.id) {
        await app.dispatch({ type: "renameWorkbook", name: task.name });
        return;
      }
      const done = await workbooks.carryOut(task);
      setWrong(wordsFor(app, done));
      if (done.type !== "done" || task.type !== "delete" || task.id !== open?.id) return;
      restartWith(null, app.t("workbooks.wasDeleted", { name: open.settings.name }));
    } catch {
      setWrong(app.t("notice.unexpected"));
    } finally {
      setBusy(false);
    }
  };
  return { busy, wrong, carryOut };
}

/** Nothing where there is no workbook at all. */
export function WorkbookList(props: ListProps) {
  const { app } = props;
  const { t } = app;
  const workbooks = createWorkbooks(app);
  const tasks = createTasks(app, workbooks);
  const here = createMemo(() => (workbooks.all() ?? []).filter(({ deleted }) => deleted === null));
  const gone = createMemo(() => (workbooks.all() ?? []).filter(({ deleted }) => deleted !== null));
  /** As it is called now: the list is asked for before a new name is saved. */
  const named = (entry: ShelfEntry): ShelfEntry => {
    const open = app.live()?.workbook;
    return open?.id === entry.id ? { ...entry, name: open.settings.name } : entry;
  };
  /** Such as no other has. */
  const copyName = (name: string): string => {
    const taken = new Set((workbooks.all() ?? []).map((each) => each.name));
    return firstFree(taken, (number) =>
      t("workbooks.copyName", { name, number: number === 1 ? "" : ` ${number}` }),
    );
  };
  const common = { app, onTask: (task: ShelfTask) => void tasks.carryOut(task) };
  return (
    <>
      <Show when={tasks.wrong()}>{(text) => <Wrong>{text()}</Wrong>}</Show>
      <Show when={here().length > 0}>
        <ul class="entries workbooks" aria-label={t("workbooks.title")}>
          <For each={here()}>
            {(entry) => <Entry {...common} copyName={copyName} entry={named(entry)} busy={tasks.busy()} />}
          </For>
        </ul>
      </Show>
      <Show when={gone().length > 0}>
        <h3 class="workbooks-head">{t("workbooks.deleted")}</h3>
        <ul class="entries workbooks" aria-label={t("workbooks.deleted")}>
          <For each={gone()}>{(entry) => <Deleted {...common} entry={entry} busy={tasks.busy()} />}</For>
        </ul>
      </Show>
    </>
  );
}
