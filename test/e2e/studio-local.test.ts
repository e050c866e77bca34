import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { portTaken } from '../../scripts/ports.mjs';
import { launchChromium } from './stage/chromium.js';
import { NpmStart } from './studio/npm-start.js';
import { StudioPane } from './studio/studio-pane.js';

let start: NpmStart;
let browser: Browser;
let page: Page;
let ann: StudioPane;
let ben: StudioPane;
let vic: StudioPane;

beforeAll(async () => {
  start = await NpmStart.run('--local');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  expect(await start.interrupt()).toBe(0);
  expect(await portTaken(start.port)).toBe(false);
});

beforeEach(async () => {
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  // An edit during a run must not reload the page under test.
  await page.routeWebSocket(
    () => true,
    () => undefined,
  );
  // Time passes normally. A test can let it pass faster.
  await page.clock.install();
  await page.goto(start.url);
  ann = new StudioPane(page, page.locator('#host-a'));
  ben = new StudioPane(page, page.locator('#host-b'));
  vic = new StudioPane(page, page.locator('#viewer'));
});

afterEach(async () => {
  await page.close();
});

const everybody = (): StudioPane[] => [ann, ben, vic];

async function allSee(what: (pane: StudioPane) => Promise<unknown>, expected: unknown[]): Promise<void> {
  for (const [index, pane] of everybody().entries()) {
    await expect.poll(() => what(pane), { timeout: 10_000 }).toEqual(expected[index]);
  }
}

/** Both hosts go live, and the viewer watches the first. */
async function goLive(): Promise<void> {
  await ann.goLive();
  await ben.goLive();
  await vic.live('ann_live').getByTestId('watch').click();
}

async function link(): Promise<void> {
  await goLive();
  await ann.invite('ben_live');
  await ben.press('accept');
  await ann.control('connected').waitFor();
  await ann.press('sheet-close');
}

async function battle(): Promise<void> {
  await link();
  await ann.challenge();
  await ben.control('battle-request').waitFor();
  await ben.press('accept');
  await vic.control('gifts-ann').waitFor();
}

