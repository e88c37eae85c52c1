/** Exports as whole files: what would be on disk. */
import { type OutFile, writeOut } from "../../src/exchange/index.ts";
import { joined } from "./csv.ts";

export const bytesOfFile = async (file: OutFile): Promise<Uint8Array<ArrayBuffer>> => {
  const pieces: Uint8Array[] = [];
  const pacing = { signal: new AbortController().signal, onProgress: () => undefined };
  await writeOut(file, (piece) => void pieces.push(piece), pacing);
  return Uint8Array.from(joined(pieces));
};
