import type { Browser, Page } from 'playwright-core';
import { freePort } from '../../../scripts/ports.mjs';
import { AppBackend } from './app-backend.js';
import { BattleServer } from './battle-server.js';
import { launchChromium, newPersonsPage } from './chromium.js';
import { LiveKitServer } from './livekit-server.js';
import { Site } from './site.js';

export interface StageOptions {
  /** How long a user may be missing before it is shown, milliseconds. */
  shownGrace?: number;
  /** How long a missing host keeps link and battle, and a missing guest the seat, milliseconds. */
  seatGrace?: number;
  /** How long a missing host keeps the live, milliseconds. */
  liveGrace?: number;
}

/** Everything a test needs: LiveKit, battle server, site and browser, all on this machine. */
export class Stage {
  readonly backend: AppBackend;
  /** Addresses outside this machine that a page requested; there must be none. */
  readonly strayRequests: string[] = [];

  private constructor(
    readonly livekit: LiveKitServer,
    readonly battleServer: BattleServer,
    readonly site: Site,
    readonly browser: Browser,
  ) {
    this.backend = new AppBackend(battleServer.url, livekit.keys);
  }

  static async open(options: StageOptions = {}): Promise<Stage> {
    const port = await freePort();
    const livekit = await LiveKitServer.start(`http://127.0.0.1:${port}/v1/livekit/webhook`);
    const [battleServer, site, browser] = await Promise.all([
      BattleServer.start({ port, livekit, ...options }),
      Site.start(),
      launchChromium(),
    ]);
    return new Stage(livekit, battleServer, site, browser);
  }

  async newPage(browser = this.browser): Promise<Page> {
    const page = await newPersonsPage(browser);
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      const isLocal = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
      if (!isLocal) this.strayRequests.push(request.url());
    });
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.stop();
    await this.battleServer.stop();
    await this.livekit.kill();
  }
}
