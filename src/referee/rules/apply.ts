import { applyBattleEvent } from './battle/battle-events.js';
import { applyGuestEvent } from './guest/guest-events.js';
import { applyCohostEvent } from './cohost/cohost-events.js';
import { applyLiveEvent } from './live/live-events.js';
import type { Slice } from './records.js';
import type { Appliers, RuleEvent } from './rule-event.js';
import { applySeatEvent } from './seat/seat-events.js';

const appliers: Appliers<RuleEvent> = {
  ...applyLiveEvent,
  ...applyCohostEvent,
  ...applyBattleEvent,
  ...applySeatEvent,
  ...applyGuestEvent,
};

/**
 * Applies an event to a slice. State changes in no other way. An event about a record outside the slice does nothing.
 */
export function apply(slice: Slice, event: RuleEvent): Slice {
  const applyEvent = appliers[event.type] as (slice: Slice, event: RuleEvent) => Slice;
  return applyEvent(slice, event);
}
