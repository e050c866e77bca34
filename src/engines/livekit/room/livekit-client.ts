import type * as LiveKit from 'livekit-client';
import { LiveError, LiveErrorCode } from '../../../core/index.js';

export type LiveKitClient = typeof LiveKit;

/**
 * Loads LiveKit's client. Called when a live is entered, because the client is larger than the rest of a page.
 * @throws LiveError `unreachable`.
 */
export async function loadLiveKitClient(): Promise<LiveKitClient> {
  try {
    return await import('livekit-client');
  } catch (cause) {
    throw new LiveError(LiveErrorCode.unreachable, 'livekit-client could not be loaded', { cause });
  }
}
