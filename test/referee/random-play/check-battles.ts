import { sideCount } from '../../../src/core/index.js';
import { goesOn, isActive, type BattleRecord } from '../../../src/referee/index.js';
import { checkEffects } from './check-effects.js';
import { hold } from './hold.js';
import type { Mirror } from './mirror.js';

/** No battle outstays a phase, each phase has left what it must, and whoever fights is there. */
export function checkBattles({ battles, links, lives }: Mirror, now: number, lateScores: number): void {
  for (const battle of battles.values()) {
    const { battleId, linkId } = battle;
    checkPhase(battle, now, lateScores);
    checkEffects(battle, now);
    if (!isActive(battle)) continue;
    const link = links.get(linkId);
    hold(link?.battleId === battleId, () => `${battleId} is the one battle of its link`);
    const isThere = (liveId: string): boolean => link.lives.some((seat) => seat.liveId === liveId);
    const there = battle.members.filter(
      ({ answer, exited }) => (answer === 'accepted' || answer === 'pending') && !exited,
    );
    hold(
      there.every(({ liveId }) => isThere(liveId)),
      () => `everybody in ${battleId} is in the link`,
    );
    if (!goesOn(battle)) continue;
    if (battle.phase !== 'penalty') hold(sideCount(battle, there) >= 2, () => `${battleId} has two sides`);
    for (const { liveId } of link.lives) {
      hold(lives.get(liveId)?.battleId === battleId, () => `${liveId} shows ${battleId}`);
    }
  }
}

function checkPhase(battle: BattleRecord, now: number, lateScores: number): void {
  const { battleId, phase, startedAt, endsAt, endedAt, result, penaltyEndsAt, penaltyEndedReason, config } = battle;
  const ends: Partial<Record<BattleRecord['phase'], number | null>> = {
    requested: battle.requestExpiresAt,
    countdown: startedAt,
    running: endsAt! + lateScores,
    penalty: penaltyEndsAt,
  };
  const end = ends[phase];
  hold(end === undefined || (end !== null && end > now), () => `${battleId} does not outstay ${phase}`);
  hold((result !== null) === (phase === 'penalty' || phase === 'over'), () => `${battleId} has its result in time`);
  hold((endedAt !== null) === (result !== null || phase === 'void'), () => `${battleId} ended when it did`);
  const { extraTimeStartedAt } = battle;
  hold(
    extraTimeStartedAt === null || config.extraTime > 0,
    () => `${battleId} has no extra time that was not agreed on`,
  );
  if (startedAt !== null) {
    const extraEnd = extraTimeStartedAt === null ? null : extraTimeStartedAt + config.extraTime * 1000;
    const extended = battle.effects.reduce(
      (sum, effect) =>
        sum + (effect.type === 'extend' && effect.from >= (extraTimeStartedAt ?? 0) ? effect.to - effect.from : 0),
      0,
    );
    hold(
      endsAt === (extraEnd ?? startedAt + config.duration * 1000) + extended,
      () => `${battleId} runs as long as agreed, and as extended`,
    );
  }
  if (penaltyEndsAt === null) {
    hold(penaltyEndedReason === null && phase !== 'penalty', () => `${battleId} without a penalty ends none`);
  } else {
    hold(penaltyEndsAt === endedAt! + config.penalty * 1000, () => `the penalty of ${battleId} lasts as agreed`);
    hold((penaltyEndedReason !== null) === (phase === 'over'), () => `the penalty of ${battleId} ends with it`);
  }
  if (phase === 'penalty') checkPenalty(battle);
  const { rematchEndsAt, rematchUserIds } = battle;
  if (rematchEndsAt === null) hold(rematchUserIds.length === 0, () => `nobody agrees to a rematch of ${battleId} now`);
  else hold(rematchEndsAt > now && result !== null, () => `the window after ${battleId} is one of time`);
}

/** Somebody serves it, and somebody watches. */
function checkPenalty({ battleId, members, result }: BattleRecord): void {
  const isIn = (hasLost: boolean): boolean =>
    members.some(
      ({ userId, exited }) =>
        !exited && result?.standings.some((one) => one.userId === userId && (one.outcome === 'lose') === hasLost),
    );
  hold(isIn(true) && isIn(false), () => `the penalty of ${battleId} is between losers and others`);
}
