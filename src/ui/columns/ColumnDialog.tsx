/** The dialog that a column's task asks for. */
import { createSignal, Match, Show, Suspense, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { lazyPart } from "../kit/tasks.ts";
import type { ColumnTask, ColumnTasks } from "./tasks.ts";
import "./columns.css";

const InsertDialog = lazyPart(() => import("./InsertDialog.tsx").then((module) => module.InsertDialog));
const DeleteDialog = lazyPart(() => import("./DeleteDialog.tsx").then((module) => module.DeleteDialog));
const ChoicesDialog = lazyPart(() => import("./ChoicesDialog.tsx").then((module) => module.ChoicesDialog));
const KindDialog = lazyPart(() => import("./KindDialog.tsx").then((module) => module.KindDialog));
const ValuesPopover = lazyPart(() => import("./ValuesPopover.tsx").then((module) => module.ValuesPopover));
const ColoursPopover = lazyPart(() => import("./ColoursPopover.tsx").then((module) => module.ColoursPopover));

interface ColumnDialogProps {
  readonly app: App;
  readonly tasks: ColumnTasks;
  readonly task: ColumnTask;
  readonly onClose: () => void;
  /** The column shall be deleted, with its header. */
  readonly onDelete: () => void;
}

export default function ColumnDialog(props: ColumnDialogProps) {
  const [anchor, setAnchor] = createSignal<HTMLElement | null>(null);
  const beside = () => ("x" in props.task ? props.task : null);
  const inserting = () => (props.task.task === "insert" ? props.task : null);
  return (
    <Suspense>
      <Switch>
        <Match when={inserting()}>
          {(place) => <InsertDialog app={props.app} beside={place()} onClose={props.onClose} />}
        </Match>
        <Match when={beside()}>
          {(at) => (
            <>
              <span
                ref={setAnchor}
                class="column-anchor"
                style={{ left: `${at().x}px`, top: `${at().y}px` }}
              />
              <Show when={anchor()}>
                {(place) => (
                  <Show
                    when={at().task === "values"}
                    fallback={
                      <ColoursPopover
                        app={props.app}
                        field={at().field}
                        anchor={place()}
                        onClose={props.onClose}
                      />
                    }
                  >
                    <ValuesPopover
                      app={props.app}
                      field={at().field}
                      anchor={place()}
                      onConditions={() => props.tasks.filterOn(at().field)}
                      onClose={props.onClose}
                    />
                  </Show>
                )}
              </Show>
            </>
          )}
        </Match>
        <Match when={props.task.task === "choices"}>
          <ChoicesDialog app={props.app} field={props.task.field} onClose={props.onClose} />
        </Match>
        <Match when={props.task.task === "kind"}>
          <KindDialog app={props.app} field={props.task.field} onClose={props.onClose} />
        </Match>
        <Match when={props.task.task === "delete"}>
          <DeleteDialog
            app={props.app}
            field={props.task.field}
            onDelete={props.onDelete}
            onClose={props.onClose}
          />
        </Match>
      </Switch>
    </Suspense>
  );
}
