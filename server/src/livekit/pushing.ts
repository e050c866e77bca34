import { setMaxListeners } from 'node:events';
import type { Outage } from './outage.js';
import { defaultPushTiming, type PushTiming } from './push-timing.js';

/** What everything that is sent to LiveKit has in common. */
export interface Pushing {
  timing: PushTiming;
  /** Aborted when the server stops: nothing more is sent. */
  signal: AbortSignal;
  /** LiveKit has refused a call, or has not answered. */
  onFailure: (error: unknown) => void;
  /** LiveKit has answered. */
  onSuccess: () => void;
}

export function pushing(signal: AbortSignal, outage: Outage, timing?: Partial<PushTiming>): Pushing {
  // Every live may listen to this signal. Node warns of a leak at more than ten listeners.
  setMaxListeners(0, signal);
  return {
    timing: { ...defaultPushTiming, ...timing },
    signal,
    onFailure: (error) => {
      outage.failed(error);
    },
    onSuccess: () => {
      outage.over();
    },
  };
}
