import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type * as Core from '../../src/index.js';
import type * as Local from '../../src/engines/local/index.js';
import type {} from '../../src/define.js';
import { launchChromium, newPersonsPage } from './stage/chromium.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.cache/cdn-e2e`;
/** No server listens there: the test answers itself. */
const site = 'http://127.0.0.1:3999';

type Kit = typeof Core & typeof Local;

let browser: Browser;
let page: Page;
/** Files of the kit that the page has asked for, in order. */
let asked: string[];
/** Requests to the battle server, which never answers here. */
let calls: string[];

beforeAll(async () => {
  await build({ root, mode: 'cdn', configFile: `${root}vite.config.ts`, logLevel: 'error', build: { outDir: folder } });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  asked = [];
  calls = [];
  page = await newPersonsPage(browser);
  await page.route(`${site}/kit/**`, async (route) => {
    const name = route.request().url().split('/').at(-1)!;
    asked.push(name);
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(`${folder}/${name}`, 'utf8') });
  });
  await page.route(`${site}/v1/**`, (route) => {
    calls.push(new URL(route.request().url()).pathname);
  });
});

async function open(body: string): Promise<void> {
  await page.route(`${site}/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script type="module" src="/kit/live-battles.js"></script>${body}`,
    }),
  );
  await page.goto(`${site}/`);
}

it('the local engine is a file that loads when markup asks for it', async () => {
  await open('<live-session engine="local" user-id="ann"></live-session>');
  await page.evaluate(async () => {
    const element = document.querySelector('live-session')!;
    await customElements.whenDefined('live-session');
    if (!element.session) await new Promise((resolve) => element.addEventListener('live-session-ready', resolve));
    await element.session!.liveListStore.createLive({ liveId: 'ann_live' });
  });
  expect(asked).toEqual(['live-battles.js', 'live-battles-local.js']);
});

it('its classes are exports of that file, and share kit and world with markup', async () => {
  await open(`<script type="module">
    import * as kit from '/kit/live-battles.js';
    import * as local from '/kit/live-battles-local.js';
    window.kit = { ...kit, ...local };
  </script>`);
  await page.waitForFunction(() => 'kit' in window);
  const seen = await page.evaluate(async () => {
    const { LiveSession, LiveError, LocalEngine } = (window as unknown as { kit: Kit }).kit;
    const session = new LiveSession({ engine: new LocalEngine({ user: { userId: 'ann' } }) });
    const refusal: unknown = await session.liveListStore.joinLive({ liveId: 'none' }).catch((error: unknown) => error);
    await session.liveListStore.createLive({ liveId: 'ann_live' });
    const element = document.createElement('live-session');
    Object.assign(element, { engine: 'local', userId: 'vic', liveId: 'ann_live' });
    const ready = new Promise((resolve) => element.addEventListener('live-session-ready', resolve));
    document.body.append(element);
    await ready;
    const { currentLive } = element.session!.liveListStore;
    while (!currentLive.get()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return [refusal instanceof LiveError, currentLive.get()?.liveOwner.userId];
  });
  expect(seen).toEqual([true, 'ann']);
  expect(asked.sort()).toEqual(['live-battles-local.js', 'live-battles.js']);
});

it('LiveKit is a file that loads beside the login, and the local engine does not load', async () => {
  await open('<live-session token="mine" live-id="ann_live"></live-session>');
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(2);
  await expect.poll(() => calls.length, { timeout: 10_000 }).toBe(3);
  expect(asked).toEqual(['live-battles.js', 'livekit-client.esm.js']);
  expect(calls.sort()).toEqual(['/v1/lives/ann_live/join', '/v1/me', '/v1/time']);
});

it('LiveKit loads ahead when the user points at what leads to a live', async () => {
  await open('<live-session preload="intent"></live-session><a href="#ann" data-live-id="ann_live">Ann</a>');
  await page.evaluate(() => customElements.whenDefined('live-session'));
  expect(asked).toEqual(['live-battles.js']);
  await page.hover('a');
  await expect.poll(() => asked, { timeout: 10_000 }).toEqual(['live-battles.js', 'livekit-client.esm.js']);
  expect(calls).toEqual([]);
});
