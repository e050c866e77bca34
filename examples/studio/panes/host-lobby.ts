import { LitElement, css, html, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WithSignals } from 'live-battles';
import type { LiveSession, User } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import { liveIcon } from '../parts/icons.js';
import { LiveListPoll } from '../parts/live-list-poll.js';
import '../parts/person-avatar.js';
import type { Toasts } from '../parts/toasts.js';
import type { CameraSource } from '../world/studio-world.js';

/** Shown before a host is live. Fires `camera-source` when the host chooses another picture. */
@customElement('host-lobby')
export class HostLobby extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: 18px;
        padding: 24px;
        background: radial-gradient(120% 70% at 50% 20%, #2b2b3d, #0d0e14 70%);
        color: #fff;
        text-align: center;
        --size: 104px;
      }

      p {
        margin: 0;
        font-size: 20px;
        font-weight: 700;
      }

      button.go {
        min-block-size: 52px;
        padding-inline: 1.8em;
        background: #fff;
        color: #15151d;
        font-size: 17px;
      }

      fieldset {
        display: flex;
        margin: 0;
        padding: 3px;
        border: 0;
        border-radius: 999px;
        background: rgb(255 255 255 / 0.12);
        font-size: 13px;
      }

      label {
        cursor: pointer;
      }

      label span {
        display: block;
        padding: 7px 14px;
        border-radius: 999px;
      }

      input {
        position: absolute;
        opacity: 0;
      }

      input:checked + span {
        background: rgb(255 255 255 / 0.9);
        color: #15151d;
        font-weight: 600;
      }

      input:focus-visible + span {
        outline: 2px solid #fff;
        outline-offset: 2px;
      }
    `,
  ];

  @property({ attribute: false }) session!: LiveSession;
  @property({ attribute: false }) toasts!: Toasts;
  @property({ attribute: false }) user!: User;
  /** Whether this is the only pane on the page. Beside other panes, the microphone would pick up their sound. */
  @property({ type: Boolean }) alone = false;
  @property() cameraSource: CameraSource = 'portrait';
  @state() private isBusy = false;

  constructor() {
    super();
    // Finds out whether a live of this host still runs, from before a reload or in another tab.
    new LiveListPoll(this, () => ({ store: this.session.liveListStore, toasts: this.toasts }));
  }

  override render(): TemplateResult {
    const isStillOn = this.session.liveListStore.liveList.get().some(({ liveId }) => liveId === this.#liveId);
    return html`
      <person-avatar .user=${this.user}></person-avatar>
      <p>${this.user.userName}’s live</p>
      <button class="go" data-testid="go-live" ?disabled=${this.isBusy} @click=${this.#goLive}>
        ${liveIcon} ${isStillOn ? 'Back to your live' : 'Go live'}
      </button>
      <fieldset>
        <legend class="visually-hidden">Picture</legend>
        ${this.#renderSource('device', 'Camera')} ${this.#renderSource('portrait', 'Test picture')}
      </fieldset>
    `;
  }

  #renderSource(source: CameraSource, label: string): TemplateResult {
    return html`<label
      ><input
        type="radio"
        name="source"
        data-testid="camera-source-${source}"
        .checked=${this.cameraSource === source}
        @change=${() => this.dispatchEvent(new CustomEvent('camera-source', { detail: source }))}
      /><span>${label}</span></label
    >`;
  }

  get #liveId(): string {
    return `${this.user.userId.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 43)}_live`;
  }

  readonly #goLive = async (): Promise<void> => {
    const { deviceStore, liveListStore } = this.session;
    this.isBusy = true;
    await this.toasts.attempt(async () => {
      await deviceStore.openLocalCamera();
      if (this.alone) await deviceStore.openLocalMicrophone();
      await liveListStore.createLive({ liveId: this.#liveId, liveName: `${this.user.userName}’s live` });
    });
    this.isBusy = false;
  };
}
