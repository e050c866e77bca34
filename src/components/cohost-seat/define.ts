import { defineElement } from '../define-element.js';
import { CohostSeatElement } from './cohost-seat.js';

defineElement('cohost-seat', CohostSeatElement);

declare global {
  interface HTMLElementTagNameMap {
    'cohost-seat': CohostSeatElement;
  }
}
