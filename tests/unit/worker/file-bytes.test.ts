/** A large file is read from the disk in blocks, of which no more than one stays in memory. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bytesOfFile, Unreadable } from "../../../src/worker/fileBytes.ts";

const SIZE = 40_000_000;
const BLOCK = 4_194_304;

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
        return new ArrayBuffer(blob.size - missing);
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const large = (): File => new File([new Uint8Array(SIZE)], "large.csv");

it("what lies in the block that was read last is not read again", async () => {
  const bytes = await bytesOfFile(large());
  expect(bytes.subarray(0, 100).length).toBe(100);
  expect(bytes.subarray(1_000, BLOCK).length).toBe(BLOCK - 1_000);
  expect(asked).toEqual([BLOCK]);
});

it("what is larger than a block is given and not kept", async () => {
  const bytes = await bytesOfFile(large());
  expect(bytes.subarray().length).toBe(SIZE);
  expect(bytes.subarray(BLOCK, BLOCK + 100).buffer.byteLength).toBe(BLOCK);
  expect(asked).toEqual([SIZE, BLOCK]);
});

it("the last block is as long as what is left", async () => {
  const bytes = await bytesOfFile(large());
  expect(bytes.subarray(SIZE - 10).length).toBe(10);
  expect(bytes.subarray(SIZE - 5, SIZE + 5).length).toBe(5);
  expect(asked).toEqual([10]);
});

it("a file that has become shorter while it is read cannot be read: no row of it is lost in silence", async () => {
  const bytes = await bytesOfFile(large());
  missing = 1;
  expect(() => bytes.subarray(0, 100)).toThrow(Unreadable);
  expect(() => bytes.subarray()).toThrow(Unreadable);
  const small = new File(["Name\r\nZoë\r\n"], "small.csv");
  vi.spyOn(small, "arrayBuffer").mockResolvedValue(new ArrayBuffer(3));
  await expect(bytesOfFile(small)).rejects.toThrow(Unreadable);
});
