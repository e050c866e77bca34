import type { RoomOptions } from 'livekit-client';
import { retryDelay } from './retry-pause.js';

const slowestRetryMs = 2000;
const giveUpAfterMs = 15_000;

/** What all our rooms have in common. */
export const roomOptions: RoomOptions = {
  dynacast: true,
  // See `onPageLeave`.
  disconnectOnPageLeave: false,
  reconnectPolicy: {
    // A LiveKit that was restarted has forgotten the room: the sooner its client finds out, the sooner we join again.
    nextRetryDelayInMs: ({ retryCount, elapsedMs }) =>
      elapsedMs > giveUpAfterMs ? null : Math.min(slowestRetryMs, retryDelay(retryCount)),
  },
};
