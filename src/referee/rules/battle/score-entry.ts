import type { CheckedScore, CheckedScoreEntry, ScoreTotal } from '../rule-command.js';
import { invalid } from '../validate.js';

/**
 * Turns an entry into points or a total. A shape alone cannot say which fields go together.
 * @throws LiveError `invalidParameter` for both or neither, for 0 points, and for a total that names a contributor.
 */
export function scoreEntryOf(sent: CheckedScore): CheckedScoreEntry | ScoreTotal {
  const { eventId, userId, points, total, contributor } = sent;
  if ((points === undefined) === (total === undefined)) invalid('an entry has either points or a total');
  if (points === 0) invalid('points must not be 0');
  if (total !== undefined && contributor !== undefined) invalid('a total names no contributor');
  if (total !== undefined) return { eventId, userId, total };
  const { total: _, ...entry } = sent;
  return { ...entry, points: points! };
}
