/** How the file is read: its encoding, its delimiter, its quotes and the line that names its columns, each with what was detected. */
import { createMemo, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { DELIMITERS, ENCODINGS, QUOTES } from "../../exchange/api.ts";
import { delimiterName, encodingName } from "../../i18n/exchange.ts";
import type { CsvPreview } from "../../worker/api.ts";
import { Button } from "../kit/Button.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import type { Ready } from "./Preview.tsx";
import type { Decisions } from "./session.ts";

interface DialectProps {
  readonly app: App;
  readonly preview: CsvPreview | null;
  readonly decisions: Decisions;
  readonly disabled: boolean;
  readonly onDecide: (part: Decisions) => void;
}

const NONE = "none";

/** Lines of which one may name the columns. */
function NamesLine(props: DialectProps & { readonly ready: Ready }) {
  const { t } = props.app;
  const how = () => props.ready.how;
  const options = createMemo(() => [
    { value: NONE, label: t("reading.names.none") },
    ...how().firstLines.map(({ line, text }) => ({
      value: String(line),
      label: t("reading.namedLine", { line, text }),
    })),
  ]);
  return (
    <Labelled label={t("reading.names")}>
      <Select
        options={options()}
        value={how().headerLine === null ? NONE : String(how().headerLine)}
        disabled={props.disabled}
        onChange={(value) =>
          props.onDecide(value === NONE ? { header: false } : { header: true, headerLine: Number(value) })
        }
      />
    </Labelled>
  );
}

/** The same lines in every encoding that the file may be in: one sees which is right. */
function Encodings(props: DialectProps & { readonly ready: Ready }) {
  const { t } = props.app;
  return (
    <section class="import-part" aria-label={t("reading.compare")}>
      <h3>{t("reading.compare")}</h3>
      <ul class="import-encodings">
        <For each={props.ready.how.encodings}>
          {({ encoding, lines }) => (
            <li>
              <Button
                tone="outline"
                on={encoding === props.ready.encoding}
                aria-label={t("reading.use", { encoding: encodingName(t, encoding) })}
                aria-pressed={encoding === props.ready.encoding}
                disabled={props.disabled}
                onClick={() => props.onDecide({ encoding })}
              >
                {encodingName(t, encoding)}
              </Button>
              <div>
                <For each={lines}>{(line) => <div class="import-sample">{line}</div>}</For>
              </div>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

export function Dialect(props: DialectProps) {
  const { t } = props.app;
  const ready = (): Ready | null => (props.preview?.type === "ready" ? props.preview : null);
  const refusedFor = () =>
    props.preview?.type === "refused" && props.preview.why.reason === "wrongEncoding"
      ? props.preview.why.encoding
      : undefined;
  const encoding = () => props.decisions.encoding ?? ready()?.encoding ?? refusedFor() ?? "utf-8";
  /** What is no text has neither an encoding nor a delimiter; a workbook has sheets. */
  const origin = () => ready()?.origin ?? null;
  const sheets = () => origin()?.sheets ?? [];
  const delimiter = () => props.decisions.delimiter ?? ready()?.delimiter ?? ",";
  return (
    <>
      <div class="import-dialect">
        <Show when={sheets().length > 1}>
          <Labelled label={t("import.sheetName")}>
            <Select
              options={sheets().map((value) => ({ value, label: value }))}
              value={origin()?.sheet ?? ""}
              disabled={props.disabled}
              onChange={(sheetName) => props.onDecide({ sheetName })}
            />
          </Labelled>
        </Show>
        <Show when={origin() === null}>
          <Labelled label={t("import.encoding")}>
            <Select
              options={ENCODINGS.map((value) => ({ value, label: encodingName(t, value) }))}
              value={encoding()}
              disabled={props.disabled}
              onChange={(value) => props.onDecide({ encoding: value })}
            />
          </Labelled>
          <Labelled label={t("import.delimiter")}>
            <Select
              options={DELIMITERS.map((value) => ({ value, label: delimiterName(t, value) }))}
              value={delimiter()}
              disabled={props.disabled}
              onChange={(value) => props.onDecide({ delimiter: value })}
            />
          </Labelled>
        </Show>
        <Show when={ready()?.how.quote}>
          {(quote) => (
            <Labelled label={t("reading.quote")}>
              <Select
                options={QUOTES.map((value) => ({
                  value,
                  label: t(value === "'" ? "reading.quote.single" : "reading.quote.double"),
                }))}
                value={quote()}
                disabled={props.disabled}
                onChange={(value) => props.onDecide({ quote: value })}
              />
            </Labelled>
          )}
        </Show>
        <Show when={ready()}>{(found) => <NamesLine {...props} ready={found()} />}</Show>
      </div>
      <Show when={ready()}>
        {(found) => (
          <Show when={found().how.encodings.length > 1}>
            <Encodings {...props} ready={found()} />
          </Show>
        )}
      </Show>
    </>
  );
}
