import { isUserId, limits, type User } from '../../../core/vocabulary.js';
import { invalid, record, wholeNumber } from '../validate.js';

/** @throws LiveError `invalidParameter` for an entry that is malformed, whatever battle it is for. */
export function checkScoreEntry(entry: unknown): void {
  const { eventId, userId, points, sentAt, contributor } = record('an entry', entry);
  if (typeof eventId !== 'string' || eventId.length === 0 || eventId.length > limits.scoreEventIdLength) {
    invalid(`eventId must be a text of 1 to ${limits.scoreEventIdLength} characters`);
  }
  // Half a surrogate pair becomes the same sign in every database, and so the same event.
  if (/\p{Surrogate}/u.test(eventId)) invalid('eventId must be well-formed Unicode');
  if (typeof userId !== 'string') invalid('userId must be a text');
  wholeNumber('points', points, 1, limits.pointsPerEvent);
  if (sentAt !== undefined) wholeNumber('sentAt', sentAt, 0, Number.MAX_SAFE_INTEGER);
  if (contributor !== undefined) checkContributor(contributor);
}

function checkContributor(contributor: unknown): void {
  const { userId, userName = '', avatarUrl = '' } = (contributor ?? {}) as Partial<Record<keyof User, unknown>>;
  if (!isUserId(userId)) invalid('the userId of a contributor must be 1–64 of A-Z a-z 0-9 _ . : -');
  if (typeof userName !== 'string') invalid('the userName of a contributor must be a text');
  if (typeof avatarUrl !== 'string') invalid('the avatarUrl of a contributor must be a text');
}
