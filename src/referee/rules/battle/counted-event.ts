import type { CountedEvent } from '../records.js';
import type { BattleEvent } from './battle-events.js';

type ScoreEvent = Extract<BattleEvent, { type: 'score-added' | 'score-corrected' | 'score-set' }>;

/** The part of a score event that is kept, so that the event counts only once; null for other events. */
export function countedEventOf(event: {
  type: string;
}): { battleId: string; eventId: string; counted: CountedEvent } | null {
  if (!isScoreEvent(event)) return null;
  const { battleId, eventId, userId } = event;
  const counted = event.type === 'score-set' ? { userId, total: event.total } : { userId, points: event.points };
  return { battleId, eventId, counted };
}

function isScoreEvent(event: { type: string }): event is ScoreEvent {
  return event.type === 'score-added' || event.type === 'score-corrected' || event.type === 'score-set';
}
