import type { LiveDocument } from '../documents.js';
import type { Participant } from '../engine.js';
import type { Role, SeatOccupant, SeatUserInfo } from '../seat/seat.js';

/** The role of a user in the document's own live. */
export function roleIn({ live, administrators }: LiveDocument, userId: string): Role {
  if (userId === live.liveOwner.userId) return 'owner';
  return administrators.includes(userId) ? 'admin' : 'general-user';
}

/** The participant on a seat of the live `liveId`; undefined while they are not connected. */
export function presentOn(
  liveId: string,
  { userId }: SeatOccupant,
  participants: readonly Participant[],
): Participant | undefined {
  return participants.find((participant) => participant.liveId === liveId && participant.userId === userId);
}

/** The user on a seat of the live `liveId`: the document's own live, or a live linked with it. */
export function seatUserOf(
  document: LiveDocument,
  liveId: string,
  { userId, userName, avatarUrl, allowOpenMicrophone, allowOpenCamera, userSuspendStatus, lostAt }: SeatOccupant,
  present: Participant | undefined,
): SeatUserInfo {
  const isOwnLive = liveId === document.live.liveId;
  const member = document.link?.members.find((other) => other.liveId === liveId);
  const isOwner = userId === (isOwnLive ? document.live.liveOwner : member)?.userId;
  const ownerLostAt = isOwnLive ? document.hostLostAt : (member?.lostAt ?? null);
  const role = isOwnLive ? roleIn(document, userId) : isOwner ? 'owner' : 'general-user';
  return {
    userId,
    userName,
    avatarUrl,
    liveId,
    role,
    allowOpenMicrophone,
    allowOpenCamera,
    userSuspendStatus,
    // A closed device goes off a moment later. A device that is not allowed is always shown as off.
    microphoneStatus: (allowOpenMicrophone && present?.microphoneStatus) || 'off',
    cameraStatus: (allowOpenCamera && present?.cameraStatus) || 'off',
    reconnecting: (isOwner ? ownerLostAt : lostAt) !== null,
  };
}
