/** The file of an import as a table: read once, as long as nothing is asked that it would be read otherwise for. */
import type { Sliced, Steps } from "../engine/steps.ts";
import {
  type CsvPreview,
  type CsvTable,
  contactsTable,
  convertForeign,
  type ImportHints,
  isForeign,
  type Origin,
  REPORT_SAMPLE,
  type ReadingReport,
  readUnsettledSteps,
  reportOf,
  settleExtent,
  type Unsettled,
} from "../exchange/index.ts";
import { bytesOfFile, hashOf, Unreadable, wholeOf } from "./fileBytes.ts";
import { cardWords } from "./incoming.ts";

/** In slices, with progress told; given up where the signal says so. */
export type Run = <T>(steps: Steps<T>, signal: AbortSignal) => Promise<Sliced<T>>;

/** What was read of a file, as long as nothing is asked that it would be read otherwise for. */
interface Reading {
  readonly of: string;
  readonly unsettled: Unsettled;
  /** The beginning of the file; null where it is no text by itself. */
  readonly head: Uint8Array | null;
  readonly hash: string | null;
  readonly origin: Origin | null;
}

export interface ReadFile extends Reading {
  /** The lines that the person decided about. */
  readonly lines: string;
  readonly table: CsvTable;
  readonly how: ReadingReport;
}

/** All that a file is read by; what else is decided comes after. */
const readingOf = (file: File, hints: ImportHints): string => {
  const { encoding, delimiter, quote, header, headerLine, sheetName, columnWord, language } = hints;
  const by = [encoding, delimiter, quote, header, headerLine, sheetName, columnWord, language];
  return JSON.stringify([file.name, file.size, file.lastModified, ...by]);
};

function settled(reading: Reading, hints: ImportHints, lines: string): ReadFile {
  const table = contactsTable(settleExtent(reading.unsettled, hints));
  return { ...reading, lines, table, how: reportOf(table, reading.head) };
}

type NotRead = Exclude<CsvPreview, { type: "ready" }>;

export class TableReader {
  private readonly run: Run;
  /** What was read last. */
  last: ReadFile | null = null;

  constructor(run: Run) {
    this.run = run;
  }

  async read(file: File, hints: ImportHints, signal: AbortSignal): Promise<ReadFile | NotRead> {
    const of = readingOf(file, hints);
    const lines = JSON.stringify([hints.keep, hints.leave]);
    if (this.last?.of === of && this.last.lines === lines) return this.last;
    const reading = this.last?.of === of ? this.last : await this.readWhole(of, file, hints, signal);
    if ("type" in reading) return reading;
    // What was cancelled is not to stay here.
    if (signal.aborted) return { type: "cancelled" };
    this.last = settled(reading, hints, lines);
    return this.last;
  }

  private async readWhole(
    of: string,
    file: File,
    hints: ImportHints,
    signal: AbortSignal,
  ): Promise<Reading | NotRead> {
    this.last = null;
    try {
      return await this.readNow(of, file, hints, signal);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { type: "refused", file: file.name, why: { reason: "unreadable" } };
    }
  }

  private async readNow(
    of: string,
    file: File,
    hints: ImportHints,
    signal: AbortSignal,
  ): Promise<Reading | NotRead> {
    const bytes = await bytesOfFile(file);
    // Made on another thread while this one reads; of a large file block by block, as they are read.
    const early = bytes instanceof Uint8Array ? hashOf(bytes) : null;
    const foreign = isForeign(bytes.subarray(0, REPORT_SAMPLE))
      ? await convertForeign(await wholeOf(file), hints.sheetName, () => cardWords(hints), signal)
      : null;
    if (foreign?.type === "cancelled") return foreign;
    if (foreign?.type === "refused") return { type: "refused", file: file.name, why: foreign.why };
    const steps =
      foreign === null
        ? readUnsettledSteps(bytes, hints)
        : readUnsettledSteps(foreign.bytes, { ...hints, encoding: "utf-8", delimiter: "," });
    const read = await this.run(steps, signal);
    if (read.type === "cancelled") return read;
    if (read.value.type === "refused") return { type: "refused", file: file.name, why: read.value.why };
    const head = foreign === null ? bytes.subarray(0, REPORT_SAMPLE).slice() : null;
    return {
      of,
      unsettled: read.value,
      head,
      hash: await (early ?? hashOf(bytes)),
      origin: foreign?.origin ?? null,
    };
  }

  forget(): void {
    this.last = null;
  }
}
