import type { Page } from 'playwright-core';
import type { UserCommand } from '../../../src/protocol/index.js';
import type { Told } from '../page/engine.js';
import type { Stage } from './stage.js';

/** One person at a page that is nothing but an engine: what they ask for, and what it tells them. */
export class EnginePage {
  private constructor(
    readonly page: Page,
    readonly userId: string,
  ) {}

  static async open(stage: Stage, userId: string): Promise<EnginePage> {
    const page = await stage.newPage();
    await page.goto(`${stage.site.url}/test/e2e/page/engine.html`);
    const options = { serverUrl: stage.battleServer.url, token: await stage.backend.userToken(userId) };
    await page.evaluate((given) => window.openEngine(given), options);
    return new EnginePage(page, userId);
  }

  /** Resolves with the code of the refusal; null when there was none, as do the others. */
  async join(liveId: string): Promise<number | null> {
    return await this.page.evaluate((id) => window.join(id), liveId);
  }

  async execute(command: UserCommand): Promise<number | null> {
    return await this.page.evaluate((given) => window.execute(given), command);
  }

  async setDevice(device: 'camera' | 'microphone', isOn: boolean): Promise<number | null> {
    return await this.page.evaluate(([which, on]) => window.setDevice(which, on), [device, isOn] as const);
  }

  async told(): Promise<Told> {
    return await this.page.evaluate(() => window.told);
  }

  /** Whether new pictures of that user come on screen within a while. */
  async seesMoving(userId: string, within = 600): Promise<boolean> {
    const frames = (): Promise<number> => this.page.evaluate((id) => window.framesOf(id), userId);
    const before = await frames();
    await new Promise((resolve) => setTimeout(resolve, within));
    return (await frames()) > before;
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
