import {
  CoHostLayoutTemplate,
  isVoiceTemplate,
  layoutCapacity,
  LiveError,
  LiveErrorCode,
} from '../../../core/vocabulary.js';
import { noPermission } from '../live/live-access.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';

/**
 * Changes the layout of a link for all its lives. Only the live that joined it first may do so: at first the inviter's.
 * @throws LiveError `requestNotFound` outside a link, `noPermission`, `invalidParameter`; `linkFull` when it has less
 * room.
 */
export function changeLayout(turn: Turn, live: LiveRecord, wanted: CoHostLayoutTemplate): void {
  const link = turn.linkOf(live);
  if (!link) throw new LiveError(LiveErrorCode.requestNotFound, 'the live is not connected');
  if (link.lives[0]?.liveId !== live.info.liveId) noPermission('another live sets the layout of the connection');
  const layoutTemplate = validTemplate(live, wanted);
  if (link.lives.length > layoutCapacity(layoutTemplate)) {
    throw new LiveError(LiveErrorCode.linkFull, 'the layout has no room for all who are connected');
  }
  if (layoutTemplate === link.layoutTemplate) return;
  turn.emit({ type: 'link-layout-changed', linkId: link.linkId, layoutTemplate });
}

/**
 * The layout template of a request: the named one, else that of the link, else the default for voice or video.
 * @throws LiveError `invalidParameter`.
 */
export function templateFor(
  turn: Turn,
  inviter: LiveRecord,
  named: CoHostLayoutTemplate | undefined,
): CoHostLayoutTemplate {
  const { hostVoiceConnection, hostDynamicGrid } = CoHostLayoutTemplate;
  const usual = isVoice(inviter) ? hostVoiceConnection : hostDynamicGrid;
  return validTemplate(inviter, named ?? turn.linkOf(inviter)?.layoutTemplate ?? usual);
}

export function isVoice({ info }: LiveRecord): boolean {
  return isVoiceTemplate(info.seatLayoutTemplate);
}

function validTemplate(live: LiveRecord, template: CoHostLayoutTemplate): CoHostLayoutTemplate {
  if (isVoice(live) !== (template === CoHostLayoutTemplate.hostVoiceConnection)) {
    invalid('layoutTemplate is not for lives of this kind');
  }
  return template;
}
