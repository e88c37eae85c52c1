/** Lines of the file that are taken for no rows, or may be none: each shown, and put right by a button. */
import { type Accessor, createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { ExcludedReason } from "../../exchange/api.ts";
import type { LinesTold, LineText, ReadingReport } from "../../exchange/report.ts";
import { Button } from "../kit/Button.tsx";
import { lineTurned, type ReadingDecisions } from "./lines.ts";

interface LeftOutProps {
  readonly app: App;
  readonly how: ReadingReport;
  readonly decisions: ReadingDecisions;
  readonly disabled: boolean;
  readonly onDecide: (part: ReadingDecisions) => void;
}

const FIXED: ReadonlySet<ExcludedReason> = new Set(["directive", "blank", "title"]);

/** What stands above the names becomes a row only with other names. */
const isFixed = (line: number, why: ExcludedReason, { headerLine }: ReadingReport): boolean =>
  FIXED.has(why) || (why === "headerRow" && line < (headerLine ?? 0));

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

/** So many lines more at a time: each is drawn. */
const STEP = 200;

interface Told {
  readonly lines: Accessor<LinesTold>;
  /** Lets so many lines of each kind be told. */
  readonly ask: (most: number) => void;
}

/** Those that came with the preview until more are asked for, which then holds for the next preview too. */
function createTold(props: LeftOutProps): Told {
  const [most, ask] = createSignal(0);
  const [more, setMore] = createSignal<LinesTold | null>(null);
  let asked = 0;
  createEffect(
    on([() => props.how, most], async ([how, wanted]) => {
      asked += 1;
      const mine = asked;
      if (wanted === 0 || (how.doubtfulCount <= how.doubtful.length && unlisted(how, how) <= 0)) {
        setMore(null);
        return;
      }
      try {
        const found = await props.app.worker.linesTold(wanted);
        if (mine === asked) setMore(found);
      } catch {
        if (mine === asked) props.app.notify(props.app.t("notice.unexpected"), "wrong");
      }
    }),
  );
  return { lines: () => more() ?? props.how, ask };
}

/** Lines that are left out and not listed, but for blank ones, of which there is nothing to show. */
function unlisted({ excludedCounts }: ReadingReport, { excluded }: LinesTold): number {
  const all = excludedCounts.reduce((sum, { why, count }) => sum + (why === "blank" ? 0 : count), 0);
  return all - excluded.length;
}

interface MoreProps {
  readonly app: App;
  readonly told: Told;
  readonly listed: number;
  readonly left: number;
}

function More(props: MoreProps) {
  const count = (): number => Math.min(STEP, props.left);
  return (
    <Show when={props.left > 0}>
      <div class="import-more">
        <Button tone="outline" onClick={() => props.told.ask(props.listed + STEP)}>
          {props.app.t("reading.more", { count: count() })}
        </Button>
      </div>
    </Show>
  );
}

export function LeftOut(props: LeftOutProps) {
  const { t } = props.app;
  const told = createTold(props);
  const doubtful = () => told.lines().doubtful;
  const excluded = () => told.lines().excluded;
  const count = createMemo(() => props.how.excludedCounts.reduce((sum, each) => sum + each.count, 0));
  const named = (): string =>
    props.how.excludedCounts.map((each) => `${t(`excluded.${each.why}`)} ${each.count}`).join(" · ");
  return (
    <>
      <Show when={doubtful().length > 0}>
        <section class="import-part">
          <h3>{t("reading.doubtful")}</h3>
          <ul class="import-list">
            <For each={doubtful()}>
              {(each) => <Line {...props} of={each} what={t(`excluded.${each.looksLike}`)} turns="leave" />}
            </For>
          </ul>
          <More
            app={props.app}
            told={told}
            listed={doubtful().length}
            left={props.how.doubtfulCount - doubtful().length}
          />
        </section>
      </Show>
      <Show when={count() > 0}>
        <details class="import-part">
          <summary>
            {t("reading.excluded", { count: count() })} <span class="quiet">{named()}</span>
          </summary>
          <ul class="import-list">
            <For each={excluded()}>
              {(each) => (
                <Line
                  {...props}
                  of={each}
                  what={t(`excluded.${each.why}`)}
                  turns={isFixed(each.line, each.why, props.how) ? null : "keep"}
                />
              )}
            </For>
          </ul>
          <More
            app={props.app}
            told={told}
            listed={excluded().length}
            left={unlisted(props.how, told.lines())}
          />
        </details>
      </Show>
    </>
  );
}
