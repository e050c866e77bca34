import { LitElement, css, html, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { User } from 'live-battles/core';

/** A round portrait; initials where there is none. The text beside it says the name. */
@customElement('person-avatar')
export class PersonAvatar extends LitElement {
  static override styles: CSSResult = css`
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      inline-size: var(--size, 40px);
      block-size: var(--size, 40px);
      overflow: hidden;
      border-radius: 50%;
      background: var(--button);
      color: var(--ink);
      font-size: calc(var(--size, 40px) * 0.4);
      font-weight: 700;
      user-select: none;
    }

    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
  `;

  @property({ attribute: false }) user: User | null = null;
  @state() private isBroken = false;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('user')) this.isBroken = false;
  }

  override render(): TemplateResult {
    const { avatarUrl = '', userName = '' } = this.user ?? {};
    if (this.isBroken || !isPicture(avatarUrl)) return html`<span aria-hidden="true">${userName.slice(0, 1)}</span>`;
    return html`<img src=${avatarUrl} alt="" @error=${() => (this.isBroken = true)} />`;
  }
}

/** Whether a URL may be shown as a picture. It comes from another user. */
function isPicture(url: string): boolean {
  return /^(https?:|data:image\/)/i.test(url);
}
