/** What dialogs ask of a whole column: which values take the most room, and how many cells hold each choice. */
import {
  type Atom,
  type ChoiceId,
  choicesOf,
  type Field,
  type FieldId,
  findField,
  fromAtom,
  type SheetId,
  toAtom,
  type Value,
} from "../core/model/index.ts";
import { GONE_FIELD } from "../engine/session/built.ts";
import type { Screen } from "../engine/session/screens.ts";
import { type Progress, runInSlices, SHORT_SLICE, type Steps, whileUnchanged } from "../engine/steps.ts";
import { kindOf, type LocaleFormat, localeFormat } from "../fields/index.ts";
import type { Dispatched } from "./api.ts";
import type { ChoiceCount, KindPreview, KindTarget, WidestValues } from "./columnApi.ts";
import { distinctSteps } from "./distinct.ts";
import type { Host } from "./host.ts";
import { kindIntent, prepareSteps, previewSteps, type Subject } from "./kinds.ts";

/** Values handed out per column: what is widest in one font need not be in another. */
const CANDIDATES = 4;
/** Values looked at between two chances to pause. */
const STEP = 8192;

/** Han, kana, hangul and full-width forms are twice as wide. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/gu;
/** No column shows more. */
const MOST_SEEN = 200;

function roomOf(text: string): number {
  const seen = text.length > MOST_SEEN ? text.slice(0, MOST_SEEN) : text;
  return seen.length + (seen.match(WIDE)?.length ?? 0);
}

/** A guess at the room that a value takes, cheap enough for each of a million. */
function roomOfValue(field: Field, locale: LocaleFormat): (atom: Atom) => number {
  switch (field.type.storage) {
    case "text":
      return (atom) => roomOf(String(atom));
    case "integer": {
      const unit = 10 ** field.type.decimals;
      return (atom) => {
        const value = Number(atom);
        return Math.log10(Math.abs(value) + 1) * 2 + (value < 0 ? 1 : 0) + (value % unit === 0 ? 0 : 1);
      };
    }
    case "day":
    case "flag":
      return () => 0;
    case "choice":
    case "choices":
      return (atom) => roomOf(kindOf(field).format(fromAtom(field.type, atom), field, locale));
  }
}

function* widestSteps({ table }: Screen, field: Field, locale: LocaleFormat): Steps<readonly Value[]> {
  const column = table.columns.get(field.id);
  if (column === undefined) return [];
  const distinct = yield* distinctSteps(table, column);
  const room = roomOfValue(field, locale);
  const best: { readonly atom: Atom; readonly room: number }[] = [];
  let looked = 0;
  for (const atom of distinct.keys()) {
    looked += 1;
    if (looked % STEP === 0) yield { done: looked, total: distinct.size };
    const own = room(atom);
    if (best.length === CANDIDATES && own <= (best.at(-1)?.room ?? 0)) continue;
    const at = best.findIndex((each) => each.room < own);
    best.splice(at < 0 ? best.length : at, 0, { atom, room: own });
    if (best.length > CANDIDATES) best.pop();
  }
  return best.map(({ atom }) => fromAtom(field.type, atom));
}

export class ColumnJobs {
  private readonly host: Host;
  private previewing = new AbortController();

  constructor(host: Host) {
    this.host = host;
  }

  private get locale(): LocaleFormat {
    const { locale, currency } = this.host.shown.workbook.settings;
    return localeFormat(locale, currency);
  }

  private async run<T>(steps: Steps<T>): Promise<T | null> {
    const done = await runInSlices(steps, { slice: SHORT_SLICE });
    return done.type === "done" ? done.value : null;
  }

  async widest(id: SheetId, fields: readonly FieldId[]): Promise<readonly WidestValues[]> {
    const found: WidestValues[] = [];
    for (const each of fields) {
      const screen = this.host.shown.screens.of(id);
      const field = screen === null ? undefined : findField(screen.sheet, each);
      if (screen === null || field === undefined) continue;
      const values = await this.run(widestSteps(screen, field, this.locale));
      found.push({ field: each, values: values ?? [] });
    }
    return found;
  }

  private subject(id: SheetId, field: FieldId): Subject | null {
    const screen = this.host.shown.screens.of(id);
    const known = screen === null ? undefined : findField(screen.sheet, field);
    if (screen === null || known === undefined) return null;
    return { table: screen.table, field: known, locale: this.locale };
  }

  /** A newer question gives up the one before; one in whose middle the rows changed is asked again. */
  async previewKind(id: SheetId, field: FieldId, target: KindTarget): Promise<KindPreview | null> {
    this.previewing.abort();
    this.previewing = new AbortController();
    const { signal } = this.previewing;
    for (;;) {
      const subject = this.subject(id, field);
      if (subject === null) return null;
      const session = this.host.shown;
      const { version } = session;
      const steps = whileUnchanged(previewSteps(subject, target), () => session.version === version);
      const done = await runInSlices(steps, { signal, slice: SHORT_SLICE, onProgress: this.tell });
      if (done.type === "cancelled") return null;
      if (done.value !== null) return done.value;
    }
  }

  async changeKind(id: SheetId, field: FieldId, target: KindTarget): Promise<Dispatched> {
    const subject = this.subject(id, field);
    if (subject === null) return { ok: false, refusal: GONE_FIELD };
    const done = await runInSlices(prepareSteps(subject, target), { onProgress: this.tell });
    if (done.type === "cancelled" || done.value.type !== "ready")
      return { ok: false, refusal: { refused: "wrongValue" } };
    return this.host.build(kindIntent(id, field, target, done.value));
  }

  private readonly tell = (progress: Progress): void => this.host.emit({ type: "progress", ...progress });

  async choiceCounts(id: SheetId, field: FieldId): Promise<readonly ChoiceCount[]> {
    const screen = this.host.shown.screens.of(id);
    const known = screen === null ? undefined : findField(screen.sheet, field);
    const column = screen?.table.columns.get(field);
    if (screen === null || known === undefined || column === undefined) return [];
    const distinct = (await this.run(distinctSteps(screen.table, column))) ?? new Map<Atom, number>();
    const counts = new Map<string, number>();
    for (const [atom, cells] of distinct) {
      for (const one of String(toAtom(fromAtom(known.type, atom))).split(" "))
        counts.set(one, (counts.get(one) ?? 0) + cells);
    }
    return choicesOf(known.type).map(
      ({ id: choice }: { readonly id: ChoiceId }): ChoiceCount => ({
        choice,
        cells: counts.get(choice) ?? 0,
      }),
    );
  }
}
