/** Which of our columns go out, and in which order. */
import { createMemo, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { columnsOf, type FieldId, firstView } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Check } from "../kit/Check.tsx";
import type { ExportSession } from "./session.ts";

interface ColumnsProps {
  readonly app: App;
  readonly session: ExportSession;
}

export function Columns(props: ColumnsProps) {
  const { app, session } = props;
  const { t } = app;
  /** In the order of the file: that of a whole sheet is its first view's. */
  const known = createMemo(() => {
    const sheet = app.sheet();
    if (sheet === null) return [];
    const view = session.scope() === "sheet" ? firstView(sheet) : app.view();
    return view === null ? [] : columnsOf(sheet, view);
  });
  const usual = (): readonly FieldId[] =>
    known()
      .filter(({ hidden }) => session.scope() === "sheet" || !hidden)
      .map(({ field }) => field);
  const chosen = (): readonly FieldId[] => session.fields() ?? usual();
  /** Those that go out in their order, then the others. */
  const listed = createMemo(() => {
    const own = chosen();
    const rest = known().filter(({ field }) => !own.includes(field));
    return [...own, ...rest.map(({ field }) => field)];
  });
  const toggle = (field: FieldId, on: boolean): void =>
    session.setFields(on ? [...chosen(), field] : chosen().filter((each) => each !== field));
  const move = (field: FieldId, step: -1 | 1): void => {
    const own = [...chosen()];
    const at = own.indexOf(field);
    own.splice(at, 1);
    own.splice(at + step, 0, field);
    session.setFields(own);
  };
  const ours = (): boolean =>
    session.preview() !== null &&
    session.preview()?.layout === null &&
    (session.scope() === "view" || session.scope() === "sheet");
  return (
    <Show when={ours()}>
      <details class="export-part">
        <summary>{t("export.columns", { chosen: chosen().length, all: known().length })}</summary>
        <ul class="export-columns">
          <For each={listed()}>
            {(field) => {
              const name = (): string => app.fieldOf(field)?.name ?? "";
              const place = (): number => chosen().indexOf(field);
              const last = (): boolean => place() === chosen().length - 1;
              return (
                <li>
                  <Check
                    checked={place() >= 0}
                    disabled={place() >= 0 && chosen().length === 1}
                    onChange={(on) => toggle(field, on)}
                  >
                    {name()}
                  </Check>
                  <Show when={place() >= 0}>
                    <span>
                      <Button
                        tone="glyph"
                        aria-label={t("export.up", { column: name() })}
                        disabled={place() === 0}
                        onClick={() => move(field, -1)}
                      >
                        ↑
                      </Button>
                      <Button
                        tone="glyph"
                        aria-label={t("export.down", { column: name() })}
                        disabled={last()}
                        onClick={() => move(field, 1)}
                      >
                        ↓
                      </Button>
                    </span>
                  </Show>
                </li>
              );
            }}
          </For>
        </ul>
      </details>
    </Show>
  );
}
