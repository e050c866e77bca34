import { LitElement, css, html, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './base.styles.js';
import { closeIcon } from './icons.js';

/**
 * A panel over the lower part of a stage. It is not modal, because the other panes go on. Fires `sheet-close` when the
 * user closes it.
 */
@customElement('pane-sheet')
export class PaneSheet extends LitElement {
  static override styles: CSSResult[] = [
    base,
    css`
      section {
        display: flex;
        flex-direction: column;
        max-block-size: 100%;
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--panel);
        color: var(--ink);
        box-shadow: 0 -12px 40px rgb(0 0 0 / 0.35);
        animation: rise 0.22s cubic-bezier(0.2, 0.8, 0.3, 1);
      }

      section:focus {
        outline: none;
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 10px 10px 4px 18px;
      }

      h3 {
        margin: 0;
        font-size: 16px;
      }

      header button {
        padding: 0;
        inline-size: 40px;
        background: none;
      }

      .body {
        overflow: auto;
        padding: 4px 18px 18px;
      }

      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 24px;
        }
      }
    `,
  ];

  @property() heading = '';

  override render(): TemplateResult {
    return html`<section role="dialog" aria-label=${this.heading} tabindex="-1" @keydown=${this.#onKey}>
      <header>
        <h3>${this.heading}</h3>
        <button aria-label="Close" data-testid="sheet-close" @click=${this.#close}>${closeIcon}</button>
      </header>
      <div class="body"><slot></slot></div>
    </section>`;
  }

  override firstUpdated(): void {
    // The focus moves into the sheet.
    this.focus();
  }

  override focus(): void {
    this.renderRoot.querySelector('section')?.focus();
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('sheet-close', { bubbles: true, composed: true }));
  };

  readonly #onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') this.#close();
  };
}
