import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { newPersonsPage } from '../../test/e2e/stage/chromium.js';

/** What a network lets through, as the DevTools protocol wants it. */
export interface Network {
  name: string;
  /** Least time from a request to its answer, milliseconds. */
  latency: number;
  /** Bytes a second. -1: not limited. */
  downloadThroughput: number;
  uploadThroughput: number;
}

/** Runs in the page before anything of it. A file of its own: compiled code would call what is not there. */
const watchPage = readFileSync(new URL('pages/watch.js', import.meta.url), 'utf8');

export interface PageLoad {
  /** Milliseconds from the start of the navigation until the host's name is on the page. */
  name: number;
  /** Milliseconds from the start of the navigation until the first frame of the host's picture. */
  picture: number;
  /** Bytes that came over HTTP until then, with headers. */
  bytes: number;
  requests: number;
}

interface Marks {
  name?: number;
  picture?: number;
}

/** Loads a page with an empty cache, as a new user, and waits for the host's picture. */
export async function loadPage(browser: Browser, url: string, hostName: string, network: Network): Promise<PageLoad> {
  const page = await newPersonsPage(browser);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.addInitScript({ content: `window.hostName = ${JSON.stringify(hostName)};${watchPage}` });
    const traffic = await listen(page, network);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(isDone, undefined, { timeout: 60_000, polling: 100 });
    const { name, picture } = await page.evaluate(() => (window as unknown as { marks: Required<Marks> }).marks);
    return { name, picture, ...traffic };
  } catch (cause) {
    throw new Error(`${url}, ${network.name}: no name or no picture. ${complaints.join(' | ')}`, { cause });
  } finally {
    await page.context().close();
  }
}

function isDone(): boolean {
  const { marks } = window as unknown as { marks: Marks };
  return marks.name !== undefined && marks.picture !== undefined;
}

async function listen(page: Page, network: Network): Promise<{ bytes: number; requests: number }> {
  const traffic = { bytes: 0, requests: 0 };
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  const { latency, downloadThroughput, uploadThroughput } = network;
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput,
    uploadThroughput,
  });
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    traffic.requests += 1;
  });
  return traffic;
}
