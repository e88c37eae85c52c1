/** What is being decided about an export, and what the worker says it would come to. No markup. */
import { type Accessor, batch, createEffect, createMemo, createSignal, on } from "solid-js";
import type { App } from "../../app/app.ts";
import type {
  ExportTemplate,
  FieldId,
  Fill,
  FormulaDecision,
  SavedExport,
  SheetId,
} from "../../core/model/index.ts";
import { findPreset, PRESETS, type PresetId, templatePreset } from "../../exchange/presets/index.ts";
import type { Exported, ExportPreview, ExportRequest, ExportScope } from "../../worker/api.ts";
import { download, fileName, today } from "../kit/download.ts";

const OWN = "own:";
export const TEMPLATE = "template";

/** A preset, the template, or one of the owner's own by its id. */
export type Choice = PresetId | typeof TEMPLATE | `own:${string}`;

export type ScopeName = ExportScope["scope"];

export type Status = "idle" | "checking" | "writing";

const isOwn = (choice: Choice): choice is `own:${string}` => choice.startsWith(OWN);

/** Everything but what the worker answers. */
function createDecisions(app: App, sheet: SheetId) {
  const picked = app.picked();
  const [choice, setChoice] = createSignal<Choice>("excel");
  const [scope, setScope] = createSignal<ScopeName>("view");
  const [fields, setFields] = createSignal<readonly FieldId[] | null>(null);
  const [fills, setFills] = createSignal<readonly Fill[] | null>(null);
  const [formulas, setFormulas] = createSignal<FormulaDecision | null>(null);
  const [template, setTemplate] = createSignal<ExportTemplate | null>(null);
  /** Rows with cells that cannot be written; of the preset and scope at hand, never kept. */
  const [leaveOut, setLeaveOut] = createSignal(false);
  /** Whether something was decided since the preset was chosen. */
  const [changed, setChanged] = createSignal(false);
  const saved = (): readonly SavedExport[] =>
    (app.state()?.workbook.settings.exports ?? []).filter((each) => each.sheet === sheet);
  /** What was kept a moment ago, of which the workbook's state may not have told yet. */
  const [fresh, setFresh] = createSignal<SavedExport | null>(null);
  const own = createMemo(() => {
    const now = choice();
    if (!isOwn(now)) return null;
    const id = now.slice(OWN.length);
    return [...saved(), fresh()].find((each) => each?.id === id) ?? null;
  });
  const preset = (): PresetId | null => {
    const now = choice();
    const id = isOwn(now) ? own()?.preset : now;
    return PRESETS.find((each) => each.id === id)?.id ?? null;
  };
  const choose = (next: Choice, given: SavedExport | null = null): void => {
    const kept = given ?? saved().find(({ id }) => id === (isOwn(next) ? next.slice(OWN.length) : next));
    batch(() => {
      setFresh(given);
      setChoice(next);
      setFields(kept?.fields ?? null);
      setFills(kept?.fills ?? null);
      setFormulas(kept?.formulas ?? null);
      setTemplate(kept?.template ?? null);
      setLeaveOut(false);
      setChanged(false);
    });
  };
  const scopeOf = (): ExportScope => {
    const name = scope();
    return name === "selection"
      ? picked === null
        ? { scope: "view" }
        : { scope: "selection", picked }
      : { scope: name };
  };
  /** Null: a template is still to be chosen. */
  const request = createMemo((): ExportRequest | null => {
    const base = preset();
    const from = template();
    const [columns, filled, decision] = [fields(), fills(), formulas()];
    if (base === null && from === null) return null;
    return {
      sheet,
      scope: scopeOf(),
      preset: base ?? TEMPLATE,
      ...(from === null ? {} : { template: from }),
      ...(columns === null ? {} : { fields: columns }),
      ...(filled === null ? {} : { fills: filled }),
      ...(decision === null ? {} : { formulas: decision }),
      ...(leaveOut() ? { leaveOut: true } : {}),
    };
  });
  let chosen: ReturnType<typeof fields> = null;
  const deciding =
    <T>(set: (value: T) => unknown) =>
    (value: T): void =>
      batch(() => {
        set(value);
        setChanged(true);
      });
  return {
    selectable: picked !== null,
    choice,
    choose,
    own,
    saved,
    preset,
    scope,
    setScope: (next: ScopeName) =>
      batch(() => {
        // What is selected says which columns; those that were chosen are for the other scopes.
        if (next === "selection" && scope() !== next) {
          chosen = fields();
          setFields(own()?.fields ?? null);
        } else if (next !== "selection" && scope() === "selection") setFields(chosen);
        setScope(next);
        setLeaveOut(false);
      }),
    setLeaveOut,
    fields,
    setFields: deciding(setFields),
    fills,
    setFills: deciding(setFills),
    formulas,
    setFormulas: deciding(setFormulas),
    template,
    setTemplate: (next: ExportTemplate) =>
      batch(() => {
        setTemplate(next);
        setFills(null);
        setLeaveOut(false);
        setChanged(true);
      }),
    changed,
    request,
  };
}

