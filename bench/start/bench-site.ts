import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface File {
  type: string;
  /** The content as it is sent: compressed. */
  body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
};

export interface BenchSiteOptions {
  port: number;
  /** Folders by the path under which they are served. */
  folders: Readonly<Record<string, string>>;
  /** Answers with JSON, by path. */
  answers: Readonly<Record<string, () => Promise<object>>>;
  /** Where requests to `/v1` go: the battle server, as behind the proxy of a site. */
  battleServer: string;
}

/** The site of an app: compressed files, tokens from its own backend, and the battle server under one origin. */
export class BenchSite {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start({ port, folders, answers, battleServer }: BenchSiteOptions): Promise<BenchSite> {
    const files = new Map<string, File>();
    for (const [path, folder] of Object.entries(folders)) {
      for (const [name, file] of await filesIn(folder)) files.set(path + name, file);
    }
    const server = createServer((request, response) => {
      const url = request.url ?? '/';
      const answer = answers[url];
      const file = files.get(url);
      const replying = file
        ? send(response, file)
        : answer
          ? answer().then((value) => sendJson(response, 200, JSON.stringify(value)))
          : forward(battleServer + url, request, response);
      replying.catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new BenchSite(server, `http://127.0.0.1:${port}`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

async function filesIn(folder: string): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length).replaceAll('\\', '/');
    files.set(name, { type, body: gzipSync(await readFile(path)) });
  }
  return files;
}

async function send(response: ServerResponse, { type, body }: File): Promise<void> {
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length });
  response.end(body);
}

function sendJson(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}

async function forward(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { authorization } = request.headers;
  const reply = await fetch(url, {
    method: request.method ?? 'GET',
    headers: {
      ...(typeof authorization === 'string' && { authorization }),
      ...(parts.length > 0 && { 'content-type': 'application/json' }),
    },
    ...(parts.length > 0 && { body: Buffer.concat(parts) }),
  });
  sendJson(response, reply.status, await reply.text());
}
