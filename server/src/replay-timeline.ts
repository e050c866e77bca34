import type { BattleResult } from 'live-battles/core';
import type { ReplayStep, RuleEvent } from 'live-battles/referee';

/** A battle's ledger for an auditor. Each line: seconds since the first event, the event, and the totals after it. */
export function timelineOf(steps: readonly ReplayStep[]): readonly string[] {
  const [first] = steps;
  if (!first) return [];
  const { battleId, config } = first.battle;
  return [
    `battle ${battleId}, asked for at ${new Date(first.event.at).toISOString()}, ${JSON.stringify(config)}`,
    ...steps.map(({ event, battle }) => {
      const totals = Object.entries(battle.scores).map(([userId, points]) => `${userId} ${points}`);
      return [offset(event.at - first.event.at), event.type.padEnd(18), details(event), totals.join(', ')]
        .join('  ')
        .trimEnd();
    }),
  ];
}

function offset(milliseconds: number): string {
  return `+${(milliseconds / 1000).toFixed(3)} s`.padStart(13);
}

/** What the line says besides its type. Event ids come from outside, so they are quoted: none can forge a line. */
function details(event: RuleEvent): string {
  switch (event.type) {
    case 'battle-requested':
      return event.battle.members.map(({ userId }) => userId).join(' v ');
    case 'battle-answered':
      return `${event.userId} ${event.answer}`;
    case 'battle-shown':
      return event.shownIn.join(', ');
    case 'battle-exited':
    case 'rematch-requested':
    case 'rematch-cancelled':
    case 'rematch-declined':
      return event.userId;
    case 'extra-time-started':
    case 'rematch-opened':
      return `until ${new Date(event.endsAt).toISOString()}`;
    case 'battle-ended':
      return [event.reason, ...resultLines(event.result)].join(', ');
    case 'penalty-ended':
      return event.reason;
    case 'effect-applied':
      return `${JSON.stringify(event.asked)} for ${JSON.stringify(event.eventId)}`;
    case 'target-reached':
      return `${event.effectId}, until ${new Date(event.to).toISOString()}`;
    case 'effect-ended':
      return `${event.effectId}`;
    case 'score-corrected':
      return `${event.userId} ${event.points} for ${JSON.stringify(event.eventId)}`;
    case 'score-set':
      return `${event.userId} = ${event.total} for ${JSON.stringify(event.eventId)}`;
    case 'score-added': {
      const sent = event.sentAt === undefined ? '' : `, sent at ${new Date(event.sentAt).toISOString()}`;
      const factor = event.factor === undefined ? '' : ` × ${event.factor}`;
      const giver = event.contributor ? ` from ${event.contributor.userId}` : '';
      return `${event.userId} +${event.points}${factor}${giver} for ${JSON.stringify(event.eventId)}${sent}`;
    }
    default:
      return '';
  }
}

function resultLines({ standings, teams, mvp }: BattleResult): readonly string[] {
  return [
    ...teams.map(({ team, rank, outcome, score }) => `${rank}. team ${team + 1} ${outcome} ${score}`),
    ...standings.map(({ userId, rank, outcome, score }) => `${rank}. ${userId} ${outcome} ${score}`),
    ...(mvp ? [`most from ${mvp.userId}: ${mvp.points} for ${mvp.hostUserId}`] : []),
  ];
}
