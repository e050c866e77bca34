import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ExtendEffect } from '../../core/index.js';
import { text } from '../strings.js';
import { secondsOf } from './announcement.js';

export function renderCountdown(): TemplateResult {
  return html`
    <div class="countdown" part="countdown" role="timer" aria-label=${text('startsIn')}><span class="time"></span></div>
  `;
}

export function renderFlash(): TemplateResult {
  return html`
    <div class="flash" part="flash" aria-hidden="true">
      <span class="flash-text">${text('versus')}</span>
    </div>
  `;
}

export function renderExtraTime(): TemplateResult {
  return html`<div class="banner" part="extra-time" aria-hidden="true">${text('extraTime')}</div>`;
}

/** Each extension is a new node, so that the animation starts again. */
export function renderExtension(extension: ExtendEffect): unknown {
  const more = text('extension', { seconds: secondsOf(extension) });
  const banner = html`<div class="banner extension" part="extension" aria-hidden="true"><bdi>${more}</bdi></div>`;
  return keyed(extension.effectId, banner);
}
