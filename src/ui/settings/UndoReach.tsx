/** How far Undo goes back: a setting of the workbook, asked in the history and in the settings alike. */
import type { App } from "../../app/app.ts";
import type { UndoReach as Reach } from "../../core/model/index.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";

const REACHES = [
  { unit: "steps", count: 1000 },
  { unit: "steps", count: 100 },
  { unit: "days", count: 90 },
  { unit: "days", count: 30 },
  { unit: "days", count: 7 },
  { unit: "days", count: 1 },
] as const satisfies readonly Reach[];

const keyOf = (reach: Reach | null): string => (reach === null ? "all" : `${reach.unit} ${reach.count}`);

export function UndoReach(props: { readonly app: App }) {
  const { app } = props;
  const { t } = app;
  const reach = (): Reach | null => app.live()?.workbook.settings.undoReach ?? null;
  const options = () => {
    const own = reach();
    const others = REACHES.filter((each) => keyOf(each) !== keyOf(own));
    const all = own === null || others.length < REACHES.length ? REACHES : [own, ...REACHES];
    return [
      { value: "all", label: t("history.reach.all") },
      ...all.map((each) => ({
        value: keyOf(each),
        label: t(each.unit === "steps" ? "history.reach.steps" : "history.reach.days", each),
      })),
    ];
  };
  const pick = (key: string): void => {
    const picked = REACHES.find((each) => keyOf(each) === key);
    if (key === keyOf(reach())) return;
    void app.dispatch({ type: "setUndoReach", reach: picked ?? null });
  };
  return (
    <Labelled label={t("history.reach")}>
      <Select options={options()} value={keyOf(reach())} onChange={pick} disabled={app.past() !== null} />
    </Labelled>
  );
}
