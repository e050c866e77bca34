import type { ReplayStep, RuleEvent } from '../../src/referee/index.js';

/** A battle for an auditor: when, since the first line, what happened, and what the totals were then. */
export function timelineOf(steps: readonly ReplayStep[]): readonly string[] {
  const [first] = steps;
  if (!first) return [];
  const { battleId, config } = first.battle;
  return [
    `battle ${battleId}, asked for at ${new Date(first.event.at).toISOString()}, ${JSON.stringify(config)}`,
    ...steps.map(({ event, battle }) => {
      const totals = Object.entries(battle.scores).map(([userId, points]) => `${userId} ${points}`);
      return [offset(event.at - first.event.at), event.type.padEnd(17), details(event), totals.join(', ')]
        .join('  ')
        .trimEnd();
    }),
  ];
}

function offset(milliseconds: number): string {
  return `+${(milliseconds / 1000).toFixed(3)} s`.padStart(13);
}

/** What the line says besides its type. Ids come from outside: quoted, so that none can forge a line. */
function details(event: RuleEvent): string {
  switch (event.type) {
    case 'battle-requested':
      return event.battle.sides.map(({ userId }) => userId).join(' v ');
    case 'battle-answered':
      return `${event.userId} ${event.answer}`;
    case 'battle-exited':
      return event.userId;
    case 'battle-ended':
      return [
        event.reason,
        ...event.result.standings.map(({ userId, rank, outcome, score }) => `${rank}. ${userId} ${outcome} ${score}`),
      ].join(', ');
    case 'penalty-ended':
      return event.reason;
    case 'score-added': {
      const sent = event.sentAt === undefined ? '' : `, sent at ${new Date(event.sentAt).toISOString()}`;
      return `${event.userId} +${event.points} for ${JSON.stringify(event.eventId)}${sent}`;
    }
    default:
      return '';
  }
}
