import { html, type TemplateResult } from 'lit';
import type { User } from 'live-battles/core';

/** Shown instead of the stage when the user has logged in in another tab or on another device. */
export function elsewhereNotice({ userName }: User, takeBack: () => void): TemplateResult {
  return html`<div class="notice">
    <p>${userName} is in another tab now, or on another device.</p>
    <button data-testid="take-back" @click=${takeBack}>Bring ${userName} back here</button>
  </div>`;
}
