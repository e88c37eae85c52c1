/** Cells that do not fit the receiver: where, why, and a way there. */
import { createEffect, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { FormulaDecision } from "../../core/model/index.ts";
import { misfitText } from "../../i18n/exchange.ts";
import type { ExportMisfit } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import type { ExportSession } from "./session.ts";

interface ChecksProps {
  readonly app: App;
  readonly session: ExportSession;
  readonly onShow: (misfit: ExportMisfit) => void;
}

type Kind = "stopping" | "unfit" | "formulas";

/** Told apart by what can be done: formulas are decided about, the first two are mended. */
function kindOf({ misfit: { why } }: ExportMisfit): Kind {
  if (why === "lacks" || why === "separator" || why === "lineBreak") return "stopping";
  return why === "formula" ? "formulas" : "unfit";
}

const LISTED = 20;
const UNDECIDED = "";

function Cells(props: ChecksProps & { readonly kind: Kind; readonly count: number }) {
  const { app } = props;
  const { t } = app;
  const cells = () =>
    (props.session.preview()?.misfits ?? []).filter((each) => kindOf(each) === props.kind).slice(0, LISTED);
  const place = ({ row, column, place: at }: ExportMisfit): string =>
    row === null ? t("export.place.name", { column }) : t("export.place", { row: at + 1, column });
  return (
    <ul class="export-list">
      <For each={cells()}>
        {(cell) => (
          <li>
            <span class="export-place">{place(cell)}</span>
            <span class="export-text">{cell.text}</span>
            <span class="quiet">{misfitText(t, cell.misfit)}</span>
            <Show when={cell.row !== null && cell.field !== null}>
              <Button
                tone="outline"
                aria-label={t("export.show", { place: place(cell) })}
                onClick={() => props.onShow(cell)}
              >
                →
              </Button>
            </Show>
          </li>
        )}
      </For>
      <Show when={props.count > cells().length}>
        <li class="quiet">{t("export.more", { count: props.count - cells().length })}</li>
      </Show>
    </ul>
  );
}

/** What no file can be written with, and the way out: its rows are left out, or taken back. */
function Stopping(props: ChecksProps & { readonly count: number }) {
  const { app, session } = props;
  const { t } = app;
  let part: HTMLElement | undefined;
  const stopped = (): number => session.preview()?.stoppedRows ?? 0;
  const leftOut = (): number => session.preview()?.leftOut ?? 0;
  // Whoever tries to write all the same is led here.
  createEffect(() => {
    if (session.outcome() === "stopped") (part?.querySelector("button") ?? part)?.focus();
  });
  return (
    <>
      <Show when={props.count > 0}>
        <section ref={part} class="export-part" role="alert" tabIndex={-1}>
          <h3 class="wrong">{t("export.stopped", { count: props.count })}</h3>
          <Show when={stopped() > 0 && stopped() < (session.preview()?.rows ?? 0)}>
            <div>
              <Button tone="outline" onClick={() => session.setLeaveOut(true)}>
                {t("export.leaveOut", { count: stopped() })}
              </Button>
            </div>
          </Show>
          <Cells {...props} kind="stopping" count={props.count} />
        </section>
      </Show>
      <Show when={leftOut() > 0}>
        <p class="export-left-out note" role="status">
          <span>{t("export.leftOut", { count: leftOut() })}</span>
          <Button tone="outline" onClick={() => session.setLeaveOut(false)}>
            {t("export.takeBack")}
          </Button>
        </p>
      </Show>
    </>
  );
}

export function Checks(props: ChecksProps) {
  const { app, session } = props;
  const { t } = app;
  const count = (kind: Kind): number => session.preview()?.[kind] ?? 0;
  const decide = (value: FormulaDecision | typeof UNDECIDED): void =>
    session.setFormulas(value === UNDECIDED ? null : value);
  const decisions = (): { value: FormulaDecision | typeof UNDECIDED; label: string }[] => [
    { value: UNDECIDED, label: t("export.formulas.undecided") },
    { value: "apostrophe", label: t("export.formulas.apostrophe") },
    { value: "leave", label: t("export.formulas.leave") },
  ];
  return (
    <>
      <Stopping {...props} count={count("stopping")} />
      <Show when={count("unfit") > 0}>
        <section class="export-part">
          <h3>{t("export.unfit", { count: count("unfit") })}</h3>
          <Cells {...props} kind="unfit" count={count("unfit")} />
        </section>
      </Show>
      <Show when={count("formulas") > 0}>
        <section class="export-part">
          <h3>{t("export.formulas", { count: count("formulas") })}</h3>
          <Labelled label={t("export.formulas.decision")}>
            <Select options={decisions()} value={session.formulas() ?? UNDECIDED} onChange={decide} />
          </Labelled>
          <Cells {...props} kind="formulas" count={count("formulas")} />
        </section>
      </Show>
    </>
  );
}
