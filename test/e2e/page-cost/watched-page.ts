import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { readFigures } from '../../../bench/ui/browser/figures.js';
import { readTrace } from '../../../bench/ui/browser/trace.js';
import type { Change, Work } from './page/cost-page.js';
import { tracedWork, type TracedWork } from './traced-work.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const html = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>A stage</title><link rel="icon" href="data:," /></head>
  <body style="margin: 0"></body>
</html>`;

/** The page's script, from the sources. */
export async function bundleCostPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/cost-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    conditions: ['@live-battles/source', 'production'],
    tsconfig: `${root}tsconfig.base.json`,
  });
  return outputFiles[0]!.text;
}

/** What page and browser did for one change. */
export interface Cost extends Work, TracedWork {
  /** How often the browser computed styles. */
  stylePasses: number;
  /** How often it laid out. */
  layouts: number;
  /** DOM nodes that came, less those that went, in all shadow trees. */
  nodes: number;
}

/** A stage with so many hosts, in a page of its own whose work is counted. */
export class WatchedPage {
  readonly #errors: Error[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly cdp: CDPSession,
  ) {
    page.on('pageerror', (error) => this.#errors.push(error));
  }

  /** Opens the page, with a session and without its stage. */
  static async open(browser: Browser, script: string, hosts: number): Promise<WatchedPage> {
    // Without motion, as the cost of an animation depends on how many frames it had.
    const page = await browser.newPage({ viewport: { width: 506, height: 900 }, reducedMotion: 'reduce' });
    const cdp = await page.context().newCDPSession(page);
    const watched = new WatchedPage(browser, page, cdp);
    await cdp.send('Performance.enable');
    await page.setContent(html);
    await page.addScriptTag({ content: script });
    await page.evaluate(async (count) => await costPage.open(count), hosts);
    return watched;
  }

  /** Shows the stage. Resolves with the number of its DOM nodes, in all shadow trees. */
  async mount(): Promise<number> {
    const before = await this.#nodes();
    await this.page.evaluate(async () => await costPage.mount());
    return (await this.#nodes()) - before;
  }

  /** Makes a change, and counts what it costs. */
  async costOf(change: Change): Promise<Cost> {
    const nodesBefore = await this.#nodes();
    await this.browser.startTracing(this.page, { categories: ['devtools.timeline', '__metadata'] });
    const before = await readFigures(this.cdp);
    const work = await this.page.evaluate(async (sent) => await costPage.change(sent), change);
    const { styleCount, layoutCount } = (await readFigures(this.cdp)).since(before);
    const traced = tracedWork(readTrace(await this.browser.stopTracing()));
    if (this.#errors[0]) throw this.#errors[0];
    const nodes = (await this.#nodes()) - nodesBefore;
    return { ...work, ...traced, stylePasses: styleCount, layouts: layoutCount, nodes };
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async #nodes(): Promise<number> {
    // Objects with finalizers take more than one round.
    for (let round = 0; round < 3; round++) await this.cdp.send('HeapProfiler.collectGarbage');
    return (await this.cdp.send('Memory.getDOMCounters')).nodes;
  }
}
