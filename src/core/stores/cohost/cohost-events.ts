import type { BattleConfig } from '../../battle/battle.js';
import type { CoHostRequest, LinkMember } from '../../cohost/cohost.js';
import type { LiveDocument, PersonalDocument } from '../../documents.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { LiveUser } from '../../user.js';

export interface CoHostEvents {
  /** `battle` starts when the invitation is accepted; null when the invitation is for co-hosting alone. */
  'cohost-request-received': { inviter: LiveUser; extensionInfo: string; battle: BattleConfig | null };
  /** Both sides hear it: the server also cancels, for instance when a live ends. */
  'cohost-request-cancelled': { inviter: LiveUser; invitee: LiveUser };
  /** Only the inviter hears it. */
  'cohost-request-accepted': { invitee: LiveUser };
  /** Only the inviter hears it. */
  'cohost-request-rejected': { invitee: LiveUser };
  /** The invitee did not answer in time. Both sides hear it. */
  'cohost-request-timeout': { inviter: LiveUser; invitee: LiveUser };
  /** Another host joined the link, or is in the new link. */
  'cohost-user-joined': { userInfo: LiveUser };
  /** Another host left the link, or the link ended. */
  'cohost-user-left': { userInfo: LiveUser };
}

/** Tells the hosts who left the link of this live. */
export function emitLeaves(events: Emitter<CoHostEvents>, { before, after }: Change<LiveDocument>): void {
  if (!before || !after) return;
  for (const userInfo of missingFrom(others(after), others(before))) events.emit('cohost-user-left', { userInfo });
}

/** The hosts who joined the link of this live. */
export function joinedHosts({ before, after }: Change<LiveDocument>): readonly LinkMember[] {
  return before && after ? missingFrom(others(before), others(after)) : [];
}

/** Tells the hosts who joined the link of this live. */
export function emitJoins(events: Emitter<CoHostEvents>, change: Change<LiveDocument>): void {
  for (const userInfo of joinedHosts(change)) events.emit('cohost-user-joined', { userInfo });
}

/** Tells what happened to the invitations of one live. */
export function emitRequestChanges(
  events: Emitter<CoHostEvents>,
  { before, after }: Change<PersonalDocument>,
  ownLiveId: string,
): void {
  for (const request of after?.coHostRequests ?? []) {
    const earlier = before?.coHostRequests.find(({ requestId }) => requestId === request.requestId);
    if (earlier?.status === request.status) continue;
    emitRequestChange(events, request, request.inviter.liveId === ownLiveId, before === null);
  }
  for (const { requestId, status, inviter, invitee } of before?.coHostRequests ?? []) {
    if (status !== 'pending' || after?.coHostRequests.some((request) => request.requestId === requestId)) continue;
    // The invitation was settled and deleted while the page was offline: the answer is lost.
    events.emit('cohost-request-cancelled', { inviter, invitee });
  }
}

function emitRequestChange(
  events: Emitter<CoHostEvents>,
  { inviter, invitee, extensionInfo, battle, status }: CoHostRequest,
  isInviter: boolean,
  isFirstLook: boolean,
): void {
  if (status === 'pending') {
    if (!isInviter) events.emit('cohost-request-received', { inviter, extensionInfo, battle });
    return;
  }
  if (isFirstLook) return;
  if (status === 'cancelled') events.emit('cohost-request-cancelled', { inviter, invitee });
  if (status === 'timeout') events.emit('cohost-request-timeout', { inviter, invitee });
  if (status === 'accepted' && isInviter) events.emit('cohost-request-accepted', { invitee });
  if (status === 'rejected' && isInviter) events.emit('cohost-request-rejected', { invitee });
}

function others({ link, live }: LiveDocument): readonly LinkMember[] {
  return link?.members.filter(({ liveId }) => liveId !== live.liveId) ?? [];
}

function missingFrom(list: readonly LinkMember[], candidates: readonly LinkMember[]): readonly LinkMember[] {
  return candidates.filter(({ liveId }) => !list.some((member) => member.liveId === liveId));
}
