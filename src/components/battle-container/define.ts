import '../battle-score-bar/define.js';
import { defineElement } from '../define-element.js';
import { BattleContainerElement } from './battle-container.js';

defineElement('battle-container', BattleContainerElement);

declare global {
  interface HTMLElementTagNameMap {
    'battle-container': BattleContainerElement;
  }
}
