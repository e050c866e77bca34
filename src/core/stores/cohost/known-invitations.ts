import type { CoHostRequest } from '../../cohost/cohost.js';
import type { LiveDocument, PersonalDocument } from '../../documents.js';

/**
 * The personal document, completed from the public one: an invited host who is in the link has accepted. The two
 * documents can arrive in either order. An invitation known as accepted stays accepted.
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

/** Whether an invitation of this live is shown as pending although the invited host is in the link. */
export function isAnsweredByJoining(
  { status, inviter, invitee }: CoHostRequest,
  { live, link }: LiveDocument,
): boolean {
  const isOwn = inviter.liveId === live.liveId;
  return status === 'pending' && isOwn && link?.members.some(({ liveId }) => liveId === invitee.liveId) === true;
}
