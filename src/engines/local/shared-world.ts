import type { Referee } from '../../referee/index.js';
import type { LocalBus } from './local-bus.js';
import type { LocalStay } from './local-stay.js';

/** What all connections of one world share. */
export interface SharedWorld {
  referee: Referee;
  bus: LocalBus<LocalStay>;
  /** Whether the user was kicked out of the live for good. */
  isKicked: (liveId: string, userId: string) => Promise<boolean>;
  /** Calls back when a message that is sent now arrives. */
  later: (arrive: () => void) => void;
  /** Calls back once, `ms` milliseconds later. Returns the function that cancels the call. */
  wait: (ms: number, then: () => void) => () => void;
  /** A device was switched. */
  onMediaChange: () => void;
}
