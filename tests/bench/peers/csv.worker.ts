/** Papa Parse alone, in a worker: the floor under reading and writing a file. */
import Papa from "papaparse";

export interface CsvTask {
  readonly what: "rows" | "cells" | "unparse";
  readonly file: File;
}

export interface CsvTime {
  readonly rows: number;
  readonly milliseconds: number;
}

/** All rows as objects by their headers. */
function takeRows(file: File): Promise<CsvTime> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    Papa.parse<object>(file, {
      header: true,
      skipEmptyLines: true,
      complete: ({ data }) => resolve({ rows: data.length, milliseconds: performance.now() - start }),
      error: reject,
    });
  });
}

/** The file in the pieces that Papa Parse reads it in; what it makes of them is dropped. */
function takeCells(file: File): Promise<CsvTime> {
  const start = performance.now();
  let rows = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      skipEmptyLines: true,
      chunk: ({ data }) => {
        rows += data.length;
      },
      // The first row is the header.
      complete: () => resolve({ rows: rows - 1, milliseconds: performance.now() - start }),
      error: reject,
    });
  });
}

async function unparse(file: File): Promise<CsvTime> {
  const { data } = Papa.parse<object>(await file.text(), { header: true, skipEmptyLines: true });
  const start = performance.now();
  const text = Papa.unparse(data);
  const milliseconds = performance.now() - start;
  if (text.length === 0) throw new Error("nothing was written");
  return { rows: data.length, milliseconds };
}

const TASKS: Readonly<Record<CsvTask["what"], (file: File) => Promise<CsvTime>>> = {
  rows: takeRows,
  cells: takeCells,
  unparse,
};

self.addEventListener("message", async ({ data: { what, file } }: MessageEvent<CsvTask>) => {
  self.postMessage(await TASKS[what](file));
});
