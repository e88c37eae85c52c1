/**
 * Tierbook without a network, and its new versions. The service worker fetches a new version whole and lets it wait; the
 * old one goes on serving its tabs, so that none ever misses a part of itself. The new one takes over when all tabs are
 * closed, or when someone asks for it, and then not before nothing is unsaved or being typed in any tab.
 */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { serviceWorkerScript } from "./scripts.ts";

/** "asked": taken as soon as no tab has anything to lose. */
export type UpdateState = "none" | "ready" | "asked";

export interface Updates {
  readonly state: Accessor<UpdateState>;
  readonly take: () => void;
  /** Leaves it for the next start. */
  readonly leave: () => void;
}

export interface Tab {
  /** The first thing people came for is on the screen. */
  readonly started: Accessor<boolean>;
  readonly unsaved: Accessor<boolean>;
}

/** Of this folder on this host. Shared while a tab has something to lose; who holds it alone may change the version. */
const lockName = (): string => `tierbook-unsaved:${new URL("./", document.baseURI).pathname}`;
const AFTER_START_MS = 1_000;
const LOOK_EVERY_MS = 3_600_000;
const TAKE_OVER_MS = 10_000;

const isTyped = (element: Element | null): boolean =>
  // The grid's own textarea waits for the first key: nothing has been typed into it yet.
  element?.matches(
    "input:not([type='search']), textarea:not(.cell-catcher), select, [contenteditable='true']",
  ) === true || (element?.closest("[role='dialog'], [role='alertdialog']") ?? null) !== null;

/** Whether the cursor is where something may be entered that is not yet a change. */
function createTyping(): Accessor<boolean> {
  const [typing, setTyping] = createSignal(isTyped(document.activeElement));
  // Later, because while the focus moves it is nowhere.
  const look = (): void => {
    setTimeout(() => setTyping(isTyped(document.activeElement)));
  };
  document.addEventListener("focusin", look);
  document.addEventListener("focusout", look);
  onCleanup(() => {
    document.removeEventListener("focusin", look);
    document.removeEventListener("focusout", look);
  });
  return typing;
}

function holdWhile(busy: Accessor<boolean>): void {
  createEffect(() => {
    if (!busy()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    void navigator.locks.request(lockName(), { mode: "shared" }, () => promise);
    onCleanup(resolve);
  });
}

/**
 * Resolves when the one that controls this page serves it; at the latest after a while. A page that is asked for before hangs in the
 * browser until then, and there is neither the old one nor the new.
 */
const activated = (): Promise<void> =>
  new Promise((resolve) => {
    const worker = navigator.serviceWorker.controller;
    const look = (): void => {
      if (worker === null || worker.state === "activated" || worker.state === "redundant") resolve();
    };
    worker?.addEventListener("statechange", look);
    look();
    setTimeout(resolve, TAKE_OVER_MS);
  });

/** Resolves when another service worker serves this page; at the latest after a while, for one that fails to. */
const takenOver = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => resolve(activated());
    navigator.serviceWorker.addEventListener("controllerchange", look, { once: true });
    setTimeout(resolve, TAKE_OVER_MS);
  });

/** Told of every version that came and waits. */
async function register(onWaiting: () => void): Promise<ServiceWorkerRegistration> {
  const options = { updateViaCache: "none" } as const;
  const registration = await navigator.serviceWorker.register(serviceWorkerScript(), options);
  const look = (): void => {
    if (registration.waiting !== null && registration.active !== null) onWaiting();
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", look),
  );
  look();
  // Without a network there is nothing to look for.
  setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
  return registration;
}

/** Whether the host answers; a part may also be missing because it does not. */
const hostAnswers = (): Promise<boolean> =>
  fetch(`./?${Date.now()}`, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Must be called inside a Solid root, once. */
export function createUpdates(tab: Tab): Updates {
  const [state, setState] = createSignal<UpdateState>("none");
  const [replaced, setReplaced] = createSignal(false);
  let registration: ServiceWorkerRegistration | null = null;
  let asking: AbortController | null = null;

  // Neither is there on a host without HTTPS.
  if (!("serviceWorker" in navigator && "locks" in navigator)) {
    return { state, take: () => undefined, leave: () => undefined };
  }
  const typing = createTyping();
  const busy = createMemo(() => tab.unsaved() || typing());
  holdWhile(busy);

  const ready = (): void => {
    setState((now) => (now === "asked" ? now : "ready"));
  };
  /** Nobody has anything to lose now; what is entered from here on is waited for by `replaced`. */
  const change = async (): Promise<void> => {
    const waiting = registration?.waiting ?? null;
    if (waiting !== null) {
      const done = takenOver();
      waiting.postMessage({ type: "SKIP_WAITING" });
      await done;
    }
    setReplaced(true);
  };
  createEffect(() => {
    if (replaced() && !busy()) location.reload();
  });

  // The first one that serves a page replaces nothing. Heard from the beginning: another tab may change the version while this
  // one starts.
  let served = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (served) void activated().then(() => setReplaced(true));
    served = true;
  });
  const start = async (): Promise<void> => {
    registration = await register(ready);
    served ||= registration.active !== null;
  };
  createEffect(() => {
    if (!import.meta.env.PROD || !tab.started()) return;
    // What fails here is told by the browser; Tierbook goes on as a page of the web.
    const timer = setTimeout(() => void start().catch(() => undefined), AFTER_START_MS);
    onCleanup(() => clearTimeout(timer));
  });
  // A host that already has another version no longer has the parts of this one.
  window.addEventListener("vite:preloadError", async () => {
    if (await hostAnswers()) ready();
  });

  return {
    state,
    take: () => {
      asking = new AbortController();
      setState("asked");
      void navigator.locks.request(lockName(), { signal: asking.signal }, change).catch(() => undefined);
    },
    leave: () => {
      asking?.abort();
      setState("none");
    },
  };
}
