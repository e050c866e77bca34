import { ConnectionCode, LiveErrorCode, toLiveError, type CoHostLayoutTemplate } from '../../../core/vocabulary.js';
import { recordOf, type LiveRecord } from '../records.js';
import type { CheckedBackendCommandOf, LinkLivesReply } from '../rule-command.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';
import { cancelRequestsWithin } from './cohost-request-rules.js';
import { isVoice, templateFor } from './link-layout.js';
import { link } from './link-rules.js';

const codes: Partial<Record<LiveErrorCode, ConnectionCode>> = {
  [LiveErrorCode.alreadyConnected]: ConnectionCode.connecting,
  [LiveErrorCode.connectedElsewhere]: ConnectionCode.connectingOtherLive,
  [LiveErrorCode.linkFull]: ConnectionCode.full,
  [LiveErrorCode.requestConflict]: ConnectionCode.retry,
  [LiveErrorCode.userAlreadySeated]: ConnectionCode.retry,
};

/**
 * Links the first live with each of the others for the app's backend. The hosts are not asked. The reply has a code for
 * each of the others.
 * @throws LiveError `liveNotFound` for the first live, `invalidParameter`.
 */
export function linkLives(
  turn: Turn,
  { liveIds, layoutTemplate }: CheckedBackendCommandOf<'link-lives'>,
): LinkLivesReply {
  const [first = '', ...others] = liveIds;
  if (new Set(liveIds).size !== liveIds.length) invalid('liveIds must name each live once');
  const template = templateFor(turn, turn.live(first), layoutTemplate);
  const results = Object.fromEntries(others.map((liveId) => [liveId, linkWith(turn, first, liveId, template)]));
  cancelRequestsWithin(turn, first);
  return { results };
}

function linkWith(turn: Turn, first: string, liveId: string, template: CoHostLayoutTemplate): ConnectionCode {
  const target = recordOf(turn.slice.lives, liveId);
  if (!isRunning(target)) return ConnectionCode.liveNotExist;
  if (isVoice(turn.live(first)) !== isVoice(target)) return ConnectionCode.unknown;
  try {
    link(turn, turn.live(first), target, template);
    return ConnectionCode.success;
  } catch (error) {
    return codes[toLiveError(error).code] ?? ConnectionCode.unknown;
  }
}

function isRunning(live: LiveRecord | undefined): live is LiveRecord {
  return live !== undefined && live.info.endedAt === null;
}
