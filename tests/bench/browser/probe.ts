/**
 * In the page, before anything else: a stopwatch from an event of the hand to the frame that shows what it led to,
 * and the tasks that held up the interface thread. So the page is measured, and not the driver.
 */

export type Sight =
  /** The first such element's text, trimmed. */
  | { readonly is: "text"; readonly selector: string; readonly text: string }
  | { readonly is: "there" | "gone"; readonly selector: string }
  /** A file was made for downloading. */
  | { readonly is: "blob" }
  /** So many canvases were drawn on. */
  | { readonly is: "drawn"; readonly canvases: number };

export interface Watch {
  /** "load": the navigation to this page. */
  readonly begin: "click" | "keydown" | "input" | "change" | "load";
  /** All of them at once. */
  readonly until: readonly Sight[];
}

/** Milliseconds, and frames begun, from the event on. */
export interface Timing {
  /** Until the document has it. */
  readonly there: number;
  /** Until the frame that shows it is drawn. */
  readonly painted: number;
  readonly frames: number;
}

export interface Probe {
  /** The next such event starts the watch. */
  arm(watch: Watch): void;
  /** Rejects with what is not to be seen. */
  timing(): Promise<Timing>;
  /** Longest task since the last call; 0: none over 50 ms. */
  longestTask(): number;
  watchBlanks(): void;
  /** The longest time since `watchBlanks` that a row stood there without its cells. */
  longestBlank(): number;
}

declare global {
  interface Window {
    readonly tierbookProbe: Probe;
  }
}

/** Where a watch waits for the next page. */
const STORED = "tierbook-probe";
const MODIFIERS = new Set(["Control", "Meta", "Shift", "Alt"]);
/** Attributes that sights look at. */
const SHOWN_BY = ["aria-label", "aria-sort", "data-state"];
const PATIENCE = 240_000;
const BLANK_ROW = ".ag-center-cols-container .ag-row-loading";

const seen = (sight: Extract<Sight, { selector: string }>): boolean => {
  const element = document.querySelector(sight.selector);
  if (sight.is === "text") return element?.textContent?.trim() === sight.text;
  return (element !== null) === (sight.is === "there");
};

class Stopwatch {
  private watch: Watch | null = null;
  private began = 0;
  private there: number | null = null;
  private frames = 0;
  private blob = false;
  private drawn = new Set<unknown>();
  private running: Promise<Timing> = Promise.reject(new Error("nothing is watched"));
  private readonly changes = new MutationObserver(() => this.look());

  constructor() {
    this.running.catch(() => undefined);
  }

  arm(watch: Watch): Promise<Timing> {
    this.watch = watch;
    this.there = null;
    this.frames = 0;
    this.blob = false;
    this.drawn = new Set();
    this.running = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not to be seen: ${this.missing()}`)), PATIENCE);
      const finish = (timing: Timing): void => {
        clearTimeout(timer);
        this.changes.disconnect();
        resolve(timing);
      };
      if (watch.begin === "load") this.start(0, finish);
      else {
        const listener = (event: Event): void => {
          // A shortcut begins with its last key.
          if (event instanceof KeyboardEvent && MODIFIERS.has(event.key)) return;
          window.removeEventListener(watch.begin, listener, true);
          this.start(event.timeStamp, finish);
        };
        window.addEventListener(watch.begin, listener, true);
      }
    });
    this.running.catch(() => undefined);
    return this.running;
  }

  timing(): Promise<Timing> {
    return this.running;
  }

  private missing(): string {
    return JSON.stringify(this.watch?.until.filter((sight) => !this.holds(sight)));
  }

  private start(at: number, finish: (timing: Timing) => void): void {
    this.began = at;
    this.changes.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: SHOWN_BY,
    });
    const frame = (): void => {
      this.frames += 1;
      if (!this.look()) {
        requestAnimationFrame(frame);
        return;
      }
      const { frames, began, there } = this;
      // The message comes after the frame is drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () =>
        finish({ frames, there: (there ?? 0) - began, painted: performance.now() - began });
      port2.postMessage(null);
    };
    requestAnimationFrame(frame);
  }

  private holds(sight: Sight): boolean {
    switch (sight.is) {
      case "blob":
        return this.blob;
      case "drawn":
        return this.drawn.size >= sight.canvases;
      case "text":
      case "there":
      case "gone":
        return seen(sight);
    }
  }

  private look(): boolean {
    const holds = this.watch?.until.every((sight) => this.holds(sight)) ?? false;
    this.there = holds ? (this.there ?? performance.now()) : null;
    return holds;
  }

  made(): void {
    this.blob = true;
    this.look();
  }

  drew(canvas: unknown): void {
    this.drawn.add(canvas);
  }
}

function hook(stopwatch: Stopwatch): void {
  const make = URL.createObjectURL;
  URL.createObjectURL = (object) => {
    stopwatch.made();
    return make.call(URL, object);
  };
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (this: CanvasRenderingContext2D, ...rectangle) {
    stopwatch.drew(this.canvas);
    clear.apply(this, rectangle);
  };
}

function makeProbe(stopwatch: Stopwatch): Probe {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: "longtask", buffered: true });
  let longest = 0;
  let watching = false;
  const follow = (since: number | null): void => {
    if (!watching) return;
    const blank = document.querySelector(BLANK_ROW) !== null;
    const now = performance.now();
    if (since !== null) longest = Math.max(longest, now - since);
    requestAnimationFrame(() => follow(blank ? (since ?? now) : null));
  };
  return {
    arm: (watch) => {
      if (watch.begin === "load") sessionStorage.setItem(STORED, JSON.stringify(watch));
      else void stopwatch.arm(watch);
    },
    timing: () => stopwatch.timing(),
    longestTask: () => Math.max(0, ...tasks.splice(0)),
    watchBlanks: () => {
      longest = 0;
      watching = true;
      follow(null);
    },
    longestBlank: () => {
      watching = false;
      return longest;
    },
  };
}

/** Takes over a watch that the page before left for this one. */
function takeOver(stopwatch: Stopwatch): void {
  const stored = sessionStorage.getItem(STORED);
  sessionStorage.removeItem(STORED);
  if (stored !== null) void stopwatch.arm(JSON.parse(stored));
}

const stopwatch = new Stopwatch();
hook(stopwatch);
Object.defineProperty(window, "tierbookProbe", { value: makeProbe(stopwatch) });
// An empty page has no storage, and throws.
if (location.protocol.startsWith("http")) takeOver(stopwatch);
