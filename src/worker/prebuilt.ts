/** Long building on the present, in slices while others work: the result holds for the very state it was built on. */
import type { Session } from "../engine/session/session.ts";
import { runNow, type Steps, whileUnchanged } from "../engine/steps.ts";

/**
 * Built on the present as it is, and at once again where that has changed until it is committed, as another tab can.
 * Begins anew for what is edited meanwhile.
 */
export async function prebuilt<T>(
  present: () => Session,
  steps: (now: Session) => Steps<T>,
  run: (steps: Steps<T | null>) => Promise<T | null>,
): Promise<(now: Session) => T> {
  for (;;) {
    const session = present();
    const { version } = session;
    const still = (now: Session): boolean => now.version === version;
    const built = await run(whileUnchanged(steps(session), () => still(present())));
    if (built !== null) return (now) => (still(now) ? built : runNow(steps(now)));
  }
}
