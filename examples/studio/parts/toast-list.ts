import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { WithSignals } from 'live-battles';
import { base } from './base.styles.js';
import type { Toasts } from './toasts.js';

/** Shows a pane's toasts, and announces them to screen readers. */
@customElement('toast-list')
export class ToastList extends WithSignals(LitElement) {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 6px;
        pointer-events: none;
      }

      p {
        max-inline-size: 100%;
        margin: 0;
        padding: 7px 14px;
        border-radius: 18px;
        background: rgb(12 12 20 / 0.82);
        color: #fff;
        font-size: 13.5px;
        font-weight: 500;
        text-align: center;
        overflow-wrap: anywhere;
        animation: rise 0.25s ease-out;
      }

      .error {
        background: #b0122e;
      }

      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) toasts: Toasts | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'status';
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.toasts) return nothing;
    return html`${repeat(
      this.toasts.list.get(),
      ({ id }) => id,
      ({ text, tone }) => html`<p class=${tone} data-testid="toast">${text}</p>`,
    )}`;
  }
}
