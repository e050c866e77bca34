import { ownLive } from '../lives/live-rules.js';
import type { UserRules } from '../user-rules.js';
import { ongoingBattle, sideOf } from './battle-lookup.js';
import { answerBattle, cancelBattleRequest, requestBattle } from './battle-request-rules.js';
import { exitBattle, waivePenalty } from './battle-run-rules.js';

export const battleCommands = {
  'request-battle': (turn, user, command) => requestBattle(turn, ownLive(turn, command.liveId, user), command),
  'cancel-battle-request': (turn, user, command) => {
    ownLive(turn, command.liveId, user);
    cancelBattleRequest(turn, user.userId, command);
  },
  'accept-battle': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    answerBattle(turn, battleId, user.userId, 'accepted');
  },
  'reject-battle': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    answerBattle(turn, battleId, user.userId, 'rejected');
  },
  'exit-battle': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    const battle = ongoingBattle(turn, battleId);
    exitBattle(turn, battle, sideOf(battle, user.userId).userId);
  },
  'end-penalty': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    waivePenalty(turn, battleId, user.userId);
  },
} satisfies Partial<UserRules>;
