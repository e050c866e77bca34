import { largestHighlights, type ScoreHighlight } from '../../../core/vocabulary.js';
import type { BattleRecord } from '../records.js';
import type { RuleEvent } from '../rule-event.js';
import { countedPoints } from './contributions.js';
import { hiddenFrom } from './effects/hide.js';

/**
 * The largest gifts among these events that a live may be told of. Gifts without a contributor, and gifts for hosts
 * whose points are hidden from the live, are left out.
 */
export function highlightsFor(
  battle: BattleRecord,
  events: readonly RuleEvent[],
  liveId: string,
): readonly ScoreHighlight[] {
  const hidden = hiddenFrom(battle, liveId);
  const given = events.flatMap((event): ScoreHighlight[] => {
    if (event.type !== 'score-added') return [];
    const { contributor, userId: hostUserId } = event;
    if (!contributor || hidden.includes(hostUserId)) return [];
    return [{ contributor, hostUserId, points: countedPoints(event), version: battle.scoreVersion }];
  });
  return largestHighlights(given);
}
