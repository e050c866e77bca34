import type * as LiveKit from 'livekit-client';
import { LiveError, LiveErrorCode } from '../../../core/index.js';

export type LiveKitClient = typeof LiveKit;

/**
 * Loads LiveKit's client, once for all. It is larger than the rest of a page, so it is loaded beside what the server is
 * asked for, or ahead of it.
 * @throws LiveError `unreachable`.
 */
export async function loadLiveKitClient(): Promise<LiveKitClient> {
  try {
    return await import('livekit-client');
  } catch (cause) {
    throw new LiveError(LiveErrorCode.unreachable, 'livekit-client could not be loaded', { cause });
  }
}

/**
 * Loads LiveKit's client ahead of time, so that the first live of the page need not wait for it. Call it when the user is
 * likely to enter a live soon.
 * @throws LiveError `unreachable`; a live can be entered all the same, which then loads the client.
 */
export async function preloadLiveKit(): Promise<void> {
  await loadLiveKitClient();
}
