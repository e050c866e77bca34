import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WithSignals } from 'live-battles';
import type { LiveSession } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import {
  cameraIcon,
  cameraOffIcon,
  closeIcon,
  inviteIcon,
  leaveIcon,
  microphoneIcon,
  microphoneOffIcon,
} from '../parts/icons.js';
import type { Toasts } from '../parts/toasts.js';
import { hostHint } from './host-hint.js';

interface Control {
  testId: string;
  label: string;
  face: TemplateResult | string;
  /** For what is on or off. */
  pressed?: boolean;
  disabled?: boolean;
  look?: 'battle' | 'danger';
  act: (button: HTMLElement) => unknown;
}

/** What a host wants to see, and the button to come back to afterwards. */
export interface SheetRequest {
  sheet: 'invite' | 'battle';
  opener: HTMLElement;
}

/** What a live host can do. Fires `open-sheet` with a `SheetRequest`. */
@customElement('host-dock')
export class HostDock extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        display: grid;
        gap: 10px;
        justify-items: center;
      }

      p {
        margin: 0;
        color: var(--ink-soft);
        font-size: 13.5px;
        text-align: center;
      }

      .controls {
        display: flex;
        justify-content: center;
        inline-size: 100%;
      }

      button {
        display: grid;
        gap: 4px;
        justify-items: center;
        align-content: start;
        flex: 0 1 72px;
        min-inline-size: 0;
        padding: 0;
        border-radius: 14px;
        background: none;
        font-size: 11.5px;
        font-weight: 500;
      }

      button:hover:not(:disabled) {
        background: none;
      }

      .face {
        display: grid;
        place-items: center;
        inline-size: 48px;
        block-size: 48px;
        border-radius: 50%;
        background: var(--button);
        font-size: 16px;
        transition: background 0.15s;
      }

      button:hover:not(:disabled) .face {
        background: var(--button-hover);
      }

      button[aria-pressed='false'] .face {
        background: var(--strong);
        color: var(--on-strong);
      }

      button.battle,
      button.battle:hover:not(:disabled) {
        background: none;
        color: inherit;
      }

      button.battle .face,
      button.battle:hover:not(:disabled) .face {
        background: var(--battle);
        color: #fff;
        font-size: 17px;
        font-style: italic;
        font-weight: 800;
        letter-spacing: -0.02em;
      }
    `,
  ];

  @property({ attribute: false }) session!: LiveSession;
  @property({ attribute: false }) toasts!: Toasts;

  override render(): TemplateResult {
    return html`
      <p data-testid="hint">${hostHint(this.session)}</p>
      <div class="controls" role="group" aria-label="Host controls">
        ${this.#microphone()} ${this.#camera()} ${this.#coHost()} ${this.#battle()} ${this.#leave()}
      </div>
    `;
  }

  #microphone(): TemplateResult {
    const { deviceStore } = this.session;
    const isOn = deviceStore.microphoneStatus.get() === 'on';
    return this.#control({
      testId: 'toggle-microphone',
      label: 'Mic',
      face: isOn ? microphoneIcon : microphoneOffIcon,
      pressed: isOn,
      act: () => (isOn ? deviceStore.closeLocalMicrophone() : deviceStore.openLocalMicrophone()),
    });
  }

  #camera(): TemplateResult {
    const { deviceStore } = this.session;
    const isOn = deviceStore.cameraStatus.get() === 'on';
    return this.#control({
      testId: 'toggle-camera',
      label: 'Camera',
      face: isOn ? cameraIcon : cameraOffIcon,
      pressed: isOn,
      act: () => (isOn ? deviceStore.closeLocalCamera() : deviceStore.openLocalCamera()),
    });
  }

  #coHost(): TemplateResult {
    return this.#control({
      testId: 'open-invite',
      label: 'Co-host',
      face: inviteIcon,
      act: (opener) => this.#openSheet({ sheet: 'invite', opener }),
    });
  }

  #battle(): TemplateResult {
    const { battleStore, coHostStore } = this.session;
    const battle = battleStore.currentBattleInfo.get();
    const [challenge] = battleStore.sentRequests.get();
    if (battle) {
      return this.#control({
        testId: 'exit-pk',
        label: 'Exit PK',
        face: closeIcon,
        look: 'danger',
        act: () => battleStore.exitBattle({ battleId: battle.battleId }),
      });
    }
    if (challenge) {
      return this.#control({
        testId: 'cancel-pk',
        label: 'Withdraw',
        face: closeIcon,
        act: () => battleStore.cancelBattleRequest({ battleId: challenge.battleId }),
      });
    }
    return this.#control({
      testId: 'open-pk',
      label: 'Battle',
      face: 'PK',
      look: 'battle',
      disabled: coHostStore.coHostStatus.get() === 'disconnected',
      act: (opener) => this.#openSheet({ sheet: 'battle', opener }),
    });
  }

  #leave(): TemplateResult {
    const { coHostStore } = this.session;
    return this.#control({
      testId: 'exit-cohost',
      label: 'Leave',
      face: leaveIcon,
      look: 'danger',
      disabled: coHostStore.coHostStatus.get() === 'disconnected',
      act: () => coHostStore.exitHostConnection(),
    });
  }

  #control({ testId, label, face, pressed, disabled = false, look, act }: Control): TemplateResult {
    return html`<button
      class=${look ?? nothing}
      data-testid=${testId}
      aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
      ?disabled=${disabled}
      @click=${({ currentTarget }: Event) => void this.toasts.attempt(async () => act(currentTarget as HTMLElement))}
    >
      <span class="face">${face}</span>${label}
    </button>`;
  }

  #openSheet(detail: SheetRequest): void {
    this.dispatchEvent(new CustomEvent('open-sheet', { detail }));
  }
}
