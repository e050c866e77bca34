import type { TemplateResult } from 'lit';
import type { SeatInfo } from '../../core/index.js';
import { html } from '../html.js';
import { lock, plus } from '../icons.js';
import { text } from '../strings.js';

/** An empty seat, as a button. The page decides what a click on it does. */
export function renderEmptySeat({ index, isLocked }: SeatInfo, onClick: () => void): TemplateResult {
  const number = String(index + 1);
  return html`
    <div class="base" part="base">
      <button
        class="empty-seat"
        part="empty-seat"
        type="button"
        aria-label=${text(isLocked ? 'lockedSeat' : 'emptySeat', { number })}
        @click=${onClick}
      >
        <span class="empty-sign">${isLocked ? lock : plus}</span>
        <span class="empty-number" aria-hidden="true">${number}</span>
      </button>
    </div>
  `;
}
