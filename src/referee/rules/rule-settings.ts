import { limits } from '../../core/vocabulary.js';
import { defaultGrace, type Grace } from './deadlines.js';

/** The settings of the rules that an operator may change. */
export interface RuleSettings {
  grace: Grace;
  /** Longest battle, seconds, 1–86,400. Default 3,600. */
  battleDurationMax: number;
}

export const defaultRuleSettings: RuleSettings = { grace: defaultGrace, battleDurationMax: limits.battleDurationMax };
