import type { Audience } from '../../live/audience.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { LiveUser, User } from '../../user.js';

export interface LiveAudienceEvents {
  /** Also told of a guest who gave up their seat. */
  'audience-joined': { audience: User };
  /** Also told of a member who took a seat. */
  'audience-left': { audience: User };
  /** The owner is back. */
  'owner-joined': { owner: LiveUser };
  /** The owner has been away for five seconds (`Grace.shown`), whether they left or vanished; the live goes on. */
  'owner-left': { owner: LiveUser };
  /** An administrator is there: they came, or somebody who is there became one. */
  'administrator-joined': { administrator: User };
  /** An administrator is not there any more: they went, or are none any more. */
  'administrator-left': { administrator: User };
}

/**
 * Who came and went between two looks; the first is not news. Where more are there than are listed, an absence from the
 * list means nothing, so nobody is told of.
 */
export function emitAttendance(events: Emitter<LiveAudienceEvents>, { before, after }: Change<Audience>): void {
  if (!before || !after) return;
  if (isComplete(before)) {
    for (const audience of missingFrom(before, after)) events.emit('audience-joined', { audience });
  }
  if (isComplete(after)) {
    for (const audience of missingFrom(after, before)) events.emit('audience-left', { audience });
  }
}

/** Whether everybody is listed. */
export function isComplete({ count, members }: Audience): boolean {
  return count <= members.length;
}

function missingFrom({ members: list }: Audience, { members }: Audience): readonly User[] {
  const known = new Set(list.map(({ userId }) => userId));
  return members.filter(({ userId }) => !known.has(userId));
}
