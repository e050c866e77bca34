import {
  CoHostLayoutTemplate,
  SeatLayoutTemplate,
  type BattleInfo,
  type LinkMember,
  type LiveUser,
  type Seat,
} from '../../../../src/core/index.js';
import type { LiveDocument } from '../../../../src/protocol/index.js';
import type { Person } from '../../page/peer.js';

export const battleId = 'battle';
const battleSeconds = 3600;

export function liveUserOf({ userId, name, liveId }: Person): LiveUser {
  return { userId, userName: name, avatarUrl: '', liveId };
}

function seatOf({ userId, name, seatIndex }: Person): Seat {
  const allowed = { allowOpenMicrophone: true, allowOpenCamera: true };
  const user = { userId, userName: name, avatarUrl: '' };
  return {
    index: seatIndex,
    isLocked: false,
    occupant: { ...user, ...allowed, userSuspendStatus: 'none', lostAt: null },
  };
}

function runningBattle(people: readonly Person[]): BattleInfo {
  const startedAt = Date.now();
  return {
    battleId,
    config: {
      duration: battleSeconds,
      needResponse: true,
      countdown: 0,
      penalty: 0,
      extraTime: 0,
      multipliers: [],
      teams: null,
      rematchWindow: 0,
      effects: [],
      extensionInfo: '',
    },
    inviter: liveUserOf(people[0]!),
    users: people.map((person) => ({ ...liveUserOf(person), exited: false })),
    phase: 'running',
    startedAt,
    endsAt: startedAt + battleSeconds * 1000,
    extraTimeStartedAt: null,
    effects: [],
    endedAt: null,
    endedReason: null,
    result: null,
    penaltyEndsAt: null,
    penaltyEndedReason: null,
    rematch: null,
    rematchDeclinedBy: null,
  };
}

/**
 * Linked lives whose people are all in one running battle. With one person in each live these are video lives, with more
 * of them voice lives whose people are on seats.
 */
export function benchDocument(people: readonly Person[], revision: number): LiveDocument {
  const hosts = people.filter(({ seatIndex }) => seatIndex === 0);
  const isVoice = people.length > hosts.length;
  const seatsOf = (liveId: string): Seat[] => people.filter((person) => person.liveId === liveId).map(seatOf);
  const members = hosts.map((host, index): LinkMember => ({
    ...liveUserOf(host),
    joinedAt: index,
    lostAt: null,
    userSuspendStatus: 'none',
    winStreak: 0,
    seats: isVoice ? seatsOf(host.liveId) : [],
  }));
  const [owner] = hosts;
  const { hostVoiceConnection, hostDynamicGrid } = CoHostLayoutTemplate;
  return {
    revision,
    live: {
      liveId: owner!.liveId,
      liveName: owner!.name,
      notice: '',
      coverUrl: '',
      backgroundUrl: '',
      categoryList: [],
      activityStatus: 0,
      isPublicVisible: true,
      isSeatEnabled: true,
      keepOwnerOnSeat: true,
      maxSeatCount: isVoice ? 50 : 9,
      seatMode: 'apply',
      seatLayoutTemplate: isVoice ? SeatLayoutTemplate.audioSalon : SeatLayoutTemplate.videoDynamicGrid9Seats,
      liveOwner: liveUserOf(owner!),
      createdAt: 1,
      endedAt: null,
      endedReason: null,
    },
    metaData: {},
    administrators: [],
    seats: seatsOf(owner!.liveId),
    hostLostAt: null,
    link: { linkId: 'link', layoutTemplate: isVoice ? hostVoiceConnection : hostDynamicGrid, members },
    battle: runningBattle(people),
    board: { battleId, version: 0, totals: {}, contributors: {} },
  };
}
