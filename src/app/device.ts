/** What belongs to the device and not to a workbook: language, theme, density. Kept in localStorage, the same in all tabs. */
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import { LANGUAGES, type Language, loadLanguage, pickLanguage } from "../i18n/index.ts";

export const THEMES = ["light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** Language and theme null: as the system has them. */
export interface Preferences {
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly density: Density;
  /** How many of the first steps are done; null: they are over. */
  readonly guide: number | null;
}

export interface Device {
  readonly preferences: Accessor<Preferences>;
  readonly prefer: (part: Partial<Preferences>) => void;
  /** As chosen, else as the browser asks for it. */
  readonly language: Accessor<Language>;
  /** As chosen; high contrast where the system asks for more; null: light or dark, as the system has it. */
  readonly theme: Accessor<Theme | null>;
  /** Changes with all that may change a colour: what is drawn on a canvas follows it. */
  readonly colours: Accessor<string>;
}

/** Not among the notes (`notes.ts`): the worker has no use for it. */
const KEY = "tierbook.device";

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | null =>
  list.find((each) => each === value) ?? null;

/** What is missing or not known is as if it had not been chosen. */
export function readPreferences(text: string | null): Preferences {
  let kept: unknown = null;
  try {
    kept = JSON.parse(text ?? "null");
  } catch {
    // Not ours, or cut off.
  }
  const part = (name: string): unknown =>
    typeof kept === "object" && kept !== null ? Reflect.get(kept, name) : undefined;
  const guide = part("guide");
  return {
    language: oneOf(LANGUAGES, part("language")),
    theme: oneOf(THEMES, part("theme")),
    density: oneOf(DENSITIES, part("density")) ?? "comfortable",
    guide: typeof guide === "number" && guide >= 0 ? guide : guide === null ? null : 0,
  };
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Full, or forbidden: then for as long as the page is open.
  }
}

function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  media.addEventListener("change", () => setMatches(media.matches));
  return matches;
}

/** The language to begin with, whose words must be there before the first screen is drawn. */
export const firstLanguage = (): Language =>
  readPreferences(kept()).language ?? pickLanguage(navigator.languages);

/** The language that is spoken: the wanted one as soon as its words are there, until then the one before. */
function createSpoken(wanted: Accessor<Language>): Accessor<Language> {
  const [spoken, setSpoken] = createSignal(wanted());
  const speak = async (next: Language): Promise<void> => {
    await loadLanguage(next);
    if (wanted() === next) setSpoken(next);
  };
  createEffect(on(wanted, (next) => void speak(next), { defer: true }));
  return spoken;
}

/** For as long as the page is open: it takes nothing back. */
export function createDevice(): Device {
  const [preferences, setPreferences] = createSignal(readPreferences(kept()));
  const [tags, setTags] = createSignal(navigator.languages);
  window.addEventListener("languagechange", () => setTags(navigator.languages));
  window.addEventListener("storage", ({ key }) => {
    if (key === KEY) setPreferences(readPreferences(kept()));
  });
  const dark = createMedia("(prefers-color-scheme: dark)");
  const contrast = createMedia("(prefers-contrast: more)");
  const forced = createMedia("(forced-colors: active)");
  const theme = createMemo(() => preferences().theme ?? (contrast() ? "contrast" : null));
  return {
    preferences,
    prefer: (part) => {
      const next = { ...preferences(), ...part };
      keep(next);
      setPreferences(next);
    },
    language: createSpoken(createMemo(() => preferences().language ?? pickLanguage(tags()))),
    theme,
    colours: createMemo(() => [theme(), dark(), forced()].join(" ")),
  };
}
