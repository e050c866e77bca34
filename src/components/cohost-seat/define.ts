import { defineElement } from '../define-element.js';
import { CohostSeatElement, type EmptySeatClick } from './cohost-seat.js';

defineElement('cohost-seat', CohostSeatElement);

declare global {
  interface HTMLElementEventMap {
    'empty-seat-click': CustomEvent<EmptySeatClick>;
  }
  interface HTMLElementTagNameMap {
    'cohost-seat': CohostSeatElement;
  }
}
