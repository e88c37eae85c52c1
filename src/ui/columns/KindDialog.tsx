/** A column as another kind: how every value would fare is shown before anything is done. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { FieldId } from "../../core/model/index.ts";
import { kindNames, problemText } from "../../fields/messages.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";
import { Segmented } from "../kit/Segmented.tsx";
import { Select } from "../kit/Select.tsx";
import { kindOptions } from "./kinds.ts";
import { createKindTask, type DateOrder, type Preview } from "./kindTask.ts";

interface KindDialogProps {
  readonly app: App;
  readonly field: FieldId;
  readonly onClose: () => void;
}

const DECIMALS = ["0", "1", "2", "3", "4", "5", "6"] as const;
const ORDERS = ["dmy", "mdy"] as const satisfies readonly DateOrder[];

interface FareTableProps {
  readonly app: App;
  readonly values: number;
  readonly rows: readonly { readonly before: string; readonly cells: number; readonly fate: string }[];
  readonly heading: "find.after" | "kind.why";
}

function FareTable(props: FareTableProps) {
  const { t } = props.app;
  const others = (): number => props.values - props.rows.length;
  return (
    <>
      <table class="kind-table">
        <thead>
          <tr>
            <th>{t("find.before")}</th>
            <th>{t(props.heading)}</th>
            <th class="kind-cells">{t("kind.cells")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <td>{row.before}</td>
                <td>{row.fate}</td>
                <td class="kind-cells">{row.cells}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={others() > 0}>
        <p class="quiet">{t("kind.others", { values: others() })}</p>
      </Show>
    </>
  );
}

function Fares(props: { readonly app: App; readonly preview: Preview }) {
  const { app } = props;
  const { t } = app;
  return (
    <>
      <p role="status" aria-label={t("kind.preview")}>
        <Show when={!props.preview.same} fallback={t("kind.same")}>
          {t("kind.unchanged", { cells: props.preview.unchanged.cells })}
          <Show when={props.preview.newChoices > 0}>
            {" "}
            {t("kind.newChoices", { choices: props.preview.newChoices })}
          </Show>
        </Show>
      </p>
      <Show when={props.preview.lost.cells > 0}>
        <Wrong>{t("kind.lost", { cells: props.preview.lost.cells })}</Wrong>
        <FareTable
          app={app}
          values={props.preview.lost.values}
          heading="kind.why"
          rows={props.preview.lost.first.map((fare) => ({
            ...fare,
            fate: problemText(app.language(), fare.problem),
          }))}
        />
      </Show>
      <Show when={props.preview.changed.cells > 0}>
        <h3>{t("kind.changed", { cells: props.preview.changed.cells })}</h3>
        <FareTable
          app={app}
          values={props.preview.changed.values}
          heading="find.after"
          rows={props.preview.changed.first.map(({ after, ...fare }) => ({
            ...fare,
            fate: after === "" ? t("common.empty") : after,
          }))}
        />
      </Show>
    </>
  );
}

export function KindDialog(props: KindDialogProps) {
  const { app } = props;
  const { t } = app;
  const field = app.fieldOf(props.field);
  const { kind, pick, setDecimals, setOrder, preview, shown, possible, busy, change } = createKindTask(
    app,
    props.field,
    props.onClose,
  );
  const lost = (): number => shown()?.lost.cells ?? 0;
  return (
    <Dialog
      title={t("kind.title", { name: field?.name ?? "" })}
      closeLabel={t("common.close")}
      wide={true}
      onClose={props.onClose}
      footer={
        <>
          <Button tone="outline" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            tone={lost() > 0 ? "danger" : "primary"}
            disabled={!possible()}
            busy={busy()}
            onClick={() => void change()}
          >
            {lost() > 0 ? t("kind.doAndLose", { cells: lost() }) : t("kind.do")}
          </Button>
        </>
      }
    >
      <div class="kind-form">
        <Labelled label={t("column.insert.kind")}>
          <Select options={kindOptions(app.language())} value={kind()} onChange={pick} />
        </Labelled>
        <Show when={(shown()?.decimals ?? null) !== null}>
          <Labelled label={t("kind.decimals")}>
            <Select
              options={decimalOptions(shown()?.decimals ?? 0)}
              value={String(shown()?.decimals ?? 0)}
              onChange={(next) => setDecimals(Number(next))}
            />
          </Labelled>
        </Show>
      </div>
      <Show when={shown()?.dates}>
        {(dates) => (
          <Segmented
            label={t("kind.dateOrder", { cells: dates().ambiguous })}
            options={ORDERS.map((value) => ({ value, label: t(`kind.dateOrder.${value}`) }))}
            value={dates().order ?? ""}
            onChange={(next) => next !== "" && setOrder(next)}
          />
        )}
      </Show>
      <Show
        when={preview()}
        fallback={
          <Progress
            label={t("kind.looking", { kind: kindNames[kind()][app.language()] })}
            value={app.progress()}
          />
        }
      >
        {(now) => {
          const refused = () => {
            const one = now();
            return one.type === "tooManyChoices" ? one.most : null;
          };
          return (
            <Show
              when={refused()}
              fallback={<Show when={shown()}>{(fares) => <Fares app={app} preview={fares()} />}</Show>}
            >
              {(most) => <Wrong>{t("kind.tooManyChoices", { most: most() })}</Wrong>}
            </Show>
          );
        }}
      </Show>
    </Dialog>
  );
}

/** Those offered, and the one that is. */
function decimalOptions(now: number) {
  const values = new Set<string>([...DECIMALS, String(now)]);
  return [...values].map((value) => ({ value, label: value }));
}
