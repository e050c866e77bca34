import { LiveError, LiveErrorCode, toLiveError, type HostCommand, type User } from '../../core/vocabulary.js';
import { ongoingBattle, sideOf } from './battle-lookup.js';
import { answerBattle, cancelBattleRequest, requestBattle } from './battle-request-rules.js';
import { endByServer, exitBattle, waivePenalty } from './battle-run-rules.js';
import { acceptConnection, requestConnection, settleConnection } from './connection-rules.js';
import { battleDeadline, settleDue, type Grace } from './deadlines.js';
import { leaveLink } from './link-rules.js';
import { createLive, endLive, notePresence, ownLive } from './live-rules.js';
import type { BattleRecord, Slice } from './records.js';
import type { BackendCommand, RuleCommand, SystemCommand } from './rule-command.js';
import type { RuleEvent } from './rule-event.js';
import { addScores } from './score-rules.js';
import { Turn } from './turn.js';
import { validUser } from './validate.js';

/** What a command does to a slice. A refused command does nothing itself; what time made due happens all the same. */
export interface Decision {
  slice: Slice;
  events: readonly RuleEvent[];
  outcome: { reply: object } | { error: LiveError } | { settleFirst: { battleId: string } };
}

/** Pure: the same slice, command and time give the same decision. Never throws. */
export function decide(slice: Slice, command: RuleCommand, now: number, grace: Grace): Decision {
  const due = new Turn(slice, now, command.commandId);
  if (command.command.type !== 'add-scores') {
    settleDue(due, grace);
  } else if (Object.values(slice.battles).some((battle) => isDue(battle, now, grace))) {
    // A score is shown the battle alone: what is due is left to a decision that sees, and so tells, the lives as well.
    return { slice, events: [], outcome: { settleFirst: { battleId: command.command.battleId } } };
  }
  const turn = new Turn(due.slice, now, command.commandId);
  try {
    const reply = dispatch(turn, command) ?? {};
    return { slice: turn.slice, events: [...due.events, ...turn.events], outcome: { reply } };
  } catch (error) {
    return { slice: due.slice, events: due.events, outcome: { error: toLiveError(error) } };
  }
}

function isDue(battle: BattleRecord, now: number, grace: Grace): boolean {
  const at = battleDeadline(battle, grace);
  return at !== null && at <= now;
}

function dispatch(turn: Turn, command: RuleCommand): object | undefined {
  switch (command.by) {
    case 'host':
      return decideForHost(turn, validUser(command.user), command.command);
    case 'backend':
      return decideForBackend(turn, command.command);
    case 'system':
      return decideForSystem(turn, command.command);
  }
}

function decideForHost(turn: Turn, user: User, command: HostCommand): object | undefined {
  if (command.type === 'create-live') return createLive(turn, user, command);
  const live = ownLive(turn, command.liveId, user);
  switch (command.type) {
    case 'end-live':
      return endLive(turn, live, 'ended-by-host');
    case 'request-host-connection':
      return requestConnection(turn, live, command);
    case 'cancel-host-connection':
      settleConnection(turn, command.liveId, command.toLiveId, 'cancelled');
      return;
    case 'accept-host-connection':
      acceptConnection(turn, live, command.fromLiveId);
      return;
    case 'reject-host-connection':
      settleConnection(turn, command.fromLiveId, command.liveId, 'rejected');
      return;
    case 'exit-host-connection':
      if (!turn.linkOf(live)) throw new LiveError(LiveErrorCode.requestNotFound, 'the live is not connected');
      leaveLink(turn, command.liveId);
      return;
    case 'request-battle':
      return requestBattle(turn, live, command);
    case 'cancel-battle-request':
      cancelBattleRequest(turn, user.userId, command);
      return;
    case 'accept-battle':
      answerBattle(turn, command.battleId, user.userId, 'accepted');
      return;
    case 'reject-battle':
      answerBattle(turn, command.battleId, user.userId, 'rejected');
      return;
    case 'exit-battle': {
      const battle = ongoingBattle(turn, command.battleId);
      exitBattle(turn, battle, sideOf(battle, user.userId).userId);
      return;
    }
    case 'end-penalty':
      waivePenalty(turn, command.battleId, user.userId);
      return;
    default:
      throw new LiveError(LiveErrorCode.invalidParameter, 'unknown command');
  }
}

function decideForBackend(turn: Turn, command: BackendCommand): object | undefined {
  switch (command.type) {
    case 'add-scores':
      return addScores(turn, command.battleId, command.entries);
    case 'end-battle':
      endByServer(turn, ongoingBattle(turn, command.battleId));
      return;
    case 'close-live':
      endLive(turn, turn.live(command.liveId), 'ended-by-server');
      return;
  }
}

function decideForSystem(turn: Turn, command: SystemCommand): undefined {
  // A tick needs nothing more: what was due has been settled by now.
  if (command.type === 'host-presence') notePresence(turn, command.liveId, command.present);
}
