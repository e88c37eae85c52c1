/** Colours as eyes see them: WCAG's contrast, CIELAB, and colour blindness after Machado, Oliveira and Fernandes (2009). */

export type Rgb = readonly [red: number, green: number, blue: number];

/** From #rrggbb; parts from 0 to 1, in linear light. */
export function linear(hex: string): Rgb {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Full severity, on linear light. */
const BLINDNESS = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export type Blindness = keyof typeof BLINDNESS;
export const BLINDNESSES: readonly Blindness[] = ["protanopia", "deuteranopia", "tritanopia"];

export function seenWith(blindness: Blindness, [red, green, blue]: Rgb): Rgb {
  const [a, b, c, d, e, f, g, h, i] = BLINDNESS[blindness];
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clamp(a * red + b * green + c * blue),
    clamp(d * red + e * green + f * blue),
    clamp(g * red + h * green + i * blue),
  ];
}

/** CIELAB under D65. */
export function lab([red, green, blue]: Rgb): readonly [lightness: number, a: number, b: number] {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE of 1976: a distance of 2 or 3 is just to be seen. */
export function difference(a: Rgb, b: Rgb): number {
  const [x, y] = [lab(a), lab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

/** `over`, so much of it, on `ground`; all #rrggbb. */
export function laidOver(ground: string, over: string, share: number): string {
  const parts = [1, 3, 5].map((at) =>
    [ground, over].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  const mixed = parts.map(([below = 0, above = 0]) => Math.round(above * share + below * (1 - share)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
