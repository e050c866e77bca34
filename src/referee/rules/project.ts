import type {
  BattleInfo,
  BattleRequest,
  LinkInfo,
  LiveDocument,
  LiveUser,
  PersonalDocument,
  ScoreBoard,
} from '../../core/vocabulary.js';
import { contestants, recordOf, type BattleRecord, type LinkRecord, type LiveRecord, type Slice } from './records.js';

/** The public document of a live, from a slice that holds the live's scope; null for an unknown live. */
export function liveDocument(slice: Slice, liveId: string): LiveDocument | null {
  const live = recordOf(slice.lives, liveId);
  if (!live) return null;
  const link = live.linkId === null ? undefined : slice.links[live.linkId];
  const battle = live.battleId === null ? undefined : slice.battles[live.battleId];
  const shown = battle ? battleInfo(battle) : null;
  return {
    revision: live.revision,
    live: live.info,
    hostLostAt: live.hostLostAt,
    link: link ? linkInfo(link, slice) : null,
    battle: shown,
    board: battle && shown ? scoreBoard(battle) : null,
  };
}

/** What the owner of a live may see beyond that; null for an unknown live. */
export function personalDocument(slice: Slice, liveId: string): PersonalDocument | null {
  const live = recordOf(slice.lives, liveId);
  if (!live) return null;
  // An earlier live of that id may have been somebody else's.
  const { userId } = live.info.liveOwner;
  const isOwn = (host: LiveUser): boolean => host.liveId === liveId && host.userId === userId;
  const coHostRequests = Object.values(slice.requests).filter(
    ({ inviter, invitee }) => isOwn(inviter) || isOwn(invitee),
  );
  const link = live.linkId === null ? undefined : slice.links[live.linkId];
  const battle = link?.battleId ? slice.battles[link.battleId] : undefined;
  return { revision: live.revision, coHostRequests, battleRequests: battle ? battleRequests(battle, live) : [] };
}

export function scoreBoard({ battleId, scoreVersion, scores }: BattleRecord): ScoreBoard {
  return { battleId, version: scoreVersion, totals: scores };
}

function linkInfo({ linkId, layoutTemplate, seats }: LinkRecord, { lives }: Slice): LinkInfo {
  const members = seats.flatMap(({ liveId, joinedAt }) => {
    const live = lives[liveId];
    return live ? [{ ...live.info.liveOwner, joinedAt, lostAt: live.hostLostAt }] : [];
  });
  return { linkId, layoutTemplate, members };
}

/** A battle as everybody may see it; null unless it has come to the countdown or further. */
export function battleInfo(battle: BattleRecord): BattleInfo | null {
  const { battleId, config, inviter, phase, startedAt, endsAt, endedAt, endedReason, result } = battle;
  const { penaltyEndsAt, penaltyEndedReason } = battle;
  if (startedAt === null || endsAt === null || phase === 'requested' || phase === 'void') return null;
  const users = contestants(battle).map(({ answer: _, ...user }) => user);
  const running = { startedAt, endsAt, endedAt, endedReason, result };
  return { battleId, config, inviter, users, phase, ...running, penaltyEndsAt, penaltyEndedReason };
}

function battleRequests(
  { battleId, inviter, sides, config, requestExpiresAt }: BattleRecord,
  live: LiveRecord,
): BattleRequest[] {
  const ownId = live.info.liveOwner.userId;
  return sides
    .filter(({ userId }) => userId !== inviter.userId && (ownId === inviter.userId || ownId === userId))
    .map(({ answer: status, exited: _, ...invitee }) => ({
      battleId,
      inviter,
      invitee,
      config,
      expiresAt: requestExpiresAt,
      status,
    }));
}
