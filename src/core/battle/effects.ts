import type { User } from '../user.js';

/**
 * The effects that an app's backend can apply to a running battle. `boost`: a host's or a team's points count several
 * times. `hide`: the opponents do not see a host's points. `extend`: the battle runs longer. `target`: points that all
 * hosts together must reach early; then all points count several times.
 */
export const battleEffectTypes = ['boost', 'hide', 'extend', 'target'] as const;
export type BattleEffectType = (typeof battleEffectTypes)[number];

interface AppliedEffect {
  /** Number of the effect in its battle: 1 for the first one applied. */
  effectId: number;
  /** Whose gift the effect was; null when the backend named nobody. */
  contributor: User | null;
}

/** A boost. Boosts of the same host follow each other, so it can begin later than it was applied. */
export interface BoostEffect extends AppliedEffect {
  type: 'boost';
  /** User ids of the hosts whose points count several times: one host, or the hosts of a team. */
  userIds: readonly string[];
  /** How often each point counts: 2–5. Multiplier windows and a reached target multiply it. */
  factor: number;
  /** Start, epoch milliseconds. */
  from: number;
  /** End (exclusive), epoch milliseconds. The end of the battle ends it too. */
  to: number;
}

/**
 * A host's points are hidden: only the host's own live and the lives of the host's team get them. Elsewhere the score
 * board lacks the host until the effect ends.
 */
export interface HideEffect extends AppliedEffect {
  type: 'hide';
  userId: string;
  /** Epoch milliseconds. Later than it was applied if the points are hidden already. */
  from: number;
  /** Epoch milliseconds. The result of the battle ends it too. */
  to: number;
}

/** More time for the battle. It takes effect at once; `endsAt` of the battle shows it. */
export interface ExtendEffect extends AppliedEffect {
  type: 'extend';
  /** When the battle was to end before, epoch milliseconds. */
  from: number;
  /** When it is to end now, epoch milliseconds. */
  to: number;
}

/** A target for all hosts together. */
export interface TargetEffect extends AppliedEffect {
  type: 'target';
  /** The points that the hosts must have together. */
  points: number;
  /** Until when they must be reached, epoch milliseconds. */
  endsAt: number;
  /** How often each point counts once the target is reached: 2–10. */
  factor: number;
  /** How long points count several times, seconds. */
  seconds: number;
  /** When the target was reached, epoch milliseconds; null before. */
  from: number | null;
  /** Until when points count several times, epoch milliseconds; null until the target is reached. */
  to: number | null;
}

export type BattleEffect = BoostEffect | HideEffect | ExtendEffect | TargetEffect;
