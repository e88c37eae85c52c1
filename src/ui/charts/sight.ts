/** Whether something is in sight. */
import { type Accessor, createSignal, onCleanup } from "solid-js";

/** True until the browser has looked. The element is given to `watch` once it is made. */
export function createSight(): {
  readonly inSight: Accessor<boolean>;
  readonly watch: (element: Element) => void;
} {
  const [inSight, setInSight] = createSignal(true);
  const observer = new IntersectionObserver((looks) => {
    const last = looks.at(-1);
    if (last !== undefined) setInSight(last.isIntersecting);
  });
  onCleanup(() => observer.disconnect());
  return { inSight, watch: (element) => observer.observe(element) };
}
