import { html, nothing, type TemplateResult } from 'lit';
import type { LiveSession } from 'live-battles/core';
import type { Toasts } from '../parts/toasts.js';

/** A viewer's way to a seat of the live they watch, and back. */
export function stageButton(session: LiveSession, toasts: Toasts): TemplateResult | typeof nothing {
  const { coGuestStore, coHostStore, user } = session;
  const isSeated = coGuestStore.connected.get().some(({ userId }) => userId === user.get()?.userId);
  if (isSeated) return renderButton('leave-stage', 'Leave stage', () => coGuestStore.disconnect());
  if (coGuestStore.application.get()) {
    return renderButton('cancel-stage', 'Withdraw', () => coGuestStore.cancelApplication());
  }
  // Co-hosts and guests do not fit on one stage.
  if (coHostStore.coHostStatus.get() === 'connected') return nothing;
  return renderButton('join-stage', 'Join on stage', () => coGuestStore.applyForSeat());

  function renderButton(testId: string, label: string, act: () => Promise<void>): TemplateResult {
    return html`<button data-testid=${testId} @click=${() => void toasts.attempt(act)}>${label}</button>`;
  }
}
