import type { BattleEvent } from './battle/battle-events.js';
import type { GuestEvent } from './guest/guest-events.js';
import type { CohostEvent } from './cohost/cohost-events.js';
import type { LiveEvent } from './live/live-events.js';
import type { Slice } from './records.js';
import type { SeatEvent } from './seat/seat-events.js';

type AnyEvent = LiveEvent | CohostEvent | BattleEvent | SeatEvent | GuestEvent;

/** Something that happened. The ledger holds events; only `apply` turns them into state. `at` is epoch milliseconds. */
export type RuleEvent = { at: number } & AnyEvent;

/** An event without its time. */
export type NewEvent = AnyEvent;

/** The function that applies each event of a domain to a slice. */
export type Appliers<E extends { type: string }> = {
  [T in E['type']]: (slice: Slice, event: Extract<E, { type: T }> & { at: number }) => Slice;
};
