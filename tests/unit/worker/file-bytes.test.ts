/** A large file is read from the disk in blocks, of which no more than two, and one out of turn, stay in memory. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bytesOfFile, close, hashOf, readAhead, Unreadable } from "../../../src/worker/fileBytes.ts";

const SIZE = 40_000_000;
const BLOCK = 4_194_304;

const content = Uint8Array.from({ length: SIZE }, (_, at) => Math.imul(at, 2_654_435_761) >>> 24);
/** Of pieces of the file. Node reads them later than at once. */
const starts = new WeakMap<Blob, number>();

/** The lengths that were asked of the disk. */
let asked: number[] = [];
/** Bytes that a browser gives too few, where the file has become shorter and it does not look. */
let missing = 0;

beforeEach(() => {
  asked = [];
  missing = 0;
  vi.stubGlobal(
    "FileReaderSync",
    class {
      readAsArrayBuffer(blob: Blob): ArrayBuffer {
        asked.push(blob.size);
        const from = starts.get(blob) ?? 0;
        return content.slice(from, from + blob.size - missing).buffer;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

function large(bytes = content): File {
  const file = new File([bytes], "large.csv");
  const slice = file.slice.bind(file);
  file.slice = (from = 0, to) => {
    const piece = slice(from, to);
    starts.set(piece, from);
    return piece;
  };
  return file;
}

it("what is read on in time is never asked for at once, whatever pieces it is read in", async () => {
  const bytes = await bytesOfFile(large());
  for (let from = 0, length = 1; from < SIZE; from += length, length = (length * 7) % 600_011) {
    const piece = bytes.subarray(from, from + length);
    expect(Buffer.compare(piece, content.subarray(from, from + length))).toBe(0);
    await readAhead(bytes);
  }
  expect(asked).toEqual([]);
  expect(await hashOf(bytes)).toBe(await hashOf(await bytesOfFile(large())));
});

it("what lies in the block that was read last is not read again", async () => {
  const bytes = await bytesOfFile(large());
  const from = 5 * BLOCK;
  expect(bytes.subarray(from, from + 100).length).toBe(100);
  expect(bytes.subarray(from + 1_000, from + BLOCK).length).toBe(BLOCK - 1_000);
  expect(asked).toEqual([BLOCK]);
});

it("where there is no stream that fills given memory, each block is asked for", async () => {
  const file = large();
  file.stream = () => new ReadableStream();
  const bytes = await bytesOfFile(file);
  for (let from = 0; from < SIZE; from += 524_288)
    expect(Buffer.compare(bytes.subarray(from, from + 524_288), content.subarray(from, from + 524_288))).toBe(
      0,
    );
  expect(asked).toEqual([...new Array(9).fill(BLOCK), SIZE % BLOCK]);
});

it("closed before its end, it can still be asked for", async () => {
  const bytes = await bytesOfFile(large());
  close(bytes);
  await readAhead(bytes);
  expect(Buffer.compare(bytes.subarray(SIZE - 9), content.subarray(SIZE - 9))).toBe(0);
});

it("what is larger than a block is given and not kept", async () => {
  const bytes = await bytesOfFile(large());
  expect(bytes.subarray().length).toBe(SIZE);
  expect(bytes.subarray(7 * BLOCK, 7 * BLOCK + 100).buffer.byteLength).toBe(BLOCK);
  expect(asked).toEqual([SIZE, BLOCK]);
});

it("the last block is as long as what is left", async () => {
  const bytes = await bytesOfFile(large());
  expect(bytes.subarray(SIZE - 10).length).toBe(10);
  expect(bytes.subarray(SIZE - 5, SIZE + 5).length).toBe(5);
  expect(asked).toEqual([SIZE % BLOCK]);
});

it("what lies in two blocks is put together", async () => {
  const bytes = await bytesOfFile(large());
  for (const [from, to] of [
    [BLOCK - 3, BLOCK + 5],
    [2 * BLOCK - 1, 3 * BLOCK - 1],
    [BLOCK, 2 * BLOCK],
    [SIZE - BLOCK, SIZE],
  ] as const)
    expect(Buffer.compare(bytes.subarray(from, to), content.subarray(from, to))).toBe(0);
});

it("it is known again, whether it was read before, wholly or here and there; changed in one byte it is not", async () => {
  const bytes = await bytesOfFile(large());
  const hash = await hashOf(bytes);
  expect(hash).toMatch(/^[0-9a-f]{32}$/);
  const read = await bytesOfFile(large());
  for (let from = 0; from < SIZE; from += 524_288) read.subarray(from, from + 524_288);
  read.subarray(5, 10);
  asked = [];
  expect(await hashOf(read)).toBe(hash);
  expect(asked).toEqual([]);
  content[SIZE - 1] = (content[SIZE - 1] ?? 0) ^ 1;
  expect(await hashOf(await bytesOfFile(large()))).not.toBe(hash);
});

it("a file that has become shorter while it is read cannot be read: no row of it is lost in silence", async () => {
  const bytes = await bytesOfFile(large());
  missing = 1;
  expect(() => bytes.subarray(5 * BLOCK, 5 * BLOCK + 100)).toThrow(Unreadable);
  expect(() => bytes.subarray()).toThrow(Unreadable);
  const shorter = large();
  shorter.stream = () => new Blob([content.subarray(0, BLOCK + 5)]).stream();
  await expect(bytesOfFile(shorter)).rejects.toThrow(Unreadable);
  const small = new File(["Name\r\nZoë\r\n"], "small.csv");
  vi.spyOn(small, "arrayBuffer").mockResolvedValue(new ArrayBuffer(3));
  await expect(bytesOfFile(small)).rejects.toThrow(Unreadable);
});
