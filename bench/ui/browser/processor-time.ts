import type { Browser } from 'playwright-core';

/** CPU seconds so far of all of Chromium's processes: script, compositor and raster alike. */
export async function processorTime(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
