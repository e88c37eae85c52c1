/** What a column shall become, how its values would fare, and the change itself: the state behind the dialog. */
import { type Accessor, batch, createEffect, createSignal, on } from "solid-js";
import type { App } from "../../app/app.ts";
import type { FieldId, KindId } from "../../core/model/index.ts";
import type { LocaleFormat } from "../../fields/locale.ts";
import { refusalText } from "../../i18n/wording.ts";
import type { KindPreview, KindTarget } from "../../worker/columnApi.ts";

export type Preview = Extract<KindPreview, { readonly type: "preview" }>;
export type DateOrder = LocaleFormat["dateOrder"];

export interface KindTask {
  readonly kind: Accessor<KindId>;
  readonly pick: (kind: KindId) => void;
  readonly setDecimals: (decimals: number) => void;
  readonly setOrder: (order: DateOrder) => void;
  /** Null: the values are still looked at. */
  readonly preview: Accessor<KindPreview | null>;
  readonly shown: Accessor<Preview | null>;
  /** There is something to do, it is known what, and nothing is left to be said. */
  readonly possible: Accessor<boolean>;
  readonly busy: Accessor<boolean>;
  readonly change: () => Promise<void>;
}

const same = (a: KindTarget | null, b: KindTarget): boolean => JSON.stringify(a) === JSON.stringify(b);

export function createKindTask(app: App, id: FieldId, onDone: () => void): KindTask {
  const [kind, setKind] = createSignal<KindId>(app.fieldOf(id)?.kind ?? "text");
  const [decimals, setDecimals] = createSignal<number | null>(null);
  const [order, setOrder] = createSignal<DateOrder | null>(null);
  const [preview, setPreview] = createSignal<KindPreview | null>(null);
  /** What the preview is of. */
  const [seen, setSeen] = createSignal<KindTarget | null>(null);
  const [busy, setBusy] = createSignal(false);
  const target = (): KindTarget => {
    const [places, dateOrder] = [decimals(), order()];
    return {
      kind: kind(),
      ...(places === null ? {} : { decimals: places }),
      ...(dateOrder === null ? {} : { dateOrder }),
    };
  };
  const ask = async (): Promise<void> => {
    const sheet = app.sheet();
    if (sheet === null) return;
    const wanted = target();
    const found = await app.worker.previewKind(sheet.id, id, wanted).catch(() => undefined);
    // Without it there is nothing to decide by.
    if (found === undefined) {
      app.notify(app.t("notice.unexpected"), "wrong");
      onDone();
    } else if (found !== null && same(wanted, target()))
      batch(() => {
        setPreview(found);
        setSeen(wanted);
      });
  };
  // What is previewed changes with the cells, too.
  createEffect(on([() => JSON.stringify(target()), app.refresh], () => void ask()));
  const pick = (next: KindId): void =>
    batch(() => {
      setDecimals(null);
      setOrder(null);
      setPreview(null);
      setKind(next);
    });
  const shown = (): Preview | null => {
    const now = preview();
    return now?.type === "preview" ? now : null;
  };
  const undecided = (): boolean => {
    const dates = shown()?.dates ?? null;
    return dates !== null && dates.order === null;
  };
  const possible = (): boolean =>
    shown() !== null && shown()?.same !== true && !undecided() && same(seen(), target());
  const change = async (): Promise<void> => {
    const sheet = app.sheet();
    const dateOrder = shown()?.dates?.order ?? null;
    if (sheet === null || !possible()) return;
    setBusy(true);
    const wanted = dateOrder === null ? target() : { ...target(), dateOrder };
    try {
      const done = await app.worker.changeKind(sheet.id, id, wanted);
      if (done.ok) onDone();
      else app.notify(refusalText(app.t, done.refusal), "wrong");
    } catch {
      app.notify(app.t("notice.unexpected"), "wrong");
    } finally {
      setBusy(false);
    }
  };
  return { kind, pick, setDecimals, setOrder, preview, shown, possible, busy, change };
}
