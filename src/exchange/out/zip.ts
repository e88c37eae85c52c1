/** Writes an export piece by piece: a file as it is, a folder as a zip over zip.js. */
import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { type Progress, pause } from "../../engine/steps.ts";
import type { OutFile } from "./files.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface Pacing {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Given up. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

const SLICE = 40;

/** The pieces of a file, made when they are asked for. Throws Cancelled. */
async function* piecesOf(file: OutFile, { signal, onProgress }: Pacing): AsyncGenerator<Bytes, void> {
  if ("parts" in file) {
    yield* zipped(file.parts, { signal, onProgress });
    return;
  }
  const ready: Bytes[] = [];
  const steps = file.steps((piece) => ready.push(piece));
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    yield* ready.splice(0);
    if (step.done === true) return;
    if (performance.now() - began < SLICE) continue;
    onProgress(step.value);
    await pause();
    if (signal.aborted) throw new Cancelled();
    began = performance.now();
  }
}

function streamOf(pieces: AsyncGenerator<Bytes, void>): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

/** Packed as they come, so that no part lies whole in memory. */
async function* zipped(files: readonly OutFile[], pacing: Pacing): AsyncGenerator<Bytes, void> {
  const { readable, writable } = new TransformStream<Bytes, Bytes>();
  let failure: unknown = null;
  const pack = async (): Promise<void> => {
    const writer = new ZipWriter(writable, { useWebWorkers: false });
    for (const file of files) await writer.add(file.name, streamOf(piecesOf(file, pacing)));
    await writer.close();
  };
  const packed = pack().catch(async (error: unknown) => {
    failure = error;
    await writable.abort(error).catch(() => undefined);
  });
  const reader = readable.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      yield next.value;
    }
  } catch (error) {
    throw failure ?? error;
  }
  await packed;
  if (failure !== null) throw failure;
}

/** `sink` gets the pieces in order. False: given up, with the file unfinished. */
export async function writeOut(
  file: OutFile,
  sink: (piece: Bytes) => Promise<void> | void,
  pacing: Pacing,
): Promise<boolean> {
  try {
    for await (const piece of piecesOf(file, pacing)) await sink(piece);
    return true;
  } catch (error) {
    if (error instanceof Cancelled || pacing.signal.aborted) return false;
    throw error;
  }
}
