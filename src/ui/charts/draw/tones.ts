/** Colours of a ring's parts that have none of their own: ten that the colour-blind tell apart, two families of five in turn. */

export interface Tone {
  readonly token: string;
  /** So much of it, over the paper. */
  readonly share: number;
}

const COOL = [1, 0.77, 0.57, 0.39, 0.2];
const WARM = [0.96, 0.8, 0.64, 0.47, 0.3];

export const TONES: readonly Tone[] = COOL.flatMap((share, at) => [
  { token: "series-0", share },
  { token: "series-3", share: WARM[at] ?? 1 },
]);

/** Of one part among so many: no part has that of its neighbour, nor the last that of the first beside it. */
export function toneAt(at: number, count: number): Tone {
  const place = at % TONES.length;
  const closing = place === 0 && at > 0 && at === count - 1;
  return TONES[closing ? 2 : place] ?? { token: "series-0", share: 1 };
}
