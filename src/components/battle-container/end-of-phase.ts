import type { BattleInfo } from '../../core/index.js';

/** The end of the phase (epoch milliseconds) and its whole length (seconds); null for a phase without an end. */
export function endOfPhase({
  phase,
  config,
  startedAt,
  extraTimeStartedAt,
  endsAt,
  penaltyEndsAt,
}: BattleInfo): { at: number; lasting: number } | null {
  if (phase === 'countdown') return { at: startedAt, lasting: config.countdown };
  if (phase === 'running') return { at: endsAt, lasting: (endsAt - (extraTimeStartedAt ?? startedAt)) / 1000 };
  return phase === 'penalty' && penaltyEndsAt !== null ? { at: penaltyEndsAt, lasting: config.penalty } : null;
}
