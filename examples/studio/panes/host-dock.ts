import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { WithSignals } from 'live-battles';
import type { LiveSession } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import type { Toasts } from '../parts/toasts.js';
import { dockControls, type Control, type SheetRequest } from './dock-controls.js';
import { hostHint } from './host-hint.js';

/** The controls of a live host. Fires `open-sheet` with a `SheetRequest`. */
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

      .label {
        max-inline-size: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
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
        ${repeat(
          dockControls(this.session, (detail) => this.#openSheet(detail)),
          ({ key }) => key,
          (control) => this.#renderControl(control),
        )}
      </div>
    `;
  }

  #renderControl({ testId, label, name, face, pressed, disabled = false, look, act }: Control): TemplateResult {
    return html`<button
      class=${look ?? nothing}
      data-testid=${testId}
      aria-label=${name ?? nothing}
      aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
      ?disabled=${disabled}
      @click=${({ currentTarget }: Event) => void this.toasts.attempt(async () => act(currentTarget as HTMLElement))}
    >
      <span class="face">${face}</span><span class="label">${label}</span>
    </button>`;
  }

  #openSheet(detail: SheetRequest): void {
    this.dispatchEvent(new CustomEvent('open-sheet', { detail }));
  }
}
