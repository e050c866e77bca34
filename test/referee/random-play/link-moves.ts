import { CoHostLayoutTemplate } from '../../../src/core/index.js';
import type { UserCommandOf } from '../../../src/protocol/index.js';
import { battleConfig } from './battle-moves.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import type { KnownWorld } from './known-world.js';

const templates = Object.values(CoHostLayoutTemplate);

export const linkMoves = {
  'request-host-connection': {
    weight: 10,
    make: (known, dice) => {
      const liveId = known.liveId(dice);
      return [known.owner(dice, liveId), { liveId, ...invitation(known, dice, liveId) }];
    },
  },
  'cancel-host-connection': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ info }) => known.waiting(info.liveId, 'invitee').length > 0);
      const toLiveId = dice.oneOf(known.waiting(liveId, 'invitee')) ?? known.liveId(dice);
      return [known.owner(dice, liveId), { liveId, toLiveId }];
    },
  },
  'accept-host-connection': { weight: 14, make: answer },
  'reject-host-connection': { weight: 2, make: answer },
  'exit-host-connection': {
    weight: 1,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ linkId }) => linkId !== null);
      return [known.owner(dice, liveId), { liveId }];
    },
  },
  'update-link-layout': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ linkId }) => linkId !== null);
      return [known.owner(dice, liveId), { liveId, layoutTemplate: dice.from(templates[0]!, ...templates) }];
    },
  },
} satisfies Partial<Moves>;

function invitation(
  known: KnownWorld,
  dice: Dice,
  liveId: string,
): Omit<UserCommandOf<'request-host-connection'>, 'type' | 'liveId'> {
  const likes = known.running.filter(({ info }) => known.isVoice(info.liveId) === known.isVoice(liveId));
  const others = likes.map(({ info }) => info.liveId).filter((other) => other !== liveId);
  const some = dice.some(others, 4);
  return {
    targetLiveIds: some.length > 0 && !dice.oneIn(10) ? some : [known.liveId(dice)],
    ...(dice.oneIn(3) && { layoutTemplate: dice.from(CoHostLayoutTemplate.hostDynamicGrid, ...templates) }),
    ...(dice.oneIn(2) && { timeout: 1 + dice.roll(60) }),
    ...(dice.oneIn(4) && { battle: battleConfig(dice) }),
  };
}

function answer(known: KnownWorld, dice: Dice): readonly [string, { liveId: string; fromLiveId: string }] {
  const liveId = known.liveId(dice, ({ info }) => known.waiting(info.liveId, 'inviter').length > 0);
  const fromLiveId = dice.oneOf(known.waiting(liveId, 'inviter')) ?? known.liveId(dice);
  return [known.owner(dice, liveId), { liveId, fromLiveId }];
}
