import type { BattleEvent } from './battle/battle-events.js';
import type { GuestEvent } from './guest/guest-events.js';
import type { CohostEvent } from './cohost/cohost-events.js';
import type { LiveEvent } from './live/live-events.js';
import type { Slice } from './records.js';
import type { SeatEvent } from './seat/seat-events.js';

type AnyEvent = LiveEvent | CohostEvent | BattleEvent | SeatEvent | GuestEvent;

/**
 * What has happened: the ledger is made of these, and `apply` alone turns them into state. `at` is epoch milliseconds.
 */
export type RuleEvent = { at: number } & AnyEvent;

/** An event before the clock is put on it. */
export type NewEvent = AnyEvent;

/** For each event of a domain, the slice it leads to. */
export type Appliers<E extends { type: string }> = {
  [T in E['type']]: (slice: Slice, event: Extract<E, { type: T }> & { at: number }) => Slice;
};
