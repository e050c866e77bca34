import { LitElement, css, html, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { battleEffectTypes, type LiveSession } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import '../parts/pane-sheet.js';
import type { Toasts } from '../parts/toasts.js';

/** Seconds, each with its label. */
const durations = [
  [30, '30 s'],
  [60, '1 min'],
  [180, '3 min'],
  [300, '5 min'],
] as const;

/** Seconds of countdown before the PK and, below, of penalty after it, each with its label; 0: none. */
const countdowns = [
  [0, 'None'],
  [3, '3 s'],
  [5, '5 s'],
  [10, '10 s'],
] as const;
const penalties = [
  [0, 'None'],
  [15, '15 s'],
  [30, '30 s'],
  [60, '1 min'],
] as const;

type Choice = 'duration' | 'countdown' | 'penalty';

/** Challenges all hosts of the link to a PK. */
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
  @state() private config: Record<Choice, number> = { duration: 30, countdown: 0, penalty: 0 };

  override render(): TemplateResult {
    return html`<pane-sheet heading="Start a PK">
      ${this.#renderChoice('duration', 'How long?', durations)}
      ${this.#renderChoice('countdown', 'Countdown before it', countdowns)}
      ${this.#renderChoice('penalty', 'Penalty for who loses', penalties)}
      <button class="battle" data-testid="start-pk" @click=${this.#challenge}>Challenge</button>
    </pane-sheet>`;
  }

  #renderChoice(name: Choice, legend: string, options: readonly (readonly [number, string])[]): TemplateResult {
    return html`<fieldset>
      <legend>${legend}</legend>
      ${options.map(
        ([seconds, label]) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              data-testid="${name}-${seconds}"
              .checked=${seconds === this.config[name]}
              @change=${() => (this.config = { ...this.config, [name]: seconds })}
            /><span>${label}</span></label
          >`,
      )}
    </fieldset>`;
  }

  readonly #challenge = async (): Promise<void> => {
    const { battleStore, coHostStore, user } = this.session;
    const opponents = coHostStore.connected.get().filter(({ userId }) => userId !== user.get()?.userId);
    const userIdList = opponents.map(({ userId }) => userId);
    const config = { ...this.config, effects: battleEffectTypes };
    const isSent = await this.toasts.attempt(() => battleStore.requestBattle({ userIdList, config, timeout: 30 }));
    if (isSent) this.dispatchEvent(new CustomEvent('sheet-close', { bubbles: true, composed: true }));
  };
}
