import type { LiveDocument, PersonalDocument } from '../../documents.js';
import type { LiveInfo } from '../../live/live.js';
import { isVoiceTemplate } from '../../seat/seat.js';
import type { LiveUser } from '../../user.js';

/**
 * Hosts of the live list whom the current live can invite: not linked with it, not invited, and both voice or both
 * video.
 */
export function candidatesOf(
  lives: readonly LiveInfo[],
  document: LiveDocument | null,
  personal: PersonalDocument | null,
): readonly LiveUser[] {
  if (!document) return [];
  const { live, link } = document;
  const asked = personal?.coHostRequests.filter(({ status }) => status === 'pending') ?? [];
  const taken = [live, ...(link?.members ?? []), ...asked.map(({ invitee }) => invitee)].map(({ liveId }) => liveId);
  const isVoice = isVoiceTemplate(live.seatLayoutTemplate);
  return lives
    .filter(({ liveId, seatLayoutTemplate }) => {
      return !taken.includes(liveId) && isVoiceTemplate(seatLayoutTemplate) === isVoice;
    })
    .map(({ liveOwner }) => liveOwner);
}
