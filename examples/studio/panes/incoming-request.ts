import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WithSignals } from 'live-battles';
import type { LiveSession, User } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import '../parts/person-avatar.js';
import { SecondHand, secondsUntil } from '../parts/second-hand.js';
import type { Toasts } from '../parts/toasts.js';

interface Question {
  testId: string;
  from: User;
  text: string;
  expiresAt: number;
  isBattle: boolean;
  accept: () => Promise<void>;
  decline: () => Promise<void>;
}

/**
 * Asks a host whether to co-host, to battle, or to have a guest. It takes no focus, so that a key pressed for something
 * else does not answer.
 */
@customElement('incoming-request')
export class IncomingRequest extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    css`
      dialog {
        position: static;
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 4px 12px;
        inline-size: auto;
        margin: 12px;
        padding: 16px;
        border: 0;
        border-radius: calc(var(--radius) - 4px);
        background: var(--panel);
        color: var(--ink);
        box-shadow: 0 16px 48px rgb(0 0 0 / 0.45);
        animation: pop 0.3s cubic-bezier(0.2, 1.3, 0.4, 1);
        --size: 48px;
      }

      p {
        margin: 0;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      b {
        display: block;
        font-size: 16px;
      }

      .left {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }

      .answers {
        grid-column: 1 / -1;
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 10px;
        margin-block-start: 12px;
      }

      @keyframes pop {
        from {
          opacity: 0;
          scale: 0.92;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: LiveSession;
  @property({ attribute: false }) toasts!: Toasts;
  @state() private isBusy = false;

  constructor() {
    super();
    new SecondHand(this);
  }

  override render(): TemplateResult {
    const question = this.#question();
    return html`<div aria-live="assertive">${question ? this.#renderQuestion(question) : nothing}</div>`;
  }

  #question(): Question | null {
    const { battleStore, coHostStore, coGuestStore } = this.session;
    const challenge = battleStore.receivedRequest.get();
    if (challenge) {
      const { battleId, inviter, config, expiresAt } = challenge;
      return {
        testId: 'battle-request',
        from: inviter,
        text: `challenges you to a PK of ${config.duration} seconds`,
        expiresAt,
        isBattle: true,
        accept: () => battleStore.acceptBattle({ battleId }),
        decline: () => battleStore.rejectBattle({ battleId }),
      };
    }
    const invitation = coHostStore.applicant.get();
    const [application] = coGuestStore.applicants.get();
    if (!invitation && application) {
      const { guest, expiresAt } = application;
      return {
        testId: 'guest-request',
        from: guest,
        text: 'would like to join you on stage',
        expiresAt,
        isBattle: false,
        accept: () => coGuestStore.acceptApplication({ userId: guest.userId }),
        decline: () => coGuestStore.rejectApplication({ userId: guest.userId }),
      };
    }
    if (!invitation) return null;
    const { inviter, battle, expiresAt } = invitation;
    return {
      testId: 'cohost-request',
      from: inviter,
      text: battle ? `invites you to a PK of ${battle.duration} seconds` : 'invites you to co-host',
      expiresAt,
      isBattle: battle !== null,
      accept: () => coHostStore.acceptHostConnection({ fromHostLiveId: inviter.liveId }),
      decline: () => coHostStore.rejectHostConnection({ fromHostLiveId: inviter.liveId }),
    };
  }

  #renderQuestion({ testId, from, text, expiresAt, isBattle, accept, decline }: Question): TemplateResult {
    const left = secondsUntil(expiresAt, this.session.clock.now());
    return html`<dialog open data-testid=${testId} aria-labelledby="question">
      <person-avatar .user=${from}></person-avatar>
      <p id="question"><b>${from.userName}</b> ${text}</p>
      <span class="left" aria-hidden="true">${left} s</span>
      <div class="answers">
        <button data-testid="decline" ?disabled=${this.isBusy} @click=${() => void this.#answer(decline)}>
          Decline
        </button>
        <button
          class=${isBattle ? 'battle' : 'strong'}
          data-testid="accept"
          ?disabled=${this.isBusy}
          @click=${() => void this.#answer(accept)}
        >
          Accept
        </button>
      </div>
    </dialog>`;
  }

  async #answer(answer: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    await this.toasts.attempt(answer);
    this.isBusy = false;
  }
}
