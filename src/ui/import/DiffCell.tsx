/**
 * A cell of the file: its text, or what it would change, what keeps its row out, or which of two sides it is taken from. What
 * was written here can be written anew, and stands beside what it is read as.
 */
import { Match, Show, Switch } from "solid-js";
import { kindOf } from "../../fields/index.ts";
import { problemText } from "../../fields/messages.ts";
import type { DiffCell as Cell, DiffRow } from "../../worker/api.ts";
import { Select } from "../kit/Select.tsx";
import type { DiffProps } from "./DiffTable.tsx";

export interface CellProps extends DiffProps {
  readonly row: DiffRow;
  readonly index: number;
  readonly cell: Cell;
}

/** Nothing is to be said or decided about it: most are, and a window of them is drawn at a time. */
export const isPlain = ({ problem, mendable, written, change, merge }: Cell): boolean =>
  [problem, mendable, written, change, merge].every((each) => each === undefined);

type Merged = NonNullable<Cell["merge"]>;

export function DiffCell(props: CellProps) {
  const { app } = props;
  const { t } = app;
  const column = () => props.preview.columns[props.index];
  const shown = (value: Merged["mine"]): string => {
    const field = column()?.definition;
    if (value === null || field === undefined) return t("common.empty");
    return kindOf(field).format(value, field, app.locale());
  };
  const place = () => ({ column: column()?.header ?? "", line: props.row.line });
  const problem = (): string | undefined =>
    props.cell.problem === undefined ? undefined : problemText(app.language(), props.cell.problem);
  const mend = (written: string): void => {
    const { row, index } = props;
    if (row.row === null || written === props.cell.text) return;
    props.onDecide({ mended: [...props.mended, { line: row.line, column: index, text: written }] });
  };
  const side = ({ field }: Merged, take: "mine" | "theirs"): void => {
    const hints = props.preview.returned?.hints;
    const row = props.row.there;
    if (hints === undefined || row === null) return;
    const others = hints.cells.filter((each) => each.row !== row || each.field !== field);
    props.onDecide({ returned: { ...hints, cells: [...others, { row, field, take }] } });
  };
  const conflict = (): Merged | null => (props.cell.merge?.verdict === "conflict" ? props.cell.merge : null);
  const mine = (): Merged | null => (props.cell.merge?.verdict === "mine" ? props.cell.merge : null);
  /** Both sides, as a narrow column may show only the first. */
  const turned = (): string | undefined => {
    const { change } = props.cell;
    return change === undefined ? undefined : `${shown(change.before)} → ${shown(change.after)}`;
  };
  const reading = (): string => shown(props.cell.written ?? null);
  const input = () => (
    <input
      class="input import-mend"
      value={props.cell.text}
      disabled={props.disabled}
      aria-invalid={props.cell.mendable === true ? "true" : undefined}
      aria-label={t("diff.mend", place())}
      title={problem() ?? reading()}
      onChange={(event) => mend(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        // What has the keyboard next is not pressed by the same key.
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
  return (
    <td
      title={turned()}
      classList={{
        "import-out": column()?.destination.to === "nowhere",
        "import-changed": props.cell.change !== undefined,
        "import-conflict": conflict() !== null,
      }}
    >
      <Switch fallback={props.cell.text}>
        <Match when={props.cell.mendable === true}>{input()}</Match>
        <Match when={conflict()}>
          {(both) => (
            <Select
              label={t("returned.cell", place())}
              options={[
                { value: "mine", label: t("returned.mine", { text: shown(both().mine) }) },
                { value: "theirs", label: t("returned.theirs", { text: shown(both().theirs) }) },
              ]}
              value={both().side}
              disabled={props.disabled}
              onChange={(take) => side(both(), take)}
            />
          )}
        </Match>
        <Match when={mine()}>
          {(own) => (
            <span class="import-mine" title={t("returned.youChanged", { sent: shown(own().sent) })}>
              {shown(own().mine)}
            </span>
          )}
        </Match>
        <Match when={props.cell.written !== undefined}>
          <span class="import-typed">
            {input()}
            <Show when={reading() !== props.cell.text}>
              <ins>{reading()}</ins>
            </Show>
          </span>
        </Match>
        <Match when={props.cell.change}>
          {(change) => (
            <>
              <del>{shown(change().before)}</del> <span aria-hidden="true">→</span>{" "}
              <ins>{shown(change().after)}</ins>
            </>
          )}
        </Match>
      </Switch>
    </td>
  );
}
