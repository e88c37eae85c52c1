/** A static host such as anyone may have: a folder under some path. It can be given another folder, and be cut off. */
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

export class StaticHost {
  folder: string;
  /** What it sends with a file beside its content. */
  headers: (name: string) => Readonly<Record<string, string>> = () => ({});
  /** What it answers with in place of a file, for a host that is not as it should be. */
  readonly instead = new Map<string, string>();
  private readonly server: Server;
  private readonly path: string;

  /** Stays when the host is stopped. */
  private port = 0;

  private constructor(folder: string, path: string) {
    this.folder = folder;
    this.path = path;
    this.server = createServer((request, response) => void this.answer(request.url ?? "/", response));
  }

  /** `path` begins and ends with a slash. */
  static async start(folder: string, path = "/"): Promise<StaticHost> {
    const host = new StaticHost(folder, path);
    await new Promise<void>((resolve) => host.server.listen(0, "127.0.0.1", resolve));
    const address = host.server.address();
    if (typeof address === "object" && address !== null) host.port = address.port;
    return host;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get url(): string {
    return `${this.origin}${this.path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(url: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, "http://host");
    const name = pathname.startsWith(this.path) ? pathname.slice(this.path.length) || "index.html" : null;
    try {
      if (name === null) throw new Error("Beside the folder.");
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      const body = this.instead.get(name) ?? (await readFile(join(this.folder, normalize(name))));
      response
        .writeHead(200, { ...this.headers(name), "content-type": type, "cache-control": "max-age=600" })
        .end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    }
  }
}
