/** What can be done with a chart beside clicking its parts. */
import { Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { Menu, MenuItem, MenuLine } from "../kit/Menu.tsx";
import type { ChartCardProps } from "./ChartCard.tsx";
import { copyPicture, type Shot, savePicture } from "./saving.ts";

interface ChartMenuProps extends ChartCardProps {
  readonly title: string;
  readonly shot: () => Shot | null;
  readonly place: { readonly x: number; readonly y: number };
  readonly onRename: () => void;
  readonly onClose: () => void;
}

export function ChartMenu(props: ChartMenuProps) {
  const { app } = props;
  const { t } = app;
  const about = () => ({ sheet: props.sheet.id, id: props.chart.id, name: props.title });
  const move = (by: number): void => void app.dispatch({ type: "moveChart", ...about(), to: props.at + by });
  const shoot = (act: (app: App, shot: Shot) => Promise<void>): void => {
    const shot = props.shot();
    if (shot !== null) void act(app, shot);
  };
  const pictured = (): boolean => props.shot() !== null;
  return (
    <Menu x={props.place.x} y={props.place.y} onClose={props.onClose}>
      <MenuItem disabled={!pictured()} onSelect={() => shoot(savePicture)}>
        {t("chart.picture")}
      </MenuItem>
      <MenuItem disabled={!pictured()} onSelect={() => shoot(copyPicture)}>
        {t("chart.copy")}
      </MenuItem>
      <Show when={app.past() === null}>
        <MenuLine />
        <MenuItem onSelect={props.onEdit}>{t("chart.edit")}</MenuItem>
        <MenuItem onSelect={props.onRename}>{t("chart.rename")}</MenuItem>
        <MenuItem disabled={props.at === 0} onSelect={() => move(-1)}>
          {t("chart.up")}
        </MenuItem>
        <MenuItem disabled={props.at === props.count - 1} onSelect={() => move(1)}>
          {t("chart.down")}
        </MenuItem>
        <MenuLine />
        <MenuItem onSelect={() => void app.dispatch({ type: "removeChart", ...about() })}>
          {t("chart.remove")}
        </MenuItem>
      </Show>
    </Menu>
  );
}
