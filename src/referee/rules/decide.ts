import { userShape } from '../../core/person-shape.js';
import { toLiveError, type LiveError, type User } from '../../core/vocabulary.js';
import { backendCommandReader, backendRules, userCommandReader, userRules } from './commands.js';
import { countedEventOf } from './battle/counted-event.js';
import { isAnythingDue, settleDue } from './deadlines.js';
import { notePresence, renewAbsences } from './live/presence-rules.js';
import { recordOf, type Slice } from './records.js';
import type { RuleCommand, SystemCommand } from './rule-command.js';
import type { RuleEvent } from './rule-event.js';
import type { RuleSettings } from './rule-settings.js';
import { Turn } from './turn.js';

/**
 * What a command does to a slice. A refused command changes nothing, but what time made due is settled all the same.
 */
export interface Decision {
  slice: Slice;
  events: readonly RuleEvent[];
  outcome:
    | { reply: object }
    | { error: LiveError }
    /** Nothing is decided yet: the command must run again on a slice that holds this battle with all its lives. */
    | { settleFirst: { battleId: string } };
}

/** Pure: the same slice, command and time give the same decision. Never throws. */
export function decide(slice: Slice, command: RuleCommand, now: number, settings: RuleSettings): Decision {
  const { grace } = settings;
  const due = new Turn(slice, now, command.commandId, settings);
  const partial = partOf(slice, command);
  if (partial && isAnythingDue(slice, now, grace)) return { slice, events: [], outcome: { settleFirst: partial } };
  if (command.command.type === 'resume') {
    // First settle what fell due while no referee ran; then restart the absences.
    settleDue(due, grace, command.command.since);
    renewAbsences(due, command.command.since);
  } else {
    settleDue(due, grace);
  }
  const turn = new Turn(due.slice, now, command.commandId, settings);
  try {
    const reply = dispatch(turn, command) ?? {};
    if (partial && turn.events.some((event) => !countedEventOf(event))) {
      return { slice, events: [], outcome: { settleFirst: partial } };
    }
    return { slice: turn.slice, events: [...due.events, ...turn.events], outcome: { reply } };
  } catch (error) {
    return { slice: due.slice, events: due.events, outcome: { error: toLiveError(error) } };
  }
}

/**
 * The battle of a score command whose slice holds little more than the battle; null for every other slice. Adding points
 * needs no more. To settle what is due, or to publish another change of the battle, all its lives are needed.
 */
function partOf({ battles, wholeLives }: Slice, { command }: RuleCommand): { battleId: string } | null {
  if (command.type !== 'add-scores') return null;
  const battle = recordOf(battles, command.battleId);
  return battle && !battle.members.every(({ liveId }) => wholeLives.has(liveId)) ? { battleId: battle.battleId } : null;
}

/** Runs the rule of a command. What a user or a backend sent is checked and completed first. */
function dispatch(turn: Turn, command: RuleCommand): object | undefined {
  switch (command.by) {
    case 'user':
      return decideForUser(turn, userShape.read('user', command.user), command.command);
    case 'backend':
      return decideForBackend(turn, command.command);
    case 'system':
      return decideForSystem(turn, command.command);
  }
}

function decideForUser(turn: Turn, user: User, sent: unknown): object | undefined {
  const command = userCommandReader.read(sent);
  const rule = userRules[command.type] as (turn: Turn, user: User, command: object) => object | undefined;
  return rule(turn, user, command);
}

function decideForBackend(turn: Turn, sent: unknown): object | undefined {
  const command = backendCommandReader.read(sent);
  const rule = backendRules[command.type] as (turn: Turn, command: object) => object | undefined;
  return rule(turn, command);
}

function decideForSystem(turn: Turn, command: SystemCommand): undefined {
  // `tick` and `resume` need no rule: `decide` has settled what was due.
  if (command.type === 'presence') notePresence(turn, command.liveId, command.userId, command.present);
}
