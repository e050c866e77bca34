import { defineElement } from '../define-element.js';
import { BattleScoreBarElement } from './battle-score-bar.js';

defineElement('battle-score-bar', BattleScoreBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'battle-score-bar': BattleScoreBarElement;
  }
}
