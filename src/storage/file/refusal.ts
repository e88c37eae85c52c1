/** Why a file is not opened, as data: the reason and the place. */

export type RefusalReason =
  /** It cannot be read from where it lies, or has changed since it was chosen. */
  | "unreadable"
  /** It is no zip file at all. */
  | "notAWorkbook"
  /** Its end is missing. */
  | "truncated"
  /** The list of parts contradicts the parts, or the seal the whole. */
  | "inconsistent"
  /** It would take more memory than is allowed for it. */
  | "tooLarge"
  /** Made by a newer build. */
  | "tooNew"
  | "missingPart"
  | "unknownPart"
  /** A part does not unpack to the bytes that the manifest promises. */
  | "damagedPart"
  /** The bytes are those that were written, but make no workbook. */
  | "malformed";

export interface Refusal {
  readonly reason: RefusalReason;
  /** Name of the part, as it stands in the zip file; null for the file as a whole. */
  readonly part: string | null;
  /** In a JSON part the path, in a sheet the line, counted from 1 with the names as the first. */
  readonly at: string | number | null;
}

/** Thrown inside `file/` only; `readWorkbookFile` hands it on as a value. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal;

  constructor(reason: RefusalReason, part: string | null = null, at: string | number | null = null) {
    super(`${reason} ${part ?? ""} ${at ?? ""}`);
    this.refusal = { reason, part, at };
  }
}
