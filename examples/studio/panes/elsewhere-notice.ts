import { html, type TemplateResult } from 'lit';
import type { User } from 'live-battles/core';

/** Instead of a stage, when its user went on in another tab or on another device. */
export function elsewhereNotice({ userName }: User, takeBack: () => void): TemplateResult {
  return html`<div class="notice">
    <p>${userName} is in another tab now, or on another device.</p>
    <button data-testid="take-back" @click=${takeBack}>Bring ${userName} back here</button>
  </div>`;
}
