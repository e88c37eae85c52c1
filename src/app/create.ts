/** Makes the interface's state of its parts and starts the worker behind it. */
import { batch, createEffect, createSignal } from "solid-js";
import { fieldId, findField } from "../core/model/index.ts";
import { makeTranslate } from "../i18n/index.ts";
import type { DataWorker } from "../worker/api.ts";
import { createAdding } from "./adding.ts";
import { tellOfAlike } from "./alike.ts";
import type { App, Phase, Progress } from "./app.ts";
import { createBackups } from "./backups.ts";
import { createDevice } from "./device.ts";
import { glanceFirst } from "./glance.ts";
import { createJumps } from "./jump.ts";
import { followOnReturn, makeListener } from "./news.ts";
import { keepOpen } from "./notes.ts";
import { createNotice } from "./notice.ts";
import { openWorkbook } from "./opening.ts";
import { makePast } from "./past.ts";
import { newWorkbook } from "./place.ts";
import { createQuery } from "./query.ts";
import { leftToSay } from "./restart.ts";
import { createSafety } from "./safety.ts";
import { createSaveWatch } from "./saving.ts";
import { createSelecting } from "./selecting.ts";
import { createStanding } from "./standing.ts";
import { makeVerbs, watched } from "./verbs.ts";
import { createLocale, createWorkbook } from "./workbook.ts";

/** Must be called inside a Solid root, once: it starts the worker. */
export function createApp(bare: DataWorker): App {
  const glance = glanceFirst(bare);
  const { worker } = glance;
  const device = createDevice();
  const { language } = device;
  const t = makeTranslate(language);
  const { said: notices, add, announce } = createNotice();
  const shown = createWorkbook();
  const { state, live, setLive, past, setPast, sheet, view, viewId, sheetId, selectSheet } = shown;
  const [phase, setPhase] = createSignal<Phase>({ phase: "opening" });
  const [progress, setProgress] = createSignal<Progress | null>(null);
  const saving = createSaveWatch();
  const unexpected = (): void => notices.notify(t("notice.unexpected"), "wrong");
  const followed = watched(worker, saving, () => setProgress(null));
  const adding = createAdding();
  const where = { sheet: sheetId, viewId, view };
  const { bump, askAgain, ...query } = createQuery(followed, where, adding, unexpected);
  const setup = () => newWorkbook(t, language(), navigator.languages);

  const safety = createSafety({ live, save: saving.save });
  const listener = makeListener({
    t,
    shown,
    phase,
    setPhase,
    setProgress,
    onSave: saving.report,
    onGlance: glance.show,
    onBegun: safety.begin,
    notify: notices.notify,
    add,
    askAgain,
    bump,
  });
  followOnReturn(worker);
  // Another tab may have another workbook open: what is loaded here again is this one.
  createEffect(() => {
    const open = live();
    if (open !== null) keepOpen(open.workbook.id);
  });
  const left = leftToSay();
  if (left !== null) notices.notify(left);
  void openWorkbook(worker, t, listener, (next, result) =>
    batch(() => {
      const glanced = glance.end();
      if (result?.type === "open") setLive(result.state);
      setPhase(next);
      if (glanced && result?.type === "open") void askAgain();
    }),
  );

  const locale = createLocale(state, setup);
  const { setSearch } = query;
  const jumps = createJumps({
    worker: followed,
    selectSheet,
    setSearch,
    askAgain,
    grouped: () => view()?.group !== undefined,
  });
  const looking = {
    jumpTo: jumps.jumpTo,
    past,
    setPast,
    selectSheet,
    sheetId,
    askAgain,
    locale: () => locale().tag,
  };
  const backups = createBackups({ live, worker, safety });
  return {
    ...notices,
    ...query,
    ...jumps,
    ...makePast({ worker: followed, t, notify: notices.notify, saving, ...looking }),
    ...makeVerbs({
      worker,
      t,
      state,
      notify: notices.notify,
      announce,
      selectSheet,
      sheet,
      saving,
      adding,
      lead: shown.lead,
      onDone: (command, made) =>
        tellOfAlike({ worker, t, notify: notices.notify, showRow: jumps.showRow }, command, made),
    }),
    worker: followed,
    safety,
    backups,
    standing: createStanding(safety, backups),
    device,
    phase,
    t,
    language,
    locale,
    state,
    live,
    past,
    lookAtOlder: (then) =>
      batch(() => {
        setPast(then);
        setPhase({ phase: "open", damage: [] });
      }),
    restorable: () => past() !== null && live() !== null,
    sheet,
    view,
    chooseView: shown.chooseView,
    selectSheet,
    settle: () => void askAgain(),
    rowsSent: adding.sent,
    ...createSelecting(worker, sheetId, query.refresh),
    rows: async (from, to) => {
      const id = sheetId();
      return id === null ? [] : await worker.rows(id, from, to);
    },
    save: saving.save,
    progress,
    newWorkbook: setup,
    create: (source) => saving.watch(() => worker.create(source, setup())),
    fieldOf: (id) => {
      const open = sheet();
      return open === null ? undefined : findField(open, fieldId(id));
    },
  };
}
