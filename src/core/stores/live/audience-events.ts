import type { Audience } from '../../live/audience.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { LiveUser, User } from '../../user.js';

export interface LiveAudienceEvents {
  /** A user came into the audience, or a guest left their seat. */
  'audience-joined': { audience: User };
  /** A user left the audience, or took a seat. */
  'audience-left': { audience: User };
  /** The owner is back after `owner-left`. */
  'owner-joined': { owner: LiveUser };
  /** The owner has been away for five seconds (`Grace.shown`). They left or lost the connection; the live goes on. */
  'owner-left': { owner: LiveUser };
  /** An administrator came, or a user who is there became administrator. */
  'administrator-joined': { administrator: User };
  /** An administrator left, or lost the role. */
  'administrator-left': { administrator: User };
}

/**
 * Tells who came and who left between two lists; the first list is not news. In a live with more members than the list
 * holds, an absence from the list means nothing, so no event is told.
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

/** Whether the list holds every member. */
export function isComplete({ count, members }: Audience): boolean {
  return count <= members.length;
}

function missingFrom({ members: list }: Audience, { members }: Audience): readonly User[] {
  const known = new Set(list.map(({ userId }) => userId));
  return members.filter(({ userId }) => !known.has(userId));
}
