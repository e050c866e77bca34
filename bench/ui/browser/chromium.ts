import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from '../../../scripts/browsers.mjs';

export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: chromiumPath() });
}
