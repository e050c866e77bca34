import { LitElement, css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { User } from 'live-battles/core';
import { base } from '../parts/base.styles.js';
import { openIcon } from '../parts/icons.js';
import '../parts/person-avatar.js';
import '../parts/toast-list.js';
import type { Toasts } from '../parts/toasts.js';

/**
 * One user's pane: name and portrait, a stage of 9:16, and a dock with controls below it.
 *
 * @slot - The stage
 * @slot sheet - A sheet over the lower part of the stage
 * @slot action - At the end of the header
 * @slot dock - Controls
 */
@customElement('pane-frame')
export class PaneFrame extends LitElement {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        --header: 40px;
        --dock: 124px;
        --gap: 10px;
        --around: calc(var(--header) + var(--dock) + 2 * var(--gap));
        display: grid;
        place-content: start center;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        container-type: size;
      }

      /* As large as the room allows; the stage is always 9:16, and header and dock are as wide as it is. */
      article {
        display: grid;
        grid-template: var(--header) auto var(--dock) / minmax(0, 1fr);
        gap: var(--gap);
        inline-size: min(100cqi, max((100cqb - var(--around)) * 9 / 16, 240px));
      }

      article:focus {
        outline: none;
      }

      header {
        display: flex;
        align-items: center;
        gap: 8px;
        --size: 34px;
      }

      h2 {
        margin: 0;
        min-inline-size: 0;
        font-size: 15px;
        line-height: 1.2;
      }

      .name,
      .occupation {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .occupation {
        color: var(--ink-soft);
        font-size: 12.5px;
        font-weight: 400;
      }

      .occupation.live::before {
        content: '';
        display: inline-block;
        inline-size: 7px;
        block-size: 7px;
        margin-inline-end: 5px;
        border-radius: 50%;
        background: #f0203c;
      }

      .actions {
        display: flex;
        flex: none;
        gap: 6px;
        margin-inline-start: auto;
      }

      .actions ::slotted(button),
      .alone {
        min-block-size: 34px !important;
        padding: 0 0.85em !important;
        font-size: 13px !important;
      }

      @container (max-height: 700px) or (max-width: 300px) {
        .wide {
          display: none;
        }
      }

      .stage {
        position: relative;
        isolation: isolate;
        aspect-ratio: 9 / 16;
        overflow: hidden;
        border-radius: var(--radius);
        background: #0d0e14;
        box-shadow: var(--shadow);
      }

      .stage > slot::slotted(*) {
        inline-size: 100%;
        block-size: 100%;
      }

      .toasts,
      .sheet {
        position: absolute;
        z-index: 2;
        inset-inline: 0;
      }

      .toasts {
        inset-block-start: 14px;
        padding-inline: 12px;
      }

      .sheet {
        inset-block-end: 0;
        max-block-size: 88%;
        display: grid;
        z-index: 1;
      }
    `,
  ];

  @property({ attribute: false }) user: User | null = null;
  /** What the user is doing, in a few words. */
  @property() occupation = '';
  @property({ type: Boolean }) isLive = false;
  @property({ attribute: false }) toasts: Toasts | null = null;
  /** The URL of this pane alone; empty when it is alone already. */
  @property() aloneUrl = '';

  override render(): TemplateResult {
    return html`<article tabindex="-1">
      <header>
        <person-avatar .user=${this.user}></person-avatar>
        <h2>
          <span class="name">${this.user?.userName}</span>
          <span class="occupation ${this.isLive ? 'live' : ''}" data-testid="occupation">${this.occupation}</span>
        </h2>
        <div class="actions">
          <slot name="action"></slot>
          ${this.aloneUrl ? this.#renderAloneLink() : nothing}
        </div>
      </header>
      <div class="stage">
        <slot></slot>
        <div class="sheet"><slot name="sheet"></slot></div>
        <toast-list class="toasts" .toasts=${this.toasts}></toast-list>
      </div>
      <div><slot name="dock"></slot></div>
    </article>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('article')?.focus();
  }

  #renderAloneLink(): TemplateResult {
    return html`<a
      class="button alone"
      href=${this.aloneUrl}
      target="_blank"
      data-testid="open-alone"
      aria-label="Open ${this.user?.userName ?? ''} alone, in a new tab"
      title="Open alone, in a new tab"
      @click=${() => this.dispatchEvent(new CustomEvent('open-alone'))}
      ><span class="wide">Alone</span> ${openIcon}</a
    >`;
  }
}
