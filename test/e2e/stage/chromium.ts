import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from '../../../scripts/browsers.mjs';
import { writeFakeVoice } from './fake-voice.js';

const args = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // Together with the permissions below: the only way to reach LiveKit on a machine without another network.
  '--allow-loopback-in-peer-connection',
];

/**
 * Starts Chromium.
 * @param autoplay False: sound is held back until the user acts, as on a site the browser does not know.
 * @param voice True: an open microphone counts as speaking, as long as it is the only one.
 */
export async function launchChromium({ autoplay = true, voice = false } = {}): Promise<Browser> {
  const policy = `--autoplay-policy=${autoplay ? 'no-user-gesture-required' : 'document-user-activation-required'}`;
  const sound = voice ? [`--use-file-for-fake-audio-capture=${writeFakeVoice()}`] : [];
  return await chromium.launch({ executablePath: chromiumPath(), args: [...args, policy, ...sound] });
}

/** A page in a context of its own, as for a user on another machine. */
export async function newPersonsPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    // Viewers need them too: without these permissions WebRTC does not learn this machine's addresses.
    permissions: ['camera', 'microphone'],
    viewport: { width: 720, height: 900 },
  });
  return await context.newPage();
}
