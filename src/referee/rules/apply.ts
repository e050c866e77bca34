import { applyBattleEvent } from './battles/battle-events.js';
import { applyGuestEvent } from './guests/guest-events.js';
import { applyLinkEvent } from './links/link-events.js';
import { applyLiveEvent } from './lives/live-events.js';
import type { Slice } from './records.js';
import type { Appliers, RuleEvent } from './rule-event.js';
import { applySeatEvent } from './seats/seat-events.js';

const appliers: Appliers<RuleEvent> = {
  ...applyLiveEvent,
  ...applyLinkEvent,
  ...applyBattleEvent,
  ...applySeatEvent,
  ...applyGuestEvent,
};

/** The one way from an event to state. A record that the slice does not hold is left alone. */
export function apply(slice: Slice, event: RuleEvent): Slice {
  const applyEvent = appliers[event.type] as (slice: Slice, event: RuleEvent) => Slice;
  return applyEvent(slice, event);
}
