import type { UserCommand, UserCommandOf, UserCommandType } from '../../../src/protocol/index.js';
import type { Referee } from '../../../src/referee/index.js';
import { battleConfig } from './battle-moves.js';
import { checkReply } from './check-reply.js';
import { Dice } from './dice.js';
import { anyEffect } from './effects.js';
import { garbled } from './garble.js';
import type { Moves } from './move.js';
import { moves } from './moves.js';
import { personOf } from './people.js';
import { scoreEntries } from './score-entries.js';
import type { KnownWorld } from './known-world.js';

/** What may be done: every command of users, the backend's, and what the surroundings tell. */
export type Act =
  | UserCommandType
  | 'add-scores'
  | 'apply-effect'
  | 'start-battle'
  | 'link-lives'
  | 'end-battle'
  | 'close-live'
  | 'presence';

/** How often, against the others. */
export const weights: Readonly<Record<Act, number>> = {
  ...(Object.fromEntries(Object.entries(moves).map(([type, { weight }]) => [type, weight])) as Record<
    UserCommandType,
    number
  >),
  'add-scores': 40,
  'apply-effect': 12,
  'start-battle': 3,
  'link-lives': 1,
  'end-battle': 1,
  'close-live': 1,
  presence: 8,
};

/** One attempt, which any referee may be asked to do, and asked again. */
export interface Action {
  act: Act;
  /** What was drawn, for whoever reads a failure. */
  text: string;
  attempt: (referee: Referee) => Promise<unknown>;
}

/** Makes up an attempt from what there is. Every 16th has something in it that nobody should send. */
export function actionOf(act: Act, known: KnownWorld, throws: readonly number[]): Action {
  const dice = new Dice(throws);
  const spoil = <T extends object>(value: T): T => (dice.oneIn(16) ? garbled(value, dice) : value);
  switch (act) {
    case 'add-scores': {
      const battleId = known.anyBattle(dice)?.battleId ?? 'nothing';
      const { entries } = spoil({ entries: scoreEntries(known, dice, battleId) });
      return action(act, { battleId, entries }, async (referee) => {
        checkReply(known, battleId, entries, await referee.addScores(battleId, entries));
      });
    }
    case 'apply-effect': {
      const command = { type: act, ...spoil(anyEffect(known, dice)) };
      return action(act, command, (referee) => referee.executeForBackend(command));
    }
    case 'start-battle': {
      const liveId = known.liveId(dice, ({ linkId }) => linkId !== null);
      const opponents = dice.some(known.lives(liveId), 3);
      const command = { type: act, ...spoil({ liveId, opponents, config: battleConfig(dice) }) };
      return action(act, command, (referee) => referee.executeForBackend(command));
    }
    case 'link-lives': {
      const liveIds = [known.liveId(dice), known.liveId(dice), known.liveId(dice)];
      const command = { type: act, ...spoil({ liveIds }) };
      return action(act, command, (referee) => referee.executeForBackend(command));
    }
    case 'end-battle': {
      const battleId = known.anyBattle(dice)?.battleId ?? 'nothing';
      return action(act, { battleId }, (referee) => referee.executeForBackend({ type: act, battleId }));
    }
    case 'close-live': {
      const liveId = known.liveId(dice);
      return action(act, { liveId }, (referee) => referee.executeForBackend({ type: act, liveId }));
    }
    case 'presence': {
      const isLost = dice.oneIn(2);
      const liveId = known.liveId(dice, ({ info }) => !isLost || known.missing(info.liveId).length > 0);
      const userId = known.someone(dice, isLost ? known.missing(liveId) : known.awaited(liveId));
      const present = isLost;
      return action(act, { liveId, userId, present }, (referee) => referee.notePresence(liveId, userId, present));
    }
    default:
      return userDeed(act, known, dice, spoil);
  }
}

function userDeed(
  act: UserCommandType,
  known: KnownWorld,
  dice: Dice,
  spoil: <T extends object>(value: T) => T,
): Action {
  const [userId, asked] = (moves as Moves<'end-live'>)[act as 'end-live'].make(known, dice);
  const { user, command } = spoil({ user: personOf(userId), command: { type: act, ...asked } as UserCommand });
  return action(act, { userId: user.userId, command }, (referee) =>
    referee.executeForUser(user, command as UserCommandOf<'end-live'>),
  );
}

function action(act: Act, asked: object, attempt: Action['attempt']): Action {
  return { act, text: `${act} ${JSON.stringify(asked).slice(0, 300)}`, attempt };
}
