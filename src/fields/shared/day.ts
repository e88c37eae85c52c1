/** Calendar days without clock or zone. Method: days_from_civil and civil_from_days (Howard Hinnant, "chrono-compatible low-level date algorithms"). */

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_TO_1970 = 719_468;
const DAYS_PER_ERA = 146_097;

/** Days since 1970-01-01; null if there is no such day in the years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days =
    era * DAYS_PER_ERA +
    ofEra * 365 +
    Math.floor(ofEra / 4) -
    Math.floor(ofEra / 100) +
    ofYear -
    DAYS_TO_1970;
  return civil(days).day === day ? days : null;
}

export function civil(days: number): Civil {
  const shifted = days + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const ofEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * ofYear + 2) / 153);
  const month = part + (part < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * part + 2) / 5) + 1 };
}

export const pad = (number: number, width: number): string => String(number).padStart(width, "0");

/** yyyy-mm-dd. */
export function isoText(days: number): string {
  const { year, month, day } = civil(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
