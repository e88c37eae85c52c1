/** The keyboard stays at work where it was, when what it was on is taken away, put elsewhere, or cannot be used for a moment. */
import { onCleanup } from "solid-js";

const TAKES_KEYS =
  "input:enabled, select:enabled, textarea:enabled, button:enabled, a[href], summary, [tabindex='0']";

/** What takes keys there: the part itself, or the first in it. */
function taker(part: Element): HTMLElement | undefined {
  const all = [part, ...part.querySelectorAll(TAKES_KEYS)];
  return all.find(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.matches(TAKES_KEYS) && one.checkVisibility(),
  );
}

/** An element and its place among its siblings. */
interface Step {
  readonly element: Element;
  readonly place: number;
}

/** From what has the keyboard up to what the whole consists of. */
function trail(from: Element, whole: Element): readonly Step[] {
  const steps: Step[] = [];
  for (let element = from; element !== whole; ) {
    const parent = element.parentElement;
    if (parent === null) break;
    steps.push({ element, place: [...parent.children].indexOf(element) });
    element = parent;
  }
  return steps;
}

/** What stands in its place now: the same button of the entry that came up in a list, or of the last. */
function successor(steps: readonly Step[], whole: Element): HTMLElement | undefined {
  const left = steps.findIndex(({ element }) => whole.contains(element));
  const kept = steps[left]?.element;
  if (kept === undefined) return undefined;
  let there = kept;
  for (const { place } of steps.slice(0, left).reverse()) {
    const next = there.children[Math.min(place, there.children.length - 1)];
    if (next === undefined) break;
    there = next;
  }
  let found = taker(there);
  while (found === undefined && there !== kept && there.parentElement !== null) {
    there = there.parentElement;
    found = taker(there);
  }
  return found;
}

/** What takes keys where it stands: itself, else the nearest to it. */
function nearest(element: Element, whole: Element): HTMLElement | undefined {
  for (let part: Element | null = element; part !== null && whole.contains(part); part = part.parentElement) {
    const found = taker(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Something was put elsewhere, which takes the keyboard from what is in it. */
const moves = ({ removedNodes }: MutationRecord): boolean =>
  [...removedNodes].some((node) => node.isConnected);

/** Until its owner is gone. Where nothing is left of what was around it, it begins by `begin`. */
export function holdFocus(whole: HTMLElement, begin: () => void = () => taker(whole)?.focus()): void {
  let last: HTMLElement | null = null;
  let steps: readonly Step[] = [];
  const watch = new MutationObserver((changes) => {
    const { activeElement, body } = document;
    if (last === null || !whole.isConnected) return;
    // What has just been disabled has it a moment longer.
    if (activeElement !== body && !(activeElement === last && last.matches(":disabled"))) return;
    if (!last.isConnected) return (successor(steps, whole) ?? { focus: begin }).focus();
    // At the end of a list there is no way further on.
    if (changes.some(moves)) nearest(last, whole)?.focus();
    else if (changes.some(({ type, target }) => type === "attributes" && target === last)) last.focus();
  });
  watch.observe(whole, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  const remember = ({ target }: FocusEvent): void => {
    // Kobalte gives the keyboard back to what is just being taken away, when its siblings may be gone already.
    if (!(target instanceof HTMLElement) || target === last) return;
    last = target;
    steps = trail(target, whole);
  };
  // What hands went on to from here is theirs to leave.
  const forget = ({ target }: FocusEvent): void => {
    if (target instanceof Node && !whole.contains(target)) last = null;
  };
  whole.addEventListener("focusin", remember);
  document.addEventListener("focusin", forget);
  onCleanup(() => {
    watch.disconnect();
    whole.removeEventListener("focusin", remember);
    document.removeEventListener("focusin", forget);
  });
}
