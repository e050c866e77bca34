import { css, type CSSResult } from 'lit';

/** The look that all elements share. A page may set each `--live-…` property on any element around them. */
export const tokens: CSSResult = css`
  :host {
    --_left: var(--live-left-color, #ff2e74);
    --_left-light: var(--live-left-color-light, #ff8a5c);
    --_right: var(--live-right-color, #2f6bff);
    --_right-light: var(--live-right-color-light, #3fd0ff);
    --_gold: var(--live-gold-color, #ffc94d);
    --_alert: var(--live-alert-color, #ff3b4e);
    --_surface: var(--live-surface, #0d0e14);
    --_text: var(--live-text-color, #fff);
    --_scrim: var(--live-scrim, rgb(8 9 16 / 0.56));
    --_radius: var(--live-radius, 12px);
    --_font: var(--live-font, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_shadow: var(--live-shadow, 0 2px 10px rgb(0 0 0 / 0.35));
    --_text-shadow: 0 1px 2px rgb(0 0 0 / 0.55);
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--_font);
    /* Inherited text styles of the page would change the layout. */
    font-style: normal;
    font-weight: 400;
    line-height: 1.25;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    -webkit-font-smoothing: antialiased;
    text-size-adjust: none;
  }

  :host([hidden]) {
    display: none;
  }

  /* Not for pseudo-elements: each element of each seat would be styled three times. */
  * {
    box-sizing: border-box;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0s !important;
    }
  }
`;
