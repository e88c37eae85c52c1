/** Comparing text the way people do: blind to case, width, accents and runs of spaces. Storing never does this. */

const ASCII = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}+/gu;
const SPACES = /\s+/gu;

/** For searching and for "is", "contains" and "starts with". Distinct texts may become equal; that is the point. */
export function normalise(text: string): string {
  if (ASCII.test(text))
    return text.includes("  ") ? text.toLowerCase().replace(SPACES, " ") : text.toLowerCase();
  return text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase().replace(SPACES, " ");
}

/** As a search compares: without any spaces besides, so that "zhangwei" and "Zhang Wei" are the same. */
export function squeezed(text: string): string {
  const normal = normalise(text);
  return normal.includes(" ") ? normal.replaceAll(" ", "") : normal;
}
