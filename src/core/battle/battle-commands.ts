import { limits } from '../limits.js';
import { command, reply } from '../shape/command.js';
import { described, list, optional, withDefault } from '../shape/compose.js';
import { id, liveId, userId } from '../shape/texts.js';
import { seconds } from '../shape/values.js';
import type { BattleCode } from './battle.js';
import { battleConfigShape } from './battle-config-shape.js';

export interface RequestBattleReply {
  battleId: string;
  results: Readonly<Record<string, BattleCode>>;
}

const battle = { liveId, battleId: id };

/** Commands about battles; for the owner of the live `liveId`. */
export const battleCommands = {
  'request-battle': command(
    'Challenges hosts of the link',
    {
      liveId,
      userIds: described('Hosts to challenge', list(userId, { min: 1, max: limits.linkedLives })),
      config: withDefault(battleConfigShape, {}),
      timeout: withDefault(
        described(
          'How long the challenged have to answer; 0 where nobody is asked',
          seconds(0, limits.requestTimeoutMax),
        ),
        limits.requestTimeout,
      ),
    },
    reply<RequestBattleReply>(),
  ),
  'cancel-battle-request': command('Takes a challenge back', {
    ...battle,
    userIds: optional(described('From whom; absent: from all', list(userId, { max: limits.linkedLives }))),
  }),
  'accept-battle': command('Accepts a challenge', battle),
  'reject-battle': command('Declines a challenge', battle),
  'exit-battle': command('Leaves a battle, which then is lost', battle),
  'end-penalty': command('Waives the penalty of those who lost', battle),
  'request-rematch': command('Asks for another battle like the last one, or agrees to it', battle),
  'cancel-rematch': command('Takes back having asked for, or agreed to, a rematch', battle),
  'decline-rematch': command('Declines a rematch, for everybody', battle),
};
