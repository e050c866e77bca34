import {
  isVoiceTemplate,
  type BattleInfo,
  type BattleRequest,
  type CoHostRequest,
  type Contributor,
  type LinkInfo,
  type LiveDocument,
  type LiveUser,
  type PersonalDocument,
  type ScoreBoard,
  type Seat,
} from '../../core/vocabulary.js';
import {
  contestants,
  recordOf,
  type BattleRecord,
  type LinkRecord,
  type LiveRecord,
  type SeatRecord,
  type Slice,
} from './records.js';
import { shownEffect } from './battle/effects/effect-record.js';
import { hiddenFrom } from './battle/effects/hide.js';
import { linkedSeats } from './seat/linked-seats.js';
import { seatOf } from './seat/seat-lookup.js';

/** The public document of a live, from a slice that holds the live's scope; null for an unknown live. */
export function liveDocument(slice: Slice, liveId: string): LiveDocument | null {
  const live = recordOf(slice.lives, liveId);
  if (!live) return null;
  const link = recordOf(slice.links, live.linkId);
  const battle = recordOf(slice.battles, live.battleId);
  const shown = battle ? shownBattle(battle, live) : null;
  return {
    revision: live.revision,
    live: live.info,
    metaData: live.metaData,
    administrators: live.administrators,
    seats: live.seats.map(shownSeat),
    hostLostAt: shownLoss(live),
    link: link ? linkInfo(link, slice) : null,
    battle: shown,
    board: battle && shown ? boardFor(battle, liveId) : null,
  };
}

/** The personal document of a live for one user: what only some users may see. Null for an unknown live. */
export function personalDocument(slice: Slice, liveId: string, userId: string): PersonalDocument | null {
  const live = recordOf(slice.lives, liveId);
  if (!live) return null;
  const isOwner = live.info.liveOwner.userId === userId;
  const isModerator = isOwner || live.administrators.includes(userId);
  return {
    revision: live.personalRevision,
    coHostRequests: isOwner ? coHostRequests(slice, live) : [],
    battleRequests: isOwner ? battleRequests(slice, live) : [],
    guestRequests: live.guestRequests
      .filter(({ guest }) => isModerator || guest.userId === userId)
      .map(({ guestLostAt: _, ...request }) => request),
    seatKicks: live.seatKicks.filter((kick) => kick.userId === userId),
  };
}

/**
 * Ids of users whose personal document of the live may hold something: the owner, the administrators, and the guests of
 * requests and seat kicks.
 */
export function concernedUsers({ info, administrators, guestRequests, seatKicks }: LiveRecord): readonly string[] {
  const guests = [...guestRequests.map(({ guest }) => guest.userId), ...seatKicks.map(({ userId }) => userId)];
  return [...new Set([info.liveOwner.userId, ...administrators, ...guests])];
}

function coHostRequests(slice: Slice, { info: { liveId, liveOwner } }: LiveRecord): readonly CoHostRequest[] {
  // An earlier live with the same id may have had another owner.
  const isOwn = (host: LiveUser): boolean => host.liveId === liveId && host.userId === liveOwner.userId;
  return Object.values(slice.requests).filter(({ inviter, invitee }) => isOwn(inviter) || isOwn(invitee));
}

/** The whole score board, for the app's backend. */
export function scoreBoard(battle: BattleRecord): ScoreBoard {
  return boardWithout(battle, []);
}

/**
 * The score board for the people in a live, without the hosts whose points are hidden from it. Null stands for a user
 * outside of all lives.
 */
export function boardFor(battle: BattleRecord, liveId: string | null): ScoreBoard {
  return boardWithout(battle, hiddenFrom(battle, liveId));
}

