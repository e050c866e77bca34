import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { WithSignals } from 'live-battles';
import type { CoHostRequest, LiveInfo, LiveSession } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import { LiveListPoll } from '../parts/live-list-poll.js';
import '../parts/pane-sheet.js';
import '../parts/person-avatar.js';
import { SecondHand, secondsUntil } from '../parts/second-hand.js';
import type { Toasts } from '../parts/toasts.js';
import { liveRow } from './live-row.styles.js';

/**
 * The battle of an invitation to a PK. A host who accepts is linked, and the battle begins at once. Duration in
 * seconds.
 */
const pk = { duration: 30 };

/** The list of lives, each with what its host can be asked. */
@customElement('invite-sheet')
export class InviteSheet extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    liveRow,
    css`
      button {
        min-block-size: 36px;
        font-size: 13.5px;
      }
    `,
  ];

  @property({ attribute: false }) session!: LiveSession;
  @property({ attribute: false }) toasts!: Toasts;

  constructor() {
    super();
    new SecondHand(this);
    new LiveListPoll(this, () => ({ store: this.session.liveListStore, toasts: this.toasts }));
  }

  override render(): TemplateResult {
    const { liveList, currentLive } = this.session.liveListStore;
    const others = liveList.get().filter(({ liveId }) => liveId !== currentLive.get()?.liveId);
    return html`<pane-sheet heading="Live now">
      ${others.length === 0 ? html`<p class="none">Nobody else is live yet.</p>` : nothing}
      <ul>
        ${repeat(
          others,
          ({ liveId }) => liveId,
          (live) => this.#renderLive(live),
        )}
      </ul>
    </pane-sheet>`;
  }

  #renderLive(live: LiveInfo): TemplateResult {
    return html`<li data-testid="live" data-live-id=${live.liveId}>
      <person-avatar .user=${live.liveOwner}></person-avatar>
      <span class="who"><b>${live.liveOwner.userName}</b> <small>${live.liveName}</small></span>
      ${this.#renderActions(live)}
    </li>`;
  }

  #renderActions({ liveId, liveOwner }: LiveInfo): TemplateResult {
    const { coHostStore } = this.session;
    if (coHostStore.connected.get().some((member) => member.liveId === liveId)) {
      return html`<span class="state" data-testid="connected">Connected</span>`;
    }
    const pending = coHostStore.invitees.get().find(({ invitee }) => invitee.liveId === liveId);
    if (pending) return this.#renderPending(pending);
    return html`
      <button
        class="strong"
        data-testid="invite"
        aria-label="Invite ${liveOwner.userName} to co-host"
        @click=${() => void this.#do(() => coHostStore.requestHostConnection({ targetHostLiveIds: liveId }))}
      >
        Invite
      </button>
      <button
        class="battle"
        data-testid="invite-pk"
        aria-label="Invite ${liveOwner.userName} to a PK"
        @click=${() =>
          void this.#do(() => coHostStore.requestHostConnection({ targetHostLiveIds: liveId, battle: pk }))}
      >
        PK
      </button>
    `;
  }

  #renderPending({ invitee, expiresAt }: CoHostRequest): TemplateResult {
    const left = secondsUntil(expiresAt, this.session.clock.now());
    return html`<span class="state" data-testid="inviting">Inviting… <span aria-hidden="true">${left} s</span></span>
      <button
        data-testid="cancel-invite"
        aria-label="Cancel the invitation to ${invitee.userName}"
        @click=${() =>
          void this.#do(() => this.session.coHostStore.cancelHostConnection({ toHostLiveId: invitee.liveId }))}
      >
        Cancel
      </button>`;
  }

  async #do(action: () => Promise<unknown>): Promise<void> {
    await this.toasts.attempt(action);
    // The pressed button is gone. Focus the sheet, so that the next key press has a target.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('pane-sheet')?.focus();
  }
}
