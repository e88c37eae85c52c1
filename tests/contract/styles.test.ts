/** The law of the design language: tokens.css alone names colours and sizes of type, and what it names can be seen by all. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { HUES } from "../../src/core/model/index.ts";
import { inkOn } from "../../src/ui/charts/draw/heat.ts";
import { TONES, toneAt } from "../../src/ui/charts/draw/tones.ts";
import { BLINDNESSES, contrast, difference, lab, laidOver, linear, seenWith } from "../support/colour.ts";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));
const TOKENS = "ui/kit/tokens.css";
const read = (path: string): string => readFileSync(join(SRC, path), "utf8");
const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, "");

const sheets = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".css") && path !== TOKENS)
  .sort();

const NAMED =
  /(?<![\w-])(aqua|beige|black|blue|brown|cyan|gold|gr[ae]y|green|lime|magenta|maroon|navy|olive|orange|pink|purple|red|silver|tan|teal|violet|white|yellow)(?![\w-])/;

/** Hairlines and what is wider than the widest step are a place's own. */
const SPACED = /(?<![\d.])([2-9]|1\d|2[0-4])px/;

/** What of a declaration belongs into the tokens; null: nothing. */
function offence(property: string, value: string): string | null {
  if (/#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\(/i.test(value))
    return "a colour";
  if (/colou?r|background|border|outline|shadow|fill|stroke/.test(property) && NAMED.test(value))
    return "a colour";
  if (/^font(-size)?$/.test(property) && /\d(px|rem|em|pt|%)/.test(value)) return "a size of type";
  if (property === "box-shadow" && !/^(none|inset .*|var\(--float\))$/.test(value)) return "an elevation";
  if (/^(transition|animation)/.test(property) && /\d(ms|s)\b/.test(value)) return "a motion";
  if (/^(padding|margin|gap|row-gap|column-gap)/.test(property) && SPACED.test(value)) return "a space";
  if (property === "z-index" && /^\d{2,}/.test(value)) return "a layer";
  return null;
}

function offences(path: string): readonly string[] {
  return [...withoutComments(read(path)).matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g)].flatMap(
    ([text, property = "", value = ""]) => {
      const what = offence(property, value.trim());
      return what === null ? [] : [`${path} has ${what} of its own: ${text}`];
    },
  );
}

type Tokens = ReadonlyMap<string, string>;

