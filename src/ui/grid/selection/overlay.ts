/**
 * Draws the selection: a few boxes in one layer of the scrolled content, which the browser moves with it. Nothing is
 * done per cell, nor while scrolling down. Boxes end a little outside of what is in sight, however large they are.
 */
import { inFrame } from "../../kit/tasks.ts";
import type { Geometry, ShownColumn } from "./geometry.ts";
import type { Box } from "./ranges.ts";

/** Pixels above and below what is in sight that are drawn too, so that few scrolls need a new drawing. */
const BEYOND = 3000;

export interface Marks {
  readonly boxes: readonly Box[];
  readonly active: Box | null;
  /** What was copied or cut and can be pasted. */
  readonly clip: readonly Box[];
  /** What a fill would write. */
  readonly fill: Box | null;
  /** What has a corner to drag it further by. */
  readonly handle: Box | null;
  /** What a finger makes larger or smaller by its corners. */
  readonly grips: Box | null;
}

export const NO_MARKS: Marks = { boxes: [], active: null, clip: [], fill: null, handle: null, grips: null };

export interface Overlay {
  readonly draw: (marks: Marks) => void;
  readonly remove: () => void;
}

interface Rectangle {
  readonly className: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A layer whose elements are used again. */
function makeLayer(className: string) {
  const element = document.createElement("div");
  element.className = className;
  element.setAttribute("aria-hidden", "true");
  const show = (rectangles: readonly Rectangle[]): void => {
    while (element.children.length > rectangles.length) element.lastElementChild?.remove();
    for (const [index, { className: kind, left, top, width, height }] of rectangles.entries()) {
      const known = element.children[index];
      const box = known instanceof HTMLElement ? known : document.createElement("div");
      if (known === undefined) element.append(box);
      if (box.className !== kind) box.className = kind;
      box.style.cssText = `transform:translate(${left}px,${top}px);width:${width}px;height:${height}px`;
    }
  };
  return { element, show };
}

interface Sight {
  readonly top: number;
  readonly bottom: number;
  /** Where the part that scrolls sideways begins. */
  readonly left: number;
}

type Part = "scrolled" | "frozen";

/** The part of a box that lies in the frozen or the other columns. */
function rectangleOf(
  box: Box,
  columns: readonly ShownColumn[],
  part: Part,
  rowTop: (row: number) => number,
  sight: Sight,
): Omit<Rectangle, "className"> | null {
  const across = columns
    .slice(box.left, box.right + 1)
    .filter(({ frozen }) => frozen === (part === "frozen"));
  const [first, last] = [across[0], across.at(-1)];
  if (first === undefined || last === undefined) return null;
  const left = part === "frozen" ? first.left : Math.max(first.left, sight.left);
  const right = last.left + last.width;
  const top = Math.max(sight.top, rowTop(box.top));
  const bottom = Math.min(sight.bottom, rowTop(box.bottom + 1));
  return right <= left || bottom <= top ? null : { left, top, width: right - left, height: bottom - top };
}

export function makeOverlay(geometry: Geometry): Overlay {
  const { viewport, content } = geometry;
  const scrolled = makeLayer("selection-layer");
  const frozen = makeLayer("selection-layer selection-layer-frozen");
  content.prepend(frozen.element, scrolled.element);
  let marks: Marks = NO_MARKS;
  let drawn: { readonly left: number; readonly top: number; readonly bottom: number } | null = null;

  const paint = (): void => {
    const columns = geometry.columns();
    const { scrollTop, scrollLeft, clientHeight } = viewport;
    const sight: Sight = {
      top: Math.max(0, scrollTop - BEYOND),
      bottom: scrollTop + clientHeight + BEYOND,
      left: scrollLeft + geometry.frozenWidth(),
    };
    drawn = { left: scrollLeft, top: sight.top, bottom: sight.bottom };
    const wanted: readonly (readonly [string, Box])[] = [
      ...marks.boxes.map((box) => ["selection-box", box] as const),
      ...(marks.active === null ? [] : [["selection-active", marks.active] as const]),
      ...marks.clip.map((box) => ["selection-box selection-clip", box] as const),
      ...(marks.fill === null ? [] : [["selection-box selection-fill", marks.fill] as const]),
    ];
    for (const [layer, part] of [
      [scrolled, "scrolled"],
      [frozen, "frozen"],
    ] as const) {
      const rectangles = wanted.flatMap(([className, box]): readonly Rectangle[] => {
        const found = rectangleOf(box, columns, part, geometry.rowTop, sight);
        return found === null ? [] : [{ className, ...found }];
      });
      const handle = marks.handle === null ? [] : handleOf(marks.handle, columns, part, geometry, sight);
      const grips = marks.grips === null ? [] : gripsOf(marks.grips, columns, part, geometry);
      layer.show([...rectangles, ...handle, ...grips]);
    }
  };
  const onScroll = (): void => {
    if (drawn === null || marks === NO_MARKS) return;
    const { scrollTop, scrollLeft, clientHeight } = viewport;
    const near = scrollTop < drawn.top + BEYOND / 3 && drawn.top > 0;
    const far = scrollTop + clientHeight > drawn.bottom - BEYOND / 3;
    if (scrollLeft !== drawn.left || near || far) paint();
  };
  const painting = inFrame(paint);
  viewport.addEventListener("scroll", onScroll, { passive: true });
  return {
    draw: (next) => {
      marks = next;
      painting.ask();
    },
    remove: () => {
      painting.end();
      viewport.removeEventListener("scroll", onScroll);
      scrolled.element.remove();
      frozen.element.remove();
    },
  };
}

const HANDLE = 7;

/** At the corner of the last cell, in the layer that has its column. */
function handleOf(
  box: Box,
  columns: readonly ShownColumn[],
  part: Part,
  geometry: Geometry,
  sight: Sight,
): readonly Rectangle[] {
  const last = columns[box.right];
  if (last === undefined || last.frozen !== (part === "frozen")) return [];
  const right = last.left + last.width;
  const bottom = geometry.rowTop(box.bottom + 1);
  if (bottom > sight.bottom || bottom < sight.top || (part === "scrolled" && right < sight.left)) return [];
  return [
    {
      className: "selection-handle",
      left: right - HANDLE + 1,
      top: bottom - HANDLE + 1,
      width: HANDLE,
      height: HANDLE,
    },
  ];
}

/** As wide as a finger needs; what is seen of it is smaller. */
const GRIP = 44;

/** At the first and the last corner. */
function gripsOf(
  box: Box,
  columns: readonly ShownColumn[],
  part: Part,
  geometry: Geometry,
): readonly Rectangle[] {
  const corners = [
    { at: "start", column: columns[box.left], top: geometry.rowTop(box.top), side: 0 },
    { at: "end", column: columns[box.right], top: geometry.rowTop(box.bottom + 1), side: 1 },
  ];
  return corners.flatMap(({ at, column, top, side }) =>
    column === undefined || column.frozen !== (part === "frozen")
      ? []
      : [
          {
            className: `selection-grip selection-grip-${at}`,
            left: column.left + side * column.width - GRIP / 2,
            top: top - GRIP / 2,
            width: GRIP,
            height: GRIP,
          },
        ],
  );
}
