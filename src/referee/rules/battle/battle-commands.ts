import { ownLive } from '../live/live-rules.js';
import type { UserRules } from '../user-rules.js';
import { findBattle, ongoingBattle, memberOf } from './battle-lookup.js';
import { answerBattle, hasAgreed } from './battle-answer-rules.js';
import { cancelBattleRequest } from './battle-cancel-rules.js';
import { requestBattle } from './battle-request-rules.js';
import { exitBattle, waivePenalty } from './battle-run-rules.js';
import { cancelRematch, declineRematch, requestRematch, reviewRematch } from './rematch-rules.js';

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
    if (hasAgreed(findBattle(turn, battleId), user.userId)) {
      answerBattle(turn, battleId, user.userId, 'rejected');
    } else {
      const battle = ongoingBattle(turn, battleId);
      exitBattle(turn, battle, [memberOf(battle, user.userId).userId]);
      reviewRematch(turn, battleId);
    }
  },
  'end-penalty': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    waivePenalty(turn, battleId, user.userId);
  },
  'request-rematch': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    requestRematch(turn, battleId, user.userId);
  },
  'cancel-rematch': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    cancelRematch(turn, battleId, user.userId);
  },
  'decline-rematch': (turn, user, { liveId, battleId }) => {
    ownLive(turn, liveId, user);
    declineRematch(turn, battleId, user.userId);
  },
} satisfies Partial<UserRules>;
