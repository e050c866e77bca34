import { battleEffectTypes, type BattleConfig } from '../../../src/core/index.js';
import { goesOn, type BattleRecord } from '../../../src/referee/index.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import type { KnownWorld } from './known-world.js';

export const battleMoves = {
  'request-battle': {
    weight: 14,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ linkId }) => linkId !== null);
      const coHosts = known.coHosts(liveId);
      const userIds = dice.oneIn(3) ? dice.some(coHosts, 3) : coHosts;
      const everybody = [known.ownerOf(liveId), ...userIds];
      const config = { ...battleConfig(dice), ...(dice.oneIn(3) && { teams: teamsOf(dice, everybody) }) };
      return [
        known.owner(dice, liveId),
        { liveId, userIds, config, ...(dice.oneIn(2) && { timeout: 1 + dice.roll(60) }) },
      ];
    },
  },
  'cancel-battle-request': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ info }) => isInvited(known, info.liveId, 'inviter'));
      const asked = known.battleOf(liveId)?.members.map(({ userId }) => userId) ?? [];
      const userIds = dice.oneIn(2) && { userIds: dice.some(asked, 2) };
      return [known.owner(dice, liveId), { liveId, battleId: known.battleId(dice, liveId), ...userIds }];
    },
  },
  'accept-battle': {
    weight: 14,
    make: (known, dice) => inBattle(known, dice, (id) => isInvited(known, id, 'invitee')),
  },
  'reject-battle': { weight: 2, make: (known, dice) => inBattle(known, dice, (id) => isInvited(known, id, 'invitee')) },
  'exit-battle': { weight: 2, make: (known, dice) => inBattle(known, dice, (id) => isIn(known, id, goesOn)) },
  'end-penalty': { weight: 4, make: (known, dice) => inBattle(known, dice, (id) => isIn(known, id, hasPenalty)) },
  'request-rematch': { weight: 8, make: (known, dice) => inBattle(known, dice, (id) => isIn(known, id, hasResult)) },
  'decline-rematch': { weight: 1, make: (known, dice) => inBattle(known, dice, (id) => isIn(known, id, hasResult)) },
  'cancel-rematch': { weight: 3, make: (known, dice) => inBattle(known, dice, (id) => hasAgreed(known, id)) },
} satisfies Partial<Moves>;

/** Every phase and rule of a battle comes up often, and none lasts long. */
export function battleConfig(dice: Dice): Partial<BattleConfig> {
  const duration = 1 + dice.roll(60);
  const from = dice.roll(duration);
  const to = Math.min(duration, from + 1 + dice.roll(20));
  return {
    duration,
    needResponse: dice.oneIn(2),
    countdown: dice.from(0, 0, 3, 20),
    penalty: dice.from(0, 20, 60),
    extraTime: dice.from(0, 0, 10),
    rematchWindow: dice.from(60, 0, 10),
    effects: dice.oneIn(3) ? dice.some(battleEffectTypes, 2) : battleEffectTypes,
    multipliers: dice.oneIn(2) ? [{ from, to, factor: 2 + dice.roll(9) }] : [],
  };
}

/** Everybody in one of two or three teams; now and then one of them is empty, which is no team. */
function teamsOf(dice: Dice, userIds: readonly string[]): readonly (readonly string[])[] {
  const teams: string[][] = Array.from({ length: dice.from(2, 2, 3) }, () => []);
  for (const [index, userId] of dice.shuffled(userIds).entries()) {
    teams[dice.oneIn(4) ? dice.roll(teams.length) : index % teams.length]?.push(userId);
  }
  return teams;
}

function inBattle(
  known: KnownWorld,
  dice: Dice,
  fits: (liveId: string) => boolean,
): readonly [string, { liveId: string; battleId: string }] {
  const liveId = known.liveId(dice, ({ info }) => fits(info.liveId));
  return [known.owner(dice, liveId), { liveId, battleId: known.battleId(dice, liveId) }];
}

function isInvited(known: KnownWorld, liveId: string, as: 'inviter' | 'invitee'): boolean {
  const battle = known.battleOf(liveId);
  if (battle?.phase !== 'requested') return false;
  const isInviter = battle.inviter.liveId === liveId;
  const isAsked = battle.members.some((side) => side.liveId === liveId && side.answer === 'pending');
  return as === 'inviter' ? isInviter : isAsked;
}

function isIn(known: KnownWorld, liveId: string, fits: (battle: BattleRecord) => boolean): boolean {
  const battle = known.battleOf(liveId);
  return (
    battle !== undefined &&
    fits(battle) &&
    battle.members.some((side) => side.liveId === liveId && side.answer === 'accepted' && !side.exited)
  );
}

function hasPenalty({ phase }: BattleRecord): boolean {
  return phase === 'penalty';
}

function hasResult({ result }: BattleRecord): boolean {
  return result !== null;
}

function hasAgreed(known: KnownWorld, liveId: string): boolean {
  return known.battleOf(liveId)?.rematchUserIds.includes(known.ownerOf(liveId)) ?? false;
}
