import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portTaken } from '../../scripts/ports.mjs';
import { launchChromium, newPersonsPage } from './stage/chromium.js';
import { NpmStart } from './studio/npm-start.js';
import { StudioPane } from './studio/studio-pane.js';

let start: NpmStart;
let browser: Browser;
let ann: StudioPane;
let ben: StudioPane;
let vic: StudioPane;

const everybody = (): StudioPane[] => [ann, ben, vic];

/** One pane alone, in a browser context of its own. */
async function open(query: string, role: 'host' | 'viewer'): Promise<StudioPane> {
  const page = await newPersonsPage(browser);
  page.setDefaultTimeout(15_000);
  // An edit during a run must not reload the page under test.
  await page.routeWebSocket(
    (url) => url.port === String(start.port),
    () => undefined,
  );
  await page.goto(`${start.url}?${query}`);
  return new StudioPane(page, page.locator(`#${role}`));
}

async function eachSees<T>(what: (pane: StudioPane) => Promise<T>, ofAnn: T, ofBen: T, ofVic: T): Promise<void> {
  await expect.poll(() => what(ann), { timeout: 15_000 }).toEqual(ofAnn);
  await expect.poll(() => what(ben), { timeout: 15_000 }).toEqual(ofBen);
  await expect.poll(() => what(vic), { timeout: 15_000 }).toEqual(ofVic);
}

beforeAll(async () => {
  start = await NpmStart.run();
  browser = await launchChromium();
  ann = await open('role=host&user=ann&name=Ann', 'host');
  ben = await open('role=host&user=ben&name=Ben', 'host');
});

afterAll(async () => {
  await browser.close();
  await start.interrupt();
});

/** The tests run in order: each goes on where the one before ended. */
describe('the studio on LiveKit, each pane in a browser of its own', () => {
  it('tells one address, and what it runs on', () => {
    expect(start.output.match(/https?:/g)).toHaveLength(1);
    expect(start.output).toMatch(/LiveKit .* battle server .* gift backend/);
  });

  it('shows a host to a viewer who comes by the address of the live', async () => {
    await ann.goLive();
    await ben.goLive();
    vic = await open('role=viewer&user=vic&live=ann_live', 'viewer');
    await eachSees((pane) => pane.runningVideos(), 1, 1, 1);
  });

  it('lets the invited host decline', async () => {
    await ann.invite('ben_live');
    await ben.control('cohost-request').waitFor();
    await ben.press('decline');
    await expect.poll(() => ann.control('toast').allTextContents()).toContain('Ben declined');
    await ann.live('ben_live').getByTestId('invite').waitFor();
  });

  it('lets an invitation run out that nobody answers', async () => {
    await ann.live('ben_live').getByTestId('invite').click();
    await ben.control('cohost-request').waitFor();
    await expect
      .poll(() => ann.control('toast').allTextContents(), { timeout: 40_000 })
      .toContain('Ben did not answer');
    expect(await ben.control('cohost-request').count()).toBe(0);
  });

  it('shows both hosts to everybody once the invitation is accepted', async () => {
    await ann.live('ben_live').getByTestId('invite').click();
    await ben.press('accept');
    await ann.control('connected').waitFor();
    await ann.press('sheet-close');
    await eachSees((pane) => pane.runningVideos(), 2, 2, 2);
  });

  it('moves the bar of all three with every gift', async () => {
    await ann.challenge();
    await ben.control('battle-request').waitFor();
    await ben.press('accept');
    await vic.give('ann', 'rose', 'crown');
    await eachSees((pane) => pane.scores(), [450, 0], [0, 450], [450, 0]);
    await vic.give('ben', 'rocket');
    await vic.give('ann', 'fireworks');
    await eachSees((pane) => pane.scores(), [1449, 1200], [1200, 1449], [1449, 1200]);
  });

  it('counts a gift once, however often the page sends it', async () => {
    const sent = vic.page.waitForRequest('**/gifts');
    await vic.give('ben', 'rose');
    const data: unknown = (await sent).postDataJSON();
    await eachSees((pane) => pane.scores(), [1449, 1250], [1250, 1449], [1449, 1250]);
    const again = await vic.page.request.post(`${start.url}gifts`, { data });
    expect(await again.json()).toMatchObject({ points: 50, results: [{ status: 'duplicate' }], totals: { ben: 1250 } });
    expect(await vic.scores()).toEqual([1449, 1250]);
  });

  it('shows the winner when the clock runs out, and co-hosting goes on', async () => {
    await vic.control('no-gifts').waitFor({ timeout: 45_000 });
    const results = { ann: 'Win', ben: 'Lose' };
    await eachSees((pane) => pane.results(), results, results, results);
    await expect.poll(() => ben.control('hint').textContent()).toContain('Co-hosting with Ann again');
    await eachSees((pane) => pane.runningVideos(), 2, 2, 2);
  });

  it('parts the hosts again, and the live ends', async () => {
    await ann.press('exit-cohost');
    await eachSees((pane) => pane.runningVideos(), 1, 1, 1);
    await ann.press('end-live');
    await expect.poll(() => vic.control('toast').allTextContents()).toContain('The live is over');
    await vic.live('ben_live').waitFor();
  });

  it('has thrown no error in any page', () => {
    expect(everybody().flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('ends altogether on Ctrl-C', async () => {
    expect(await start.interrupt()).toBe(0);
    const ports = [...start.output.matchAll(/[:\s](\d{4,5})\b/g)].map(([, port]) => Number(port));
    expect(ports).toHaveLength(4);
    for (const port of ports) expect(await portTaken(port)).toBe(false);
  });
});
