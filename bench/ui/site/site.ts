import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Implementation } from '../implementations.js';
import { bundlePage, bundleWorker } from './bundle.js';
import { pageHtml } from './page-html.js';

interface File {
  type: string;
  text: string;
}

/** The pages of all implementations, served on this machine alone. */
export class Site {
  private constructor(
    private readonly server: Server,
    private readonly origin: string,
  ) {}

  static async open(names: readonly Implementation[], { isReadable = false } = {}): Promise<Site> {
    const script = (text: string): File => ({ type: 'text/javascript', text });
    const files = new Map([['/worker.js', script(await bundleWorker())]]);
    for (const name of names) {
      files.set(`/${name}.js`, script(await bundlePage(name, isReadable)));
      files.set(`/${name}`, { type: 'text/html', text: await pageHtml(name) });
    }
    const server = createServer(({ url }, response) => {
      const file = files.get(url ?? '');
      response.writeHead(file ? 200 : 404, {
        'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
        // The page is isolated: its worker may wait for an instant, and its clock is fine.
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
      response.end(file?.text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Site(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  url(name: Implementation): string {
    return `${this.origin}/${name}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
