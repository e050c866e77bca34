import type { RoomOptions } from 'livekit-client';
import { retryDelay } from './retry-pause.js';

const slowestRetryMs = 2000;
const giveUpAfterMs = 15_000;

/** LiveKit's options that are the same for every room. */
export const roomOptions: RoomOptions = {
  dynacast: true,
  // See `onPageLeave`.
  disconnectOnPageLeave: false,
  reconnectPolicy: {
    // A restarted LiveKit has forgotten the room. The sooner its client gives up, the sooner the engine joins again.
    nextRetryDelayInMs: ({ retryCount, elapsedMs }) =>
      elapsedMs > giveUpAfterMs ? null : Math.min(slowestRetryMs, retryDelay(retryCount)),
  },
};
