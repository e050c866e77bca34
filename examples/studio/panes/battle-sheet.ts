import { LitElement, css, html, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LiveSession } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import '../parts/pane-sheet.js';
import type { Toasts } from '../parts/toasts.js';

/** Seconds, and how to say them. */
const durations = [
  [30, '30 s'],
  [60, '1 min'],
  [180, '3 min'],
  [300, '5 min'],
] as const;

/** Challenges everybody in the link to a PK. */
@customElement('battle-sheet')
export class BattleSheet extends LitElement {
  static override styles: CSSResult[] = [
    base,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 8px;
        margin: 6px 0 16px;
        padding: 0;
        border: 0;
      }

      legend {
        margin-block-end: 8px;
        color: var(--ink-soft);
        font-size: 13px;
      }

      label {
        position: relative;
        cursor: pointer;
      }

      label span {
        display: grid;
        place-items: center;
        min-block-size: 44px;
        border-radius: 12px;
        background: var(--button);
        font-weight: 600;
      }

      input {
        position: absolute;
        opacity: 0;
      }

      input:checked + span {
        background: var(--strong);
        color: var(--on-strong);
      }

      input:focus-visible + span {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }

      button {
        inline-size: 100%;
        min-block-size: 48px;
      }
    `,
  ];

  @property({ attribute: false }) session!: LiveSession;
  @property({ attribute: false }) toasts!: Toasts;
  @state() private duration = 30;

  override render(): TemplateResult {
    return html`<pane-sheet heading="Start a PK">
      <fieldset>
        <legend>How long?</legend>
        ${durations.map(
          ([seconds, label]) =>
            html`<label
              ><input
                type="radio"
                name="duration"
                data-testid="duration-${seconds}"
                .checked=${seconds === this.duration}
                @change=${() => (this.duration = seconds)}
              /><span>${label}</span></label
            >`,
        )}
      </fieldset>
      <button class="battle" data-testid="start-pk" @click=${this.#challenge}>Challenge</button>
    </pane-sheet>`;
  }

  readonly #challenge = async (): Promise<void> => {
    const { battleStore, coHostStore, user } = this.session;
    const opponents = coHostStore.connected.get().filter(({ userId }) => userId !== user.get()?.userId);
    const userIdList = opponents.map(({ userId }) => userId);
    const isSent = await this.toasts.attempt(() =>
      battleStore.requestBattle({ userIdList, config: { duration: this.duration }, timeout: 30 }),
    );
    if (isSent) this.dispatchEvent(new CustomEvent('sheet-close', { bubbles: true, composed: true }));
  };
}
