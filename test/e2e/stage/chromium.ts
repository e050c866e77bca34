import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from '../../../scripts/browsers.mjs';
import { writeFakeVoice } from './fake-voice.js';

const args = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // With the permissions below, the only way to a LiveKit on a machine without any other network.
  '--allow-loopback-in-peer-connection',
];

/**
 * Without autoplay it holds sound back until the user acts, as browsers do with pages they do not know. With a voice, a
 * microphone that is open alone is taken for somebody who speaks.
 */
export async function launchChromium({ autoplay = true, voice = false } = {}): Promise<Browser> {
  const policy = `--autoplay-policy=${autoplay ? 'no-user-gesture-required' : 'document-user-activation-required'}`;
  const sound = voice ? [`--use-file-for-fake-audio-capture=${writeFakeVoice()}`] : [];
  return await chromium.launch({ executablePath: chromiumPath(), args: [...args, policy, ...sound] });
}

/** A page in a context of its own: another person on another machine. */
export async function newPersonsPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    // Viewers too: without it, WebRTC is not told this machine's addresses.
    permissions: ['camera', 'microphone'],
    viewport: { width: 720, height: 900 },
  });
  return await context.newPage();
}
