import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BattleEvents, LiveSession } from '../../core/index.js';
import { SessionListener } from '../session-context/session-listener.js';
import { effectNewsOf } from './announcement.js';

/** Announces to screen readers which effect was just applied. */
export class EffectNews {
  #latest: BattleEvents['effect-applied'] | null = null;

  constructor(host: ReactiveElement, session: () => LiveSession | null) {
    const note = (latest: BattleEvents['effect-applied'] | null): void => {
      this.#latest = latest;
      host.requestUpdate();
    };
    new SessionListener(host, session, ({ battleStore: { events } }) => [
      events.on('effect-applied', note),
      events.on('battle-ended', () => note(null)),
    ]);
  }

  render(): TemplateResult {
    return html`<div class="effect-news visually-hidden" aria-live="polite">${this.#renderLatest()}</div>`;
  }

  /** A new node per effect, so that the same text is announced again. */
  #renderLatest(): unknown {
    if (!this.#latest) return nothing;
    const { effect, battleInfo } = this.#latest;
    return keyed(effect.effectId, html`<span>${effectNewsOf(effect, battleInfo)}</span>`);
  }
}
