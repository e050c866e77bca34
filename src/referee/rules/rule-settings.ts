import { limits } from '../../core/vocabulary.js';
import { defaultGrace, type Grace } from './deadlines.js';

/** What an operator may set about the rules. */
export interface RuleSettings {
  grace: Grace;
  /** Longest battle, seconds, 1–86,400. Default 3,600. */
  battleDurationMax: number;
}

export const defaultRuleSettings: RuleSettings = { grace: defaultGrace, battleDurationMax: limits.battleDurationMax };
