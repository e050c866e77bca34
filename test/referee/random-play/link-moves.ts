import { CoHostLayoutTemplate, type UserCommandOf } from '../../../src/core/index.js';
import { battleConfig } from './battle-moves.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import type { Sight } from './sight.js';

const templates = Object.values(CoHostLayoutTemplate);

export const linkMoves = {
  'request-host-connection': {
    weight: 10,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice);
      return [sight.owner(dice, liveId), { liveId, ...invitation(sight, dice, liveId) }];
    },
  },
  'cancel-host-connection': {
    weight: 2,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ info }) => sight.waiting(info.liveId, 'invitee').length > 0);
      const toLiveId = dice.oneOf(sight.waiting(liveId, 'invitee')) ?? sight.liveId(dice);
      return [sight.owner(dice, liveId), { liveId, toLiveId }];
    },
  },
  'accept-host-connection': { weight: 14, make: answer },
  'reject-host-connection': { weight: 2, make: answer },
  'exit-host-connection': {
    weight: 1,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ linkId }) => linkId !== null);
      return [sight.owner(dice, liveId), { liveId }];
    },
  },
} satisfies Partial<Moves>;

function invitation(
  sight: Sight,
  dice: Dice,
  liveId: string,
): Omit<UserCommandOf<'request-host-connection'>, 'type' | 'liveId'> {
  const likes = sight.running.filter(({ info }) => sight.isVoice(info.liveId) === sight.isVoice(liveId));
  const others = likes.map(({ info }) => info.liveId).filter((other) => other !== liveId);
  const some = dice.some(others, 4);
  return {
    targetLiveIds: some.length > 0 && !dice.oneIn(10) ? some : [sight.liveId(dice)],
    ...(dice.oneIn(3) && { layoutTemplate: dice.from(CoHostLayoutTemplate.hostDynamicGrid, ...templates) }),
    ...(dice.oneIn(2) && { timeout: 1 + dice.roll(60) }),
    ...(dice.oneIn(4) && { battle: battleConfig(dice) }),
  };
}

function answer(sight: Sight, dice: Dice): readonly [string, { liveId: string; fromLiveId: string }] {
  const liveId = sight.liveId(dice, ({ info }) => sight.waiting(info.liveId, 'inviter').length > 0);
  const fromLiveId = dice.oneOf(sight.waiting(liveId, 'inviter')) ?? sight.liveId(dice);
  return [sight.owner(dice, liveId), { liveId, fromLiveId }];
}
