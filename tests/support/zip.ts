/** What is in a zip, as texts with their byte order marks, by name. */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";

export async function unpacked(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const found = new Map<string, string>();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    found.set(entry.filename, decoder.decode(await entry.getData(new Uint8ArrayWriter())));
  }
  await reader.close();
  return found;
}
