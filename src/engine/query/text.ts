/** Numbers and days as a search, a filter or a file writes them: free of any locale. */

/** A scaled integer with a decimal point and without grouping, as a search or a file would write it. */
export function integerText(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0 ? `-${text}` : text;
}

/** A day number as yyyy-mm-dd. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
