import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { User } from '../../core/index.js';
import { safePictureUrl } from '../cohost-seat/avatar-url.js';
import { hueOf, initialsOf } from '../cohost-seat/placeholder.js';

/**
 * A user's avatar as a small round picture, with initials until it has loaded. Screen readers skip it: the element must
 * say the name in another way.
 */
export function renderFace({ userId, userName, avatarUrl }: User): TemplateResult {
  const url = safePictureUrl(avatarUrl);
  const picture = html`<img alt="" referrerpolicy="no-referrer" src=${url} @error=${hide} />`;
  const tint = (face?: Element): void => {
    (face as HTMLElement | undefined)?.style.setProperty('--_hue', String(hueOf(userId)));
  };
  return html`
    <span class="face" aria-hidden="true" ${ref(tint)}
      >${initialsOf(userName || userId)}${url ? keyed(url, picture) : nothing}</span
    >
  `;
}

function hide({ target }: Event): void {
  (target as HTMLElement).hidden = true;
}
