/** Lines of the file that are taken for no rows, or may be none: each shown, and put right by a button. */
import { createMemo, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { ExcludedReason } from "../../exchange/api.ts";
import type { LineText, ReadingReport } from "../../exchange/report.ts";
import { Button } from "../kit/Button.tsx";
import { lineTurned, type ReadingDecisions } from "./lines.ts";

interface LeftOutProps {
  readonly app: App;
  readonly how: ReadingReport;
  readonly decisions: ReadingDecisions;
  readonly disabled: boolean;
  readonly onDecide: (part: ReadingDecisions) => void;
}

/** What stands above the names becomes a row only with other names. */
const FIXED: ReadonlySet<ExcludedReason> = new Set(["directive", "blank", "title", "headerRow"]);

interface LineProps extends LeftOutProps {
  readonly of: LineText;
  readonly what: string;
  /** Null: cannot be put right here. */
  readonly turns: "keep" | "leave" | null;
}

function Line(props: LineProps) {
  const { t } = props.app;
  const turn = (to: "keep" | "leave"): void => props.onDecide(lineTurned(props.decisions, props.of.line, to));
  return (
    <li class="import-left">
      <span class="import-line">{t("reading.line", { line: props.of.line })}</span>
      <span class="quiet">{props.what}</span>
      <span class="import-sample">{props.of.text}</span>
      <Show when={props.turns}>
        {(to) => (
          <Button
            aria-label={
              to() === "keep"
                ? t("reading.keep", { line: props.of.line })
                : t("reading.leave", { line: props.of.line })
            }
            disabled={props.disabled}
            onClick={() => turn(to())}
          >
            {to() === "keep" ? t("reading.keepShort") : t("reading.leaveShort")}
          </Button>
        )}
      </Show>
    </li>
  );
}

export function LeftOut(props: LeftOutProps) {
  const { t } = props.app;
  const count = createMemo(() => props.how.excludedCounts.reduce((sum, each) => sum + each.count, 0));
  const named = (): string =>
    props.how.excludedCounts.map((each) => `${t(`excluded.${each.why}`)} ${each.count}`).join(" · ");
  return (
    <>
      <Show when={props.how.doubtful.length > 0}>
        <section class="import-part">
          <h3>{t("reading.doubtful")}</h3>
          <ul class="import-list">
            <For each={props.how.doubtful}>
              {(each) => <Line {...props} of={each} what={t(`excluded.${each.looksLike}`)} turns="leave" />}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={count() > 0}>
        <details class="import-part">
          <summary>
            {t("reading.excluded", { count: count() })} <span class="quiet">{named()}</span>
          </summary>
          <ul class="import-list">
            <For each={props.how.excluded}>
              {(each) => (
                <Line
                  {...props}
                  of={each}
                  what={t(`excluded.${each.why}`)}
                  turns={FIXED.has(each.why) ? null : "keep"}
                />
              )}
            </For>
          </ul>
        </details>
      </Show>
    </>
  );
}
