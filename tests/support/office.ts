/** A real LibreOffice without its windows, to make and to read what other programs make and read. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const USUAL = "/usr/bin/soffice";

/** Null: there is none. The tools say where it is. */
export const officePath: string | null =
  process.env["TIERBOOK_SOFFICE"] ?? (existsSync(USUAL) ? USUAL : null);

/** Tabs between cells, UTF-8. Columns from the first on, each as text (2), found out (1), or a day as ISO (5). */
export const TSV = (columns: readonly (1 | 2 | 5)[]): string =>
  `Text - txt - csv (StarCalc):9,34,76,1,${columns.map((kind, index) => `${index + 1}/${kind}`).join("/")}`;

/** Texts in quotes, numbers and days not, as they are shown. */
const OUT = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true";

export class Office {
  private readonly folder: string;
  private readonly path: string;

  private constructor(folder: string, path: string) {
    this.folder = folder;
    this.path = path;
  }

  static async start(): Promise<Office> {
    if (officePath === null) throw new Error("there is no LibreOffice");
    return new Office(await mkdtemp(join(tmpdir(), "tierbook-office-")), officePath);
  }

  async end(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async write(name: string, text: string): Promise<string> {
    const file = join(this.folder, name);
    await writeFile(file, text);
    return file;
  }

  /** The path of what a file becomes; `read` is the filter it is opened by, where its name does not say. */
  async convert(file: string, to: string, read?: string): Promise<string> {
    const out = await mkdtemp(join(this.folder, "out-"));
    const profile = `-env:UserInstallation=file://${this.folder}/profile`;
    const opening = read === undefined ? [] : [`--infilter=${read}`];
    const args = [
      profile,
      "--headless",
      "--norestore",
      ...opening,
      "--convert-to",
      to,
      "--outdir",
      out,
      file,
    ];
    await run(this.path, args, { timeout: 120_000 });
    const extension = to.split(":")[0] ?? "";
    return join(out, `${basename(file, extname(file))}.${extension}`);
  }

  /** What it holds of a file, as tabs and quotes. */
  async read(file: string, filter?: string): Promise<string> {
    return readFile(await this.convert(file, OUT, filter), "utf8");
  }
}
