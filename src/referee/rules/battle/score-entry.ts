import { isUserId, limits, type User } from '../../../core/vocabulary.js';
import { invalid, record, wholeNumber } from '../validate.js';

/** @throws LiveError `invalidParameter` for an entry that is malformed, whatever battle it is for. */
export function checkScoreEntry(entry: unknown): void {
  const { eventId, userId, points, total, sentAt, contributor } = record('an entry', entry);
  if (typeof eventId !== 'string' || eventId.length === 0 || eventId.length > limits.scoreEventIdLength) {
    invalid(`eventId must be a text of 1 to ${limits.scoreEventIdLength} characters`);
  }
  // Half a surrogate pair becomes the same sign in every database, and so the same event.
  if (/\p{Surrogate}/u.test(eventId)) invalid('eventId must be well-formed Unicode');
  if (typeof userId !== 'string') invalid('userId must be a text');
  if (total !== undefined) {
    wholeNumber('total', total, 0, Number.MAX_SAFE_INTEGER);
    if (points !== undefined) invalid('an entry has points or a total');
  } else if (wholeNumber('points', points, -limits.pointsPerEvent, limits.pointsPerEvent) === 0) {
    invalid('points must not be 0');
  }
  const isCorrection = total !== undefined || Number(points) < 0;
  if (isCorrection && contributor !== undefined) invalid('a correction names no contributor');
  if (sentAt !== undefined) wholeNumber('sentAt', sentAt, 0, Number.MAX_SAFE_INTEGER);
  if (contributor !== undefined) checkContributor(contributor);
}

function checkContributor(contributor: unknown): void {
  const { userId, userName = '', avatarUrl = '' } = (contributor ?? {}) as Partial<Record<keyof User, unknown>>;
  if (!isUserId(userId)) invalid('the userId of a contributor must be 1–64 of A-Z a-z 0-9 _ . : -');
  if (typeof userName !== 'string') invalid('the userName of a contributor must be a text');
  if (typeof avatarUrl !== 'string') invalid('the avatarUrl of a contributor must be a text');
}
