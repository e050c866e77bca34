import { html, nothing, type TemplateResult } from 'lit';
import type { LiveSession } from '../../core/index.js';
import { broadcast, speaker } from '../icons.js';
import { text } from '../strings.js';
import type { LiveExit } from './live-exit.js';

const spinner = html`<span class="spinner" aria-hidden="true"></span>`;

/** What the stage shows about the connection or a missing live; nothing while the live is shown and connected. */
export function renderStatus(session: LiveSession | null, why: LiveExit['why']): TemplateResult | typeof nothing {
  const state = session?.connectionState.get();
  const isShown = Boolean(session?.liveListStore.currentLive.get());
  if (state === 'reconnecting' || (state === 'connecting' && isShown)) {
    return html`<div class="banner" part="banner">${spinner}${text(state)}</div>`;
  }
  if (state === 'connecting') return html`<div class="status" part="status">${spinner}${text('connecting')}</div>`;
  return isShown ? nothing : renderNoLive(why);
}

/** The button that starts the sound, for browsers that hold sound back until the user acts. */
export function renderSoundButton(onClick: () => void): TemplateResult {
  return html`
    <button class="sound" part="sound" type="button" @click=${onClick}>${speaker}${text('tapForSound')}</button>
  `;
}

function renderNoLive(why: LiveExit['why']): TemplateResult {
  return html`
    <slot name=${why ? 'ended' : 'idle'}>
      <div class="status" part="status"><span class="sign">${broadcast}</span>${text(why ?? 'idle')}</div>
    </slot>
  `;
}
