import { LiveError, LiveErrorCode, toLiveError, type User, type UserCommand } from '../../core/vocabulary.js';
import { battleCommands } from './battle/battle-commands.js';
import { ongoingBattle } from './battle/battle-lookup.js';
import { endByServer } from './battle/battle-run-rules.js';
import { startBattle } from './battle/battle-start-rules.js';
import { addScores } from './battle/score-rules.js';
import { battleDeadline, settleDue, type Grace } from './deadlines.js';
import { guestCommands } from './guest/guest-commands.js';
import { cohostCommands } from './cohost/cohost-commands.js';
import { linkLives } from './cohost/link-lives.js';
import { liveCommands } from './live/live-commands.js';
import { endLive } from './live/live-rules.js';
import { notePresence, renewAbsences } from './live/presence-rules.js';
import type { BattleRecord, Slice } from './records.js';
import type { BackendCommand, RuleCommand, SystemCommand } from './rule-command.js';
import type { RuleEvent } from './rule-event.js';
import { seatCommands } from './seat/seat-commands.js';
import { Turn } from './turn.js';
import type { UserRules } from './user-rules.js';
import { validUser } from './validate.js';

const userRules: UserRules = {
  ...liveCommands,
  ...cohostCommands,
  ...battleCommands,
  ...seatCommands,
  ...guestCommands,
};

/** What a command does to a slice. A refused command does nothing itself; what time made due happens all the same. */
export interface Decision {
  slice: Slice;
  events: readonly RuleEvent[];
  outcome: { reply: object } | { error: LiveError } | { settleFirst: { battleId: string } };
}

/** Pure: the same slice, command and time give the same decision. Never throws. */
export function decide(slice: Slice, command: RuleCommand, now: number, grace: Grace): Decision {
  const due = new Turn(slice, now, command.commandId);
  if (command.command.type === 'resume') renewAbsences(due, command.command.since);
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
    case 'user':
      return decideForUser(turn, validUser(command.user), command.command);
    case 'backend':
      return decideForBackend(turn, command.command);
    case 'system':
      return decideForSystem(turn, command.command);
  }
}

function decideForUser(turn: Turn, user: User, command: UserCommand): object | undefined {
  // Whatever came over the wire as a type may be no command.
  const rule = Object.hasOwn(userRules, command.type) ? userRules[command.type] : undefined;
  if (!rule) throw new LiveError(LiveErrorCode.invalidParameter, 'unknown command');
  return (rule as (turn: Turn, user: User, command: UserCommand) => object | undefined)(turn, user, command);
}

function decideForBackend(turn: Turn, command: BackendCommand): object | undefined {
  switch (command.type) {
    case 'add-scores':
      return addScores(turn, command.battleId, command.entries);
    case 'start-battle':
      return startBattle(turn, command);
    case 'link-lives':
      return linkLives(turn, command);
    case 'end-battle':
      endByServer(turn, ongoingBattle(turn, command.battleId));
      return;
    case 'close-live':
      endLive(turn, turn.live(command.liveId), 'ended-by-server');
      return;
  }
}

function decideForSystem(turn: Turn, command: SystemCommand): undefined {
  // Nothing else needs more: what was due has been settled by now.
  if (command.type === 'presence') notePresence(turn, command.liveId, command.userId, command.present);
}
