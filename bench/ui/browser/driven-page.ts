import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Implementation } from '../implementations.js';
import type { Order } from '../page/packet.js';
import type { UpdatesReport } from '../page/updates.js';
import type { Site } from '../site/site.js';
import { readFigures, type Figures } from './figures.js';

/** The page of one implementation in a process of its own, and what DevTools says of it. */
export class DrivenPage {
  readonly #errors: string[] = [];

  private constructor(
    readonly name: Implementation,
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {
    page.on('pageerror', ({ message }) => this.#errors.push(message));
  }

  /** Opens the page with the state of so many people, without tiles. */
  static async open(browser: Browser, site: Site, name: Implementation, people: number): Promise<DrivenPage> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const driven = new DrivenPage(name, context, page, cdp);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(site.url(name));
    await page.evaluate(async (count) => await bench.open(count), people);
    return driven;
  }

  async mount(): Promise<void> {
    await this.page.evaluate(async () => await bench.mount());
  }

  async unmount(): Promise<void> {
    await this.page.evaluate(async () => await bench.unmount());
  }

  async run(order: Omit<Order, 'people'>, { countsFrames = false } = {}): Promise<UpdatesReport> {
    return await this.page.evaluate(async ([sent, counts]) => await bench.run(sent, counts), [
      order,
      countsFrames,
    ] as const);
  }

  /** What the main thread did meanwhile. */
  async figuresOf(work: () => Promise<void>): Promise<Figures> {
    const before = await readFigures(this.cdp);
    await work();
    const after = await readFigures(this.cdp);
    return after.since(before);
  }

  /** @throws Error when a tile does not show the last score and speaking state, or the page has thrown. */
  async checkTiles(): Promise<void> {
    if (this.#errors.length > 0) throw new Error(`${this.name}: ${this.#errors[0]!}`);
    const wrong = this.name === 'feed' ? 0 : await this.page.evaluate(async () => await bench.wrongTiles());
    if (wrong > 0) throw new Error(`${this.name}: ${wrong} wrong tiles`);
  }

  async throttle(rate: number): Promise<void> {
    await this.cdp.send('Emulation.setCPUThrottlingRate', { rate });
  }

  async collectGarbage(): Promise<void> {
    // Objects with finalizers take more than one round.
    for (let round = 0; round < 3; round++) await this.cdp.send('HeapProfiler.collectGarbage');
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
