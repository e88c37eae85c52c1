/** What stands over the cells where no row is shown; they can be typed into all the same. */
import { Match, onCleanup, Switch } from "solid-js";
import type { App } from "../../app/app.ts";
import { Button } from "../kit/Button.tsx";
import { Empty } from "../kit/Empty.tsx";
import { takeHome } from "../kit/returning.ts";

export interface NothingProps {
  readonly app: App;
  readonly why: "empty" | "noMatches";
  readonly onImport: () => void;
}

export function Nothing(props: NothingProps) {
  const { app } = props;
  const { t } = app;
  const showAll = (): void => {
    app.setSearch("");
    const view = app.view();
    if (view !== null && view.filter !== null) void app.setView("filter", { ...view, filter: null });
  };
  // Its button goes away with it.
  onCleanup(() => queueMicrotask(takeHome));
  return (
    <div class="sheet-empty">
      <Switch>
        <Match when={props.why === "noMatches"}>
          <Empty title={t("grid.noMatches")}>
            <Button tone="outline" onClick={showAll}>
              {t("grid.showAll")}
            </Button>
          </Empty>
        </Match>
        <Match when={app.past() !== null}>
          <Empty title={t("grid.empty")} />
        </Match>
        <Match when={true}>
          <Empty title={t("grid.empty")} text={t("grid.emptyHint")}>
            <Button tone="outline" onClick={props.onImport}>
              {t("start.import")}
            </Button>
          </Empty>
        </Match>
      </Switch>
    </div>
  );
}
