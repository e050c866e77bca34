import { defineElement } from '../define-element.js';
import { BattleRankElement } from './battle-rank.js';

defineElement('battle-rank', BattleRankElement);

declare global {
  interface HTMLElementTagNameMap {
    'battle-rank': BattleRankElement;
  }
}