/** Declarations of the first rule with exactly this selector. */
function declared(selector: string): Tokens {
  const rules = [...withoutComments(read(TOKENS)).matchAll(/([^{}]+)\{([^{}]*)\}/g)];
  const body = rules.find(([, found]) => found?.trim() === selector)?.[2] ?? "";
  return new Map(
    [...body.matchAll(/--([\w-]+)\s*:\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );
}

const root = declared(":root,\n.print-paper");
const more = new Map([...root, ...declared(':root[data-theme="contrast"]')]);

/** #rrggbb of a token in light or dark. */
function colour(tokens: Tokens, dark: boolean, name: string): string {
  const found = /^light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)$/.exec(tokens.get(name) ?? "");
  const value = found?.[dark ? 2 : 1];
  if (value === undefined) throw new Error(`--${name} is no pair of colours`);
  return value;
}

const THEMES = [
  { name: "light", text: 4.5, of: (name: string) => colour(root, false, name) },
  { name: "dark", text: 4.5, of: (name: string) => colour(root, true, name) },
  { name: "high contrast, light", text: 7, of: (name: string) => colour(more, false, name) },
  { name: "high contrast, dark", text: 7, of: (name: string) => colour(more, true, name) },
] as const;

/** Every text on every ground it stands on in some screen. */
const TEXTS: readonly (readonly [text: string, ground: string])[] = [
  ...["ink", "ink-2", "ink-3", "accent", "warn"].flatMap((text) =>
    ["paper", "sheet"].map((ground) => [text, ground] as const),
  ),
  ["ink", "hover"],
  ["ink-2", "hover"],
  ["ink", "accent-soft"],
  ["ink-2", "accent-soft"],
  ["accent", "accent-soft"],
  ["ink", "warn-soft"],
  ["warn", "warn-soft"],
  ["on-accent", "accent"],
  ["on-warn", "warn"],
  ...HUES.map((hue) => [`hue-${hue}`, `hue-${hue}-soft`] as const),
];

/** What must be seen but is not read: edges of controls, marks, bars. */
const MARKS: readonly (readonly [mark: string, ground: string])[] = [
  "line-strong",
  "accent",
  "sel",
  "warn",
  ...HUES.map((hue) => `hue-${hue}-fill`),
].flatMap((mark) => ["paper", "sheet"].map((ground) => [mark, ground] as const));

const TIERS = HUES.slice(0, 4);
const pairs = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((a, at) => list.slice(at + 1).map((b) => [a, b] as const));

describe("styles", () => {
  it("names colours, sizes of type, elevations, motions and layers in tokens.css alone", () => {
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.flatMap(offences)).toEqual([]);
  });

  it("uses no token that tokens.css does not name, but AG Grid's and Kobalte's", () => {
    const used = sheets.flatMap((path) =>
      [...read(path).matchAll(/var\(--([\w-]+)/g)].map(([, name = ""]) => `${path} --${name}`),
    );
    const foreign = / --(ag|kb)-/;
    expect(used.filter((each) => !foreign.test(each) && !root.has(each.split(" --")[1] ?? ""))).toEqual([]);
  });

  describe.each(THEMES)("in $name", ({ text: least, of }) => {
    it.each(TEXTS)(`%s can be read on %s`, (text, ground) => {
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(least);
    });

    it.each(MARKS)("%s can be seen on %s", (mark, ground) => {
      expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3);
    });

    it.each(["", "-fill"])("tiers (--hue-…%s) are told apart by the colour-blind", (part) => {
      for (const [a, b] of pairs(TIERS.map((hue) => linear(of(`hue-${hue}${part}`))))) {
        for (const blindness of BLINDNESSES) {
          expect(difference(seenWith(blindness, a), seenWith(blindness, b)), blindness).toBeGreaterThan(10);
        }
      }
    });

    it("what stands side by side in a chart is told apart by the colour-blind", () => {
      for (const [a, b] of pairs([0, 1, 2, 3].map((rank) => linear(of(`series-${rank}`))))) {
        for (const blindness of BLINDNESSES) {
          expect(difference(seenWith(blindness, a), seenWith(blindness, b)), blindness).toBeGreaterThan(10);
        }
      }
    });

    it("a ring's parts that have no colour of their own are told apart by all", () => {
      const tones = TONES.map(({ token, share }) => linear(laidOver(of("paper"), of(token), share)));
      for (const [a, b] of pairs(tones)) {
        expect(difference(a, b)).toBeGreaterThan(7);
        for (const blindness of BLINDNESSES) {
          expect(difference(seenWith(blindness, a), seenWith(blindness, b)), blindness).toBeGreaterThan(7);
        }
      }
    });

    // At 7:1 no ink would do in the middle of the way.
    it("a field of cells is written on so that it can be read, however full a cell is", () => {
      const rgb = (hex: string): string =>
        `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
      const [ground, over] = [of("hover"), of("accent")];
      const inks = [of("on-deep"), of("on-pale")] as const;
      for (let step = 0; step <= 50; step += 1) {
        const best = inkOn(rgb(ground), rgb(over), step / 50, [rgb(inks[0]), rgb(inks[1])]);
        const ink = best === rgb(inks[0]) ? inks[0] : inks[1];
        expect(contrast(ink, laidOver(ground, over, step / 50)), `${step / 50}`).toBeGreaterThanOrEqual(4.5);
      }
    });

    it("tiers differ in lightness, the bars from the weightiest to the lightest", () => {
      const lightness = (name: string): number => lab(linear(of(name)))[0];
      for (const [a, b] of pairs(TIERS)) {
        expect(Math.abs(lightness(`hue-${a}`) - lightness(`hue-${b}`)), `${a} ${b}`).toBeGreaterThan(1.5);
      }
      const ground = lightness("sheet");
      const steps = TIERS.map((hue) => Math.abs(lightness(`hue-${hue}-fill`) - ground));
      for (const [before, after] of pairs(steps)) expect(before - after).toBeGreaterThan(3);
    });
  });

  it("no part of a ring has the colour of its neighbour, however many there are", () => {
    for (let count = 2; count < 60; count++) {
      const ring = Array.from({ length: count }, (_, at) => toneAt(at, count));
      for (const [at, tone] of ring.entries())
        expect(tone, `${at} of ${count}`).not.toEqual(ring[(at + 1) % count]);
    }
  });
});
