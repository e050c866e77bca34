import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../conformance/scenarios.js';
import type {} from './page/conformance.js';
import { launchChromium } from './stage/chromium.js';
import { Stage } from './stage/stage.js';

let stage: Stage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [stage, browser] = await Promise.all([Stage.open(), launchChromium({ voice: true })]);
  page = await stage.newPage(browser);
  await page.goto(`${stage.site.url}/test/e2e/page/conformance.html`);
});

afterAll(async () => {
  await browser.close();
  await stage.close();
});

describe('the LiveKit engine with a battle server, all sessions in one page', () => {
  for (const { name } of scenarios) {
    it(name, { timeout: 30_000 }, async () => {
      const options = { serverUrl: stage.battleServer.url, backendToken: await stage.backend.token() };
      const problem = await page.evaluate(([which, given]) => window.playScenario(which, given), [
        name,
        options,
      ] as const);
      expect(problem).toBeNull();
    });
  }
});
