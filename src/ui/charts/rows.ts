/** How many rows of the dashboard a card takes: cards of unequal height stand close below each other, in their order. */
import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Pixels; as the dashboard's rows are in `charts.css`. */
const ROW = 8;

/** The element is given to `measure` once it is made. */
export function createRows(): {
  readonly rows: Accessor<number>;
  readonly measure: (element: Element) => void;
} {
  const [rows, setRows] = createSignal(1);
  // It hears of a size before it is painted.
  const observer = new ResizeObserver((sizes) => {
    const height = sizes.at(-1)?.borderBoxSize[0]?.blockSize;
    if (height !== undefined) setRows(Math.max(1, Math.ceil(height / ROW)));
  });
  onCleanup(() => observer.disconnect());
  return { rows, measure: (element) => observer.observe(element, { box: "border-box" }) };
}
