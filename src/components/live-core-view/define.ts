import '../battle-boost/define.js';
import '../battle-container/define.js';
import '../battle-rank/define.js';
import '../cohost-seat/define.js';
import { defineElement } from '../define-element.js';
import { LiveCoreViewElement } from './live-core-view.js';

defineElement('live-core-view', LiveCoreViewElement);

declare global {
  interface HTMLElementTagNameMap {
    'live-core-view': LiveCoreViewElement;
  }
}
