import type { Page } from 'playwright-core';
import type { UserCommand } from '../../../src/protocol/index.js';
import type { Told } from '../page/engine.js';
import type { Stage } from './stage.js';

/** One user's page with an engine and nothing else: commands go in, updates come out. */
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

  /** Like the methods below, resolves with the code of the refusal, or null without a refusal. */
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

  /** Whether new video frames of that user are shown within this time, milliseconds. */
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
