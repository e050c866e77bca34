import type { CoHostRequest } from '../../cohost/cohost.js';
import type { LiveDocument, PersonalDocument } from '../../documents.js';

/**
 * The personal document, with what the public one says about its invitations: whoever was invited and is in the link has
 * accepted, whichever of the two documents arrives first. What is known as accepted stays so.
 */
export function withKnownAcceptances(
  personal: PersonalDocument,
  document: LiveDocument,
  earlier: PersonalDocument | null,
): PersonalDocument {
  const isKnown = (request: CoHostRequest): boolean =>
    isAnsweredByJoining(request, document) ||
    earlier?.coHostRequests.some(
      ({ requestId, status }) => requestId === request.requestId && status === 'accepted',
    ) === true;
  const coHostRequests = personal.coHostRequests.map((request) =>
    isKnown(request) ? { ...request, status: 'accepted' as const } : request,
  );
  return { ...personal, coHostRequests };
}

/** Whether an invitation of this live still waits, though the invited host is in the link. */
export function isAnsweredByJoining(
  { status, inviter, invitee }: CoHostRequest,
  { live, link }: LiveDocument,
): boolean {
  const isOwn = inviter.liveId === live.liveId;
  return status === 'pending' && isOwn && link?.members.some(({ liveId }) => liveId === invitee.liveId) === true;
}
