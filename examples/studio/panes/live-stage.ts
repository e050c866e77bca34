import { css, html, type CSSResult, type TemplateResult } from 'lit';
import type { LiveSession } from 'live-battles/core';

/** All that a page needs to show a live. The backdrop is visible where no seat covers it. */
export function liveStage(session: LiveSession): TemplateResult {
  return html`<live-session .session=${session}>
    <live-core-view data-testid="stage"><div slot="background" class="backdrop"></div></live-core-view>
  </live-session>`;
}

export const backdrop: CSSResult = css`
  live-core-view {
    inline-size: 100%;
    block-size: 100%;
  }

  .backdrop {
    block-size: 100%;
    background:
      radial-gradient(90% 45% at 0 78%, rgb(240 23 95 / 0.34), transparent),
      radial-gradient(90% 45% at 100% 78%, rgb(47 107 255 / 0.36), transparent), linear-gradient(#1b1426, #0d0e18);
  }
`;
