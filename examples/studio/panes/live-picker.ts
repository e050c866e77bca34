import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { WithSignals } from 'live-battles';
import type { LiveInfo, LiveSession } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import { LiveListPoll } from '../parts/live-list-poll.js';
import '../parts/person-avatar.js';
import type { Toasts } from '../parts/toasts.js';
import { liveRow } from './live-row.styles.js';

/** The list of lives for a viewer. Fires `pick-live` with a live id. */
@customElement('live-picker')
export class LivePicker extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    liveRow,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        padding: 22px 18px;
        overflow: auto;
        background: radial-gradient(120% 70% at 50% 20%, #2b2b3d, #0d0e14 70%);
        color: #fff;
        --ink-soft: #b4b4c6;
      }

      h3 {
        margin: 0;
        font-size: 19px;
      }

      li {
        padding: 8px 10px;
        border-radius: 16px;
        background: rgb(255 255 255 / 0.08);
        --size: 44px;
      }

      .empty {
        flex: 1;
        display: grid;
        place-content: center;
        margin: 0;
        color: var(--ink-soft);
        text-align: center;
      }

      button {
        background: #fff;
        color: #15151d;
      }

      button:hover:not(:disabled) {
        background: #e6e6ee;
      }
    `,
  ];

  @property({ attribute: false }) session!: LiveSession;
  @property({ attribute: false }) toasts!: Toasts;
  @state() private picked: string | null = null;

  constructor() {
    super();
    new LiveListPoll(this, () => ({ store: this.session.liveListStore, toasts: this.toasts }));
  }

  override render(): TemplateResult {
    const lives = this.session.liveListStore.liveList.get();
    return html`
      <h3>Live now</h3>
      ${lives.length === 0 ? html`<p class="empty">Nobody is live yet.<br />Let a host go live.</p>` : nothing}
      <ul>
        ${repeat(
          lives,
          ({ liveId }) => liveId,
          (live) => this.#renderLive(live),
        )}
      </ul>
    `;
  }

  #renderLive({ liveId, liveName, liveOwner }: LiveInfo): TemplateResult {
    return html`<li data-testid="live" data-live-id=${liveId}>
      <person-avatar .user=${liveOwner}></person-avatar>
      <span class="who"><b>${liveOwner.userName}</b> <small>${liveName}</small></span>
      <button
        data-testid="watch"
        aria-label="Watch ${liveOwner.userName}"
        ?disabled=${this.picked === liveId}
        @click=${() => this.#pick(liveId)}
      >
        Watch
      </button>
    </li>`;
  }

  #pick(liveId: string): void {
    this.picked = liveId;
    this.dispatchEvent(new CustomEvent('pick-live', { detail: liveId }));
    // Enable the buttons again after two seconds, in case the live could not be entered.
    setTimeout(() => (this.picked = null), 2000);
  }
}
