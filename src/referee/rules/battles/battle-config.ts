import { limits, type BattleConfig } from '../../../core/vocabulary.js';
import { flag, text, wholeNumber } from '../validate.js';

/** What was asked for, checked, and completed with the defaults. @throws LiveError `invalidParameter`. */
export function battleConfig(config: Partial<BattleConfig>): BattleConfig {
  return {
    duration: wholeNumber('duration', config.duration || undefined, 1, limits.battleDurationMax, limits.battleDuration),
    needResponse: flag('needResponse', config.needResponse, true),
    countdown: wholeNumber('countdown', config.countdown, 0, limits.battleCountdownMax, 0),
    penalty: wholeNumber('penalty', config.penalty, 0, limits.battlePenaltyMax, 0),
    extraTime: 0,
    multipliers: [],
    teams: null,
    rematchWindow: 0,
    extensionInfo: text('extensionInfo', config.extensionInfo, limits.extensionInfoLength),
  };
}