function boardWithout(
  { battleId, scoreVersion, scores, contributors }: BattleRecord,
  hidden: readonly string[],
): ScoreBoard {
  const shown = <T>(byHost: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(byHost).filter(([userId]) => !hidden.includes(userId));
  const givers = shown(contributors).map(([userId, top]): [string, readonly Contributor[]] => [
    userId,
    top.map(({ since: _, ...giver }) => giver),
  ]);
  const totals = Object.fromEntries(shown(scores));
  return { battleId, version: scoreVersion, totals, contributors: Object.fromEntries(givers) };
}

function linkInfo({ linkId, layoutTemplate, lives: linked }: LinkRecord, { lives }: Slice): LinkInfo {
  const members = linked.map(({ liveId, joinedAt }) => {
    const live = lives[liveId]!;
    const isVoice = isVoiceTemplate(live.info.seatLayoutTemplate);
    const seats = isVoice ? linkedSeats(live.seats.map(shownSeat), linked.length) : [];
    const { liveOwner } = live.info;
    const userSuspendStatus = seatOf(live, liveOwner.userId)?.occupant.userSuspendStatus ?? 'none';
    const { winStreak } = live.tally;
    return { ...liveOwner, joinedAt, lostAt: shownLoss(live), userSuspendStatus, winStreak, seats };
  });
  return { linkId, layoutTemplate, members };
}

/** Since when the host is shown as missing, epoch milliseconds; null otherwise. A short absence is not shown. */
function shownLoss({ hostLostAt, isHostMissed }: LiveRecord): number | null {
  return isHostMissed ? hostLostAt : null;
}

function shownSeat({ index, isLocked, occupant }: SeatRecord): Seat {
  if (!occupant) return { index, isLocked, occupant };
  const { isMissed, ...shown } = occupant;
  return { index, isLocked, occupant: { ...shown, lostAt: isMissed ? shown.lostAt : null } };
}

/** The battle that a live shows. A live that has left the link still shows the result, but not the others' rematch. */
function shownBattle(battle: BattleRecord, { linkId }: LiveRecord): BattleInfo | null {
  const info = battleInfo(battle);
  return info && linkId !== battle.linkId ? { ...info, rematch: null, rematchDeclinedBy: null } : info;
}

/** A battle as everybody may see it; null while it is only requested, and when it was voided. */
export function battleInfo(battle: BattleRecord): BattleInfo | null {
  const { battleId, config, inviter, phase, startedAt, endsAt, endedAt, endedReason, result } = battle;
  const { extraTimeStartedAt, penaltyEndsAt, penaltyEndedReason, rematchEndsAt, rematchUserIds, rematchDeclinedBy } =
    battle;
  if (phase === 'requested' || phase === 'void') return null;
  const users = contestants(battle).map(({ answer: _, ...user }) => user);
  const effects = battle.effects.filter(({ isOver }) => !isOver).map(shownEffect);
  const running = { startedAt: startedAt!, endsAt: endsAt!, extraTimeStartedAt, effects, endedAt, endedReason, result };
  const rematch = rematchEndsAt === null ? null : { endsAt: rematchEndsAt, userIds: rematchUserIds };
  return {
    battleId,
    config,
    inviter,
    users,
    phase,
    ...running,
    penaltyEndsAt,
    penaltyEndedReason,
    rematch,
    rematchDeclinedBy,
  };
}

function battleRequests(slice: Slice, live: LiveRecord): BattleRequest[] {
  const battle = recordOf(slice.battles, recordOf(slice.links, live.linkId)?.battleId ?? null);
  if (!battle) return [];
  const { battleId, inviter, members: asked, config, requestExpiresAt } = battle;
  const ownId = live.info.liveOwner.userId;
  const own = asked.find(({ userId }) => userId === ownId);
  // The inviter is a member too and has accepted. A host who is out of the request sees only their own answer.
  const isIn = own?.answer === 'pending' || own?.answer === 'accepted';
  return asked
    .filter(({ userId }) => userId !== inviter.userId && (isIn || ownId === userId))
    .map(({ answer: status, exited: _, ...invitee }) => ({
      battleId,
      inviter,
      invitee,
      config,
      expiresAt: requestExpiresAt,
      status,
    }));
}
