/** Between what hands point at on the screen, and the rows of the sheet that stand there. */
import type { Screen } from "../engine/session/screens.ts";
import type { PickedBox } from "./cellsApi.ts";

/** Boxes of places as boxes of rows, which leaves out heads of groups: what is done to cells never reaches one. */
export const rowBoxes = ({ layout }: Screen, boxes: readonly PickedBox[]): readonly PickedBox[] =>
  boxes.flatMap((box) => {
    const rows = layout.rowsIn(box);
    return rows === null ? [] : [{ ...box, ...rows }];
  });

/** Back to the places where the rows stand. */
export const placeBox = ({ layout }: Screen, box: PickedBox): PickedBox => ({
  ...box,
  top: layout.placeOf(box.top),
  bottom: layout.placeOf(box.bottom),
});