describe('the studio without any server', () => {
  test('says that it runs inside the page, and why', async () => {
    expect(start.output).toMatch(/local engine, inside the page, without any server/);
    expect(await page.getByTestId('engine').textContent()).toMatch(/Local engine.*without any server.*--local/s);
  });

  test('the whole evening: invite, accept, PK, gifts, the clock, the winner, co-hosting again, the end', async () => {
    await goLive();
    await allSee((pane) => pane.runningVideos(), [1, 1, 1]);
    await ann.invite('ben_live');
    expect(await ben.control('cohost-request').textContent()).toContain('Ann');
    await ben.press('accept');
    await ann.control('connected').waitFor();
    await ann.press('sheet-close');
    await allSee((pane) => pane.runningVideos(), [2, 2, 2]);

    await ann.challenge();
    await ben.control('battle-request').waitFor();
    await ben.press('accept');
    await vic.give('ann', 'rose', 'fireworks');
    await vic.give('ben', 'crown', 'rocket');
    // Each host sees their own side on the left.
    await allSee(
      (pane) => pane.scores(),
      [
        [1049, 1600],
        [1600, 1049],
        [1049, 1600],
      ],
    );

    await page.clock.fastForward(31_000);
    const results = { ann: 'Lose', ben: 'Win' };
    await allSee((pane) => pane.results(), [results, results, results]);
    await vic.control('no-gifts').waitFor();
    await expect.poll(() => ann.control('hint').textContent()).toContain('Co-hosting with Ben again');
    await allSee((pane) => pane.runningVideos(), [2, 2, 2]);

    await ben.press('exit-cohost');
    await allSee((pane) => pane.runningVideos(), [1, 1, 1]);
    await ann.press('end-live');
    await ann.control('go-live').waitFor();
    await vic.live('ben_live').waitFor();
  });

  test('an invitation can be declined', async () => {
    await goLive();
    await ann.invite('ben_live');
    await ben.press('decline');
    await expect.poll(() => ann.control('toast').allTextContents()).toContain('Ben declined');
    await ben.control('cohost-request').waitFor({ state: 'detached' });
    await ann.live('ben_live').getByTestId('invite').waitFor();
  });

  test('an invitation that nobody answers runs out, and can be sent again', async () => {
    await goLive();
    await ann.invite('ben_live');
    await ben.control('cohost-request').waitFor();
    await page.clock.fastForward(31_000);
    await ben.control('cohost-request').waitFor({ state: 'detached' });
    await ann.live('ben_live').getByTestId('invite').click();
    await ben.control('cohost-request').waitFor();
  });

  test('an invitation can be withdrawn', async () => {
    await goLive();
    await ann.invite('ben_live');
    await ben.control('cohost-request').waitFor();
    await ann.press('cancel-invite');
    await ben.control('cohost-request').waitFor({ state: 'detached' });
  });

  test('a PK can be declined', async () => {
    await link();
    await ann.challenge();
    await ben.control('battle-request').waitFor();
    await ben.press('decline');
    await expect.poll(() => ann.control('toast').allTextContents()).toContain('Ben declined the PK');
    await ann.control('open-pk').waitFor();
  });

  test('whoever gives up a PK has lost it', async () => {
    await battle();
    await vic.give('ben', 'rocket');
    await ben.press('exit-pk');
    const results = { ann: 'Win', ben: 'Lose' };
    await allSee((pane) => pane.results(), [results, results, results]);
    await ann.control('open-pk').waitFor();
  });

  test('a PK with countdown and penalty, which the winner waives, and a rematch', async () => {
    await link();
    await ann.press('open-pk');
    for (const choice of ['duration-30', 'countdown-5', 'penalty-30', 'start-pk']) await ann.press(choice);
    await ben.press('accept');
    await expect.poll(() => ben.control('hint').textContent()).toContain('about to start');
    await page.clock.fastForward(6000);
    await expect.poll(() => ben.control('hint').textContent()).toContain('PK is on');
    await vic.give('ann', 'rose');
    await page.clock.fastForward(31_000);
    await expect.poll(() => ben.control('hint').textContent()).toContain('serve your penalty');
    await ann.press('end-penalty');
    await ann.control('open-pk').waitFor();

    await ann.press('rematch');
    await expect.poll(() => ben.control('hint').textContent()).toContain('Ann wants a rematch');
    await ben.press('rematch');
    await expect.poll(() => ann.control('hint').textContent()).toContain('about to start');
    await page.clock.fastForward(6000);
    await allSee(
      (pane) => pane.scores(),
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    );
  });

  test('a viewer comes on stage, is seen by all, and goes again', async () => {
    await goLive();
    await vic.press('join-stage');
    expect(await ann.control('guest-request').textContent()).toContain('Vic');
    await ann.press('accept');
    await vic.control('leave-stage').waitFor();
    await expect.poll(() => ann.runningVideos(), { timeout: 10_000 }).toBe(2);
    await expect.poll(() => vic.runningVideos(), { timeout: 10_000 }).toBe(2);
    await ann.press('remove-vic');
    await expect.poll(() => vic.control('toast').allTextContents()).toContain('Ann took you off the stage');
    await expect.poll(() => ann.runningVideos(), { timeout: 10_000 }).toBe(1);
    await vic.press('join-stage');
    await ann.press('decline');
    await expect.poll(() => vic.control('toast').allTextContents()).toContain('Ann declined');
  });

  test('an invitation to a PK starts it as soon as it is accepted', async () => {
    await goLive();
    await ann.press('open-invite');
    await ann.live('ben_live').getByTestId('invite-pk').click();
    expect(await ben.control('cohost-request').textContent()).toContain('invites you to a PK');
    await ben.press('accept');
    await vic.control('gifts-ben').waitFor();
    await allSee(
      (pane) => pane.scores(),
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    );
  });

  test('a host alone in a tab is told that this tab is a world of its own', async () => {
    await page.goto(`${start.url}?role=host&user=cat&name=Cat`);
    expect(await page.getByTestId('engine').textContent()).toContain('a world of its own');
    const cat = new StudioPane(page, page.locator('#host'));
    await cat.goLive();
    await expect.poll(() => cat.runningVideos(), { timeout: 10_000 }).toBe(1);
  });

  test('who goes on by keyboard stays in their pane', async () => {
    await ann.goLive();
    await ben.control('go-live').press('Enter');
    await ben.control('hint').waitFor();
    await expect.poll(() => page.locator('#host-b:focus-within').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await ben.control('end-live').evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  test('one screen at a time on a phone, with a sign where somebody is asked', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const tab = (id: string) => page.getByTestId(`tab-${id}`);
    await ann.goLive();
    expect(await ben.control('go-live').isVisible()).toBe(false);
    await tab('host-b').click();
    await ben.goLive();
    await tab('host-a').click();
    await ann.invite('ben_live');
    await page.getByRole('button', { name: 'Host B is asked something' }).waitFor();
    await tab('host-b').click();
    await ben.press('accept');
    await expect.poll(() => ben.runningVideos(), { timeout: 10_000 }).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
