import type { LiveDocument } from '../documents.js';
import type { Participant } from '../engine.js';
import type { Role, SeatOccupant, SeatUserInfo } from '../seat/seat.js';

/** What somebody is in a live: its own document names the owner and administrators. */
export function roleIn({ live, administrators }: LiveDocument, userId: string): Role {
  if (userId === live.liveOwner.userId) return 'owner';
  return administrators.includes(userId) ? 'admin' : 'general-user';
}

/** Whoever is in the live with devices, on a seat of the live `liveId`. */
export function presentOn(
  liveId: string,
  { userId }: SeatOccupant,
  participants: readonly Participant[],
): Participant | undefined {
  return participants.find((participant) => participant.liveId === liveId && participant.userId === userId);
}

/** Somebody on a seat of the live `liveId`, which is the document's or one linked to it. */
export function seatUserOf(
  document: LiveDocument,
  liveId: string,
  { userId, userName, avatarUrl, allowOpenMicrophone, allowOpenCamera, lostAt }: SeatOccupant,
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
    // A device goes off a moment after it was closed; what is not allowed is never shown.
    microphoneStatus: (allowOpenMicrophone && present?.microphoneStatus) || 'off',
    cameraStatus: (allowOpenCamera && present?.cameraStatus) || 'off',
    reconnecting: (isOwner ? ownerLostAt : lostAt) !== null,
  };
}
