import { limits, type BattleConfig, type MultiplierWindow } from '../../../core/vocabulary.js';
import { flag, invalid, list, record, text, wholeNumber } from '../validate.js';

/** What was asked for, checked, and completed with the defaults. @throws LiveError `invalidParameter`. */
export function battleConfig(asked: Partial<BattleConfig>): BattleConfig {
  const config = record('config', asked);
  const { battleDurationMax, battleDuration, rematchWindowMax, rematchWindow } = limits;
  const duration = wholeNumber('duration', config.duration || undefined, 1, battleDurationMax, battleDuration);
  return {
    duration,
    needResponse: flag('needResponse', config.needResponse, true),
    countdown: wholeNumber('countdown', config.countdown, 0, limits.battleCountdownMax, 0),
    penalty: wholeNumber('penalty', config.penalty, 0, limits.battlePenaltyMax, 0),
    extraTime: wholeNumber('extraTime', config.extraTime, 0, limits.battleExtraTimeMax, 0),
    multipliers: multipliers(config.multipliers, duration),
    teams: teams(config.teams),
    rematchWindow: wholeNumber('rematchWindow', config.rematchWindow, 0, rematchWindowMax, rematchWindow),
    extensionInfo: text('extensionInfo', config.extensionInfo, limits.extensionInfoLength),
  };
}

/** Of a battle that begins with an invitation: between two lives, so without teams. @throws LiveError `invalidParameter`. */
export function agreedBattleConfig(config: Partial<BattleConfig>): BattleConfig {
  const complete = { ...battleConfig(config), needResponse: false };
  if (complete.teams) invalid('an invitation names one opponent: teams need a battle request of their own');
  return complete;
}

/** @throws LiveError `invalidParameter` unless each of these hosts is on exactly one team, and nobody else. */
export function checkTeams({ teams }: BattleConfig, userIds: readonly string[]): void {
  if (!teams) return;
  const members = teams.flat();
  const isPartition = members.length === userIds.length && userIds.every((userId) => members.includes(userId));
  if (!isPartition) invalid('teams must name the inviter and everybody challenged, each once');
}

function multipliers(value: unknown, duration: number): readonly MultiplierWindow[] {
  const windows = list('multipliers', value ?? [], 0, limits.battleMultipliers)
    .map((window) => {
      const { from, to, factor } = record('a window', window);
      const begin = wholeNumber('from', from, 0, duration - 1);
      return {
        from: begin,
        to: wholeNumber('to', to, begin + 1, duration),
        factor: wholeNumber('factor', factor, 2, limits.battleFactorMax),
      };
    })
    .sort((a, b) => a.from - b.from);
  windows.forEach(({ to }, index) => {
    if (to > (windows[index + 1]?.from ?? duration)) invalid('multipliers must not overlap');
  });
  return windows;
}

function teams(value: unknown): BattleConfig['teams'] {
  if (value === undefined || value === null) return null;
  const named = list('teams', value, 2, limits.linkedLives).map((team) => list('a team', team, 1, limits.linkedLives));
  const members = named.flat();
  if (new Set(members).size !== members.length) invalid('nobody can be on two teams');
  return named.map((team) =>
    team.map((userId) => (typeof userId === 'string' ? userId : invalid('teams name user ids'))),
  );
}
