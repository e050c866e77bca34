import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from './stage/chromium.js';
import { SessionPage } from './stage/session-page.js';
import { Stage } from './stage/stage.js';

let stage: Stage;
let strictBrowser: Browser;

beforeAll(async () => {
  [stage, strictBrowser] = await Promise.all([Stage.open(), launchChromium({ autoplay: false })]);
});

afterAll(async () => {
  await strictBrowser.close();
  await stage.close();
});

it('a browser that holds sound back says so, and lets go when the viewer clicks', async () => {
  const ann = await SessionPage.open(stage, 'ann');
  await ann.goLive();
  const page = await stage.newPage(strictBrowser);
  await page.goto(`${stage.site.url}/test/e2e/page/session.html`);
  // Playwright's `evaluate` counts as a user's gesture; `Runtime.evaluate` does not.
  const console = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await console.send('Runtime.evaluate', { expression, awaitPromise: true });
    return result.value as unknown;
  };

  const options = { serverUrl: stage.battleServer.url, token: await stage.backend.userToken('viewer') };
  await evaluate(`openSession(${JSON.stringify(options)})`);
  await evaluate(`addEventListener('click', () => void page.session.startAudio())`);
  await evaluate(`page.session.liveListStore.joinLive({ liveId: '${ann.liveId}' })`);
  const isBlocked = () => evaluate('page.session.isAudioBlocked.get()');
  await expect.poll(isBlocked, { timeout: 5000 }).toBe(true);
  // Video plays without a gesture.
  await expect.poll(() => evaluate(`document.querySelector('video').currentTime > 0.1`), { timeout: 5000 }).toBe(true);
  await page.mouse.click(10, 10);
  await expect.poll(isBlocked, { timeout: 5000 }).toBe(false);
});