export type Decisions = ReturnType<typeof createDecisions>;

export interface ExportSession extends Decisions {
  readonly status: Accessor<Status>;
  readonly preview: Accessor<ExportPreview | null>;
  /** What came of the last try that did not end well. */
  readonly outcome: Accessor<Exclude<Exported["type"], "written"> | null>;
  /** Whether the person still has to say what becomes of formulas. */
  readonly undecided: () => boolean;
  /** Null where it did not come to a file. `target`: where it goes on disk; null: to the browser's downloads. */
  readonly write: (
    target: FileSystemFileHandle | null,
  ) => Promise<Extract<Exported, { type: "written" }> | null>;
  readonly suggestedName: () => string;
  readonly extension: () => string;
  /**
   * Keeps what is decided, under a name or as the preset's own; `into`: in the place of one that is there. False: refused,
   * and told.
   */
  readonly keep: (name: string | null, into?: string) => Promise<boolean>;
  readonly remove: () => Promise<void>;
}

const freshId = (saved: readonly SavedExport[]): string => {
  for (let number = 1; ; number += 1)
    if (!saved.some(({ id }) => id === `own${number}`)) return `own${number}`;
};

export function createExportSession(app: App, sheet: SheetId): ExportSession {
  const { t } = app;
  const decisions = createDecisions(app, sheet);
  const [status, setStatus] = createSignal<Status>("idle");
  const [preview, setPreview] = createSignal<ExportPreview | null>(null);
  const [outcome, setOutcome] = createSignal<Exclude<Exported["type"], "written"> | null>(null);
  let asked = 0;
  const look = async (request: ExportRequest | null): Promise<void> => {
    asked += 1;
    const mine = asked;
    if (request === null) {
      setPreview(null);
      return;
    }
    setStatus("checking");
    const found = await app.worker.previewExport(request).catch(() => null);
    if (mine !== asked) return;
    batch(() => {
      if (found !== null) setPreview(found);
      setStatus("idle");
    });
  };
  createEffect(
    on(decisions.request, (request) => {
      setOutcome(null);
      void look(request);
    }),
  );
  const mayKeep = (): boolean => app.live() !== null && app.past() === null;
  const keep = async (name: string | null, into?: string): Promise<boolean> => {
    const [fields, fills, formulas] = [decisions.fields(), decisions.fills(), decisions.formulas()];
    const preset = decisions.preset() ?? TEMPLATE;
    const [template, layout] = [decisions.template(), preview()?.layout];
    const filled = fills ?? layout?.map(({ fill }) => fill) ?? null;
    const id = name === null ? preset : (into ?? freshId(decisions.saved()));
    const saved: SavedExport = {
      id,
      sheet,
      name,
      preset,
      ...(template === null ? {} : { template }),
      ...(fields === null ? {} : { fields }),
      ...(filled === null ? {} : { fills: filled }),
      ...(formulas === null ? {} : { formulas }),
    };
    const done = await app.dispatch({ type: "saveExport", saved });
    if (done.ok && name !== null) decisions.choose(`${OWN}${id}`, saved);
    return done.ok;
  };
  const suggestedName = (): string =>
    fileName(t("export.fileName", { sheet: app.sheet()?.name ?? "", date: today() }));
  /** What was decided for a receiver's columns is decided for the next time too. */
  const keptAndWritten = async (
    request: ExportRequest,
    target: FileSystemFileHandle | null,
  ): Promise<Exported> => {
    const layout = decisions.fills() !== null && decisions.own() === null && decisions.template() === null;
    if (layout && decisions.changed() && mayKeep()) await keep(null);
    const names = { file: suggestedName(), language: app.language() };
    const done = await app.worker.exportFile(request, names, target);
    if (done.type === "written" && done.blob !== null) await download(done.blob, done.name);
    return done;
  };
  return {
    ...decisions,
    status,
    preview,
    outcome,
    undecided: () => (preview()?.formulas ?? 0) > 0 && decisions.formulas() === null,
    suggestedName,
    extension: () => {
      const found = preview();
      if (found !== null && found.files > 1) return "zip";
      const template = decisions.template();
      if (template !== null) return templatePreset(template).extension;
      return findPreset(decisions.preset() ?? "").extension;
    },
    keep,
    remove: async () => {
      const own = decisions.own();
      if (own === null) return;
      const done = await app.dispatch({ type: "removeExport", sheet, id: own.id });
      if (done.ok) decisions.choose("excel");
    },
    write: async (target) => {
      const request = decisions.request();
      if (request === null) return null;
      asked += 1;
      batch(() => {
        setStatus("writing");
        setOutcome(null);
      });
      const done = await keptAndWritten(request, target).catch((): Exported => ({ type: "failed" }));
      setStatus("idle");
      if (done.type === "written") return done;
      setOutcome(done.type);
      if (done.type === "stopped") await look(request);
      return null;
    },
  };
}
