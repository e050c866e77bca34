import { html, nothing, type TemplateResult } from 'lit';
import type { LiveSession } from 'live-battles/core';
import type { Toasts } from '../parts/toasts.js';

/** The button with which a viewer asks for a seat, withdraws, or leaves the seat. */
export function stageButton(session: LiveSession, toasts: Toasts): TemplateResult | typeof nothing {
  const { coGuestStore, coHostStore, user } = session;
  const isSeated = coGuestStore.connected.get().some(({ userId }) => userId === user.get()?.userId);
  if (isSeated) return renderButton('leave-stage', 'Leave stage', () => coGuestStore.disconnect());
  if (coGuestStore.application.get()) {
    return renderButton('cancel-stage', 'Withdraw', () => coGuestStore.cancelApplication());
  }
  // A stage with co-hosts has no room for guests.
  if (coHostStore.coHostStatus.get() === 'connected') return nothing;
  return renderButton('join-stage', 'Join on stage', () => coGuestStore.applyForSeat());

  function renderButton(testId: string, label: string, act: () => Promise<void>): TemplateResult {
    return html`<button data-testid=${testId} @click=${() => void toasts.attempt(act)}>${label}</button>`;
  }
}
