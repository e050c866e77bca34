import type { BattleConfig, MultiplierWindow } from '../../../core/vocabulary.js';
import type { RuleSettings } from '../rule-settings.js';
import { invalid } from '../validate.js';

/**
 * Checks that the values of a battle fit together and keep the operator's limit. Orders the multipliers by their start.
 * @throws LiveError `invalidParameter`.
 */
export function battleConfig(asked: BattleConfig, { battleDurationMax }: RuleSettings): BattleConfig {
  const { duration, multipliers } = asked;
  if (duration > battleDurationMax) invalid(`duration must be at most ${battleDurationMax} seconds here`);
  return { ...asked, multipliers: inOrder(multipliers, duration) };
}

/**
 * Checks the battle of a co-host invitation. It is between two lives, so it has no teams.
 * @throws LiveError `invalidParameter`.
 */
export function agreedBattleConfig(asked: BattleConfig, settings: RuleSettings): BattleConfig {
  if (asked.teams) invalid('an invitation names one opponent: teams need a battle request of their own');
  return { ...battleConfig(asked, settings), needResponse: false };
}

/** Checks that the teams name exactly these hosts, each once. @throws LiveError `invalidParameter`. */
export function checkTeams({ teams }: BattleConfig, userIds: readonly string[]): void {
  if (!teams) return;
  const members = teams.flat();
  const isPartition = members.length === userIds.length && userIds.every((userId) => members.includes(userId));
  if (!isPartition) invalid('teams must name the inviter and everybody challenged, each once');
}

/** Orders the windows by their start. Refuses a window that is empty, too late or overlaps another. */
function inOrder(multipliers: readonly MultiplierWindow[], duration: number): readonly MultiplierWindow[] {
  const windows = [...multipliers].sort((a, b) => a.from - b.from);
  windows.forEach(({ from, to }, index) => {
    if (from >= to) invalid('a window of multipliers must end after it begins');
    if (to > (windows[index + 1]?.from ?? duration)) invalid('multipliers must not overlap, nor outlast the duration');
  });
  return windows;
}
