import type * as LiveKit from 'livekit-client';
import { LiveError, LiveErrorCode } from '../../../core/index.js';

export type LiveKitClient = typeof LiveKit;

/** Fetched when a live is entered, not before: it is larger than the whole rest of a page. */
export async function loadLiveKitClient(): Promise<LiveKitClient> {
  try {
    return await import('livekit-client');
  } catch (cause) {
    throw new LiveError(LiveErrorCode.unreachable, 'livekit-client could not be loaded', { cause });
  }
}
