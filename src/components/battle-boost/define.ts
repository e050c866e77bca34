import { defineElement } from '../define-element.js';
import { BattleBoostElement } from './battle-boost.js';

defineElement('battle-boost', BattleBoostElement);

declare global {
  interface HTMLElementTagNameMap {
    'battle-boost': BattleBoostElement;
  }
}
