import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { freePort } from '../../../scripts/ports.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Serves the repository's sources to browsers, at their paths. */
export class Site {
  private constructor(
    private readonly vite: ViteDevServer,
    readonly url: string,
  ) {}

  static async start(): Promise<Site> {
    const port = await freePort();
    const vite = await createServer({
      root,
      configFile: false,
      // A cache of its own: other servers of this repository must not delete it.
      cacheDir: `${root}.cache/vite-e2e`,
      logLevel: 'error',
      // A dependency that Vite finds late makes it reload every page.
      optimizeDeps: { noDiscovery: true, include: ['livekit-client', 'signal-polyfill'] },
      // An edit during a run must not reload the pages under test.
      server: { host: '127.0.0.1', port, strictPort: true, hmr: false, watch: null },
    });
    await vite.listen();
    return new Site(vite, `http://127.0.0.1:${port}`);
  }

  async stop(): Promise<void> {
    await this.vite.close();
  }
}
