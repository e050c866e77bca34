import { LitElement, css, html, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { WithSignals } from 'live-battles';
import type { BattleInfo, BattleUser, LiveSession } from 'live-battles/core';
import { effectGifts } from '../gift-rules/effect-gifts.js';
import { giftCatalog } from '../gift-rules/gift-catalog.js';
import { giftPoints } from '../gift-rules/gift-points.js';
import { base } from '../parts/base.styles.js';
import '../parts/person-avatar.js';
import type { Toasts } from '../parts/toasts.js';
import type { StudioWorld } from '../world/studio-world.js';

/** A row of gifts for each host of a running battle. */
@customElement('gift-tray')
export class GiftTray extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      p {
        margin: 0;
        color: var(--ink-soft);
        font-size: 13.5px;
        text-align: center;
      }

      .row {
        display: grid;
        grid-template-columns: 64px repeat(4, 1fr);
        align-items: center;
        gap: 6px;
        --size: 26px;
      }

      .to {
        grid-row: span 2;
        display: grid;
        justify-items: center;
        gap: 2px;
        min-inline-size: 0;
        font-size: 12px;
        font-weight: 600;
      }

      .to span {
        max-inline-size: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      button {
        position: relative;
        flex-direction: column;
        gap: 0;
        min-block-size: 54px;
        padding: 2px;
        border-radius: 14px;
        font-size: 11.5px;
        font-weight: 500;
        line-height: 1.15;
      }

      .effect {
        min-block-size: 34px;
      }

      .emoji {
        font-size: 21px;
        line-height: 1.2;
      }

      .flying {
        position: absolute;
        pointer-events: none;
      }
    `,
  ];

  @property({ attribute: false }) session!: LiveSession;
  @property({ attribute: false }) toasts!: Toasts;
  @property({ attribute: false }) world!: StudioWorld;

  override render(): TemplateResult {
    const battle = this.session.battleStore.currentBattleInfo.get();
    if (battle?.phase === 'countdown') return html`<p data-testid="no-gifts">Gifts open when the PK starts.</p>`;
    if (battle?.phase !== 'running') return html`<p data-testid="no-gifts">Gifts open with the next PK.</p>`;
    return html`${repeat(
      battle.users.filter(({ exited }) => !exited),
      ({ userId }) => userId,
      (host) => this.#renderRow(battle, host),
    )}`;
  }

  #renderRow(battle: BattleInfo, host: BattleUser): TemplateResult {
    return html`<div
      class="row"
      role="group"
      aria-label="Gifts for ${host.userName}"
      data-testid="gifts-${host.userId}"
    >
      <span class="to"><person-avatar .user=${host}></person-avatar><span>${host.userName}</span></span>
      ${giftCatalog.map(
        (gift) =>
          html`<button
            data-testid="gift-${gift.giftId}"
            aria-label="${gift.name} for ${host.userName}: costs ${gift.value}, counts ${giftPoints(gift)} points"
            @click=${(event: Event) => void this.#give(battle, host, gift, event.currentTarget as HTMLElement)}
          >
            <span class="emoji" aria-hidden="true">${gift.emoji}</span><span>+${giftPoints(gift)}</span>
          </button>`,
      )}
      ${effectGifts.map(
        (gift) =>
          html`<button
            class="effect"
            data-testid="gift-${gift.giftId}"
            title=${gift.does}
            aria-label="${gift.name} for ${host.userName}: costs ${gift.value}, ${gift.does}"
            @click=${(event: Event) => void this.#give(battle, host, gift, event.currentTarget as HTMLElement)}
          >
            <span class="emoji" aria-hidden="true">${gift.emoji}</span>
          </button>`,
      )}
    </div>`;
  }

  async #give(
    { battleId }: BattleInfo,
    { userId }: BattleUser,
    { giftId }: { giftId: string },
    button: HTMLElement,
  ): Promise<void> {
    // One id per click. A repeated request has the same id, so the gift counts once.
    const giver = this.session.user.get();
    if (!giver) return;
    const order = { battleId, userId, giftId, giver, clientRequestId: newRequestId() };
    if (await this.toasts.attempt(() => this.world.giveGift(order))) {
      fly(button);
    }
  }
}

/** A copy of the gift rises towards the stage. */
function fly(button: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const copy = button.querySelector('.emoji')?.cloneNode(true) as HTMLElement;
  copy.classList.add('flying');
  button.append(copy);
  const sway = Math.random() * 60 - 30;
  const flight = copy.animate([{ opacity: 1 }, { opacity: 0, scale: 2.2, translate: `${sway}px -220px` }], {
    duration: 1300,
    easing: 'ease-out',
  });
  flight.onfinish = () => copy.remove();
}

/** A random id. `crypto.randomUUID` is missing in pages loaded over plain HTTP. */
function newRequestId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
