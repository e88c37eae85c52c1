/** The dialog that a column's task asks for. */
import { Match, Suspense, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { lazyPart } from "../kit/tasks.ts";
import type { ColumnTask, ColumnTasks } from "./tasks.ts";
import "./columns.css";

const InsertDialog = lazyPart(() => import("./InsertDialog.tsx").then((module) => module.InsertDialog));
const DeleteDialog = lazyPart(() => import("./DeleteDialog.tsx").then((module) => module.DeleteDialog));
const ChoicesDialog = lazyPart(() => import("./ChoicesDialog.tsx").then((module) => module.ChoicesDialog));
const KindDialog = lazyPart(() => import("./KindDialog.tsx").then((module) => module.KindDialog));

interface ColumnDialogProps {
  readonly app: App;
  readonly tasks: ColumnTasks;
  readonly task: ColumnTask;
  readonly onClose: () => void;
}

export default function ColumnDialog(props: ColumnDialogProps) {
  const inserting = () => (props.task.task === "insert" ? props.task : null);
  return (
    <Suspense>
      <Switch>
        <Match when={inserting()}>
          {(beside) => <InsertDialog app={props.app} beside={beside()} onClose={props.onClose} />}
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
            onDelete={() => void props.tasks.deleteColumn(props.task.field)}
            onClose={props.onClose}
          />
        </Match>
      </Switch>
    </Suspense>
  );
}
