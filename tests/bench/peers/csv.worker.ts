/** Papa Parse alone, in a worker: the floor under reading and writing a file. */
import Papa from "papaparse";

export interface CsvTask {
  readonly what: "parse" | "unparse";
  readonly file: File;
}

export interface CsvTime {
  readonly rows: number;
  readonly milliseconds: number;
}

/** The file in the pieces that Papa Parse reads it in; what it makes of them is dropped. */
function parse(file: File): Promise<CsvTime> {
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

self.addEventListener("message", async ({ data: { what, file } }: MessageEvent<CsvTask>) => {
  self.postMessage(await (what === "parse" ? parse(file) : unparse(file)));
});
