import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    --_height: var(--live-score-bar-height, var(--_default-height, 22px));
    --_sign: 1;
    --_start: left;
    --_end: right;
    display: block;
  }

  :host(:dir(rtl)) {
    --_sign: -1;
    --_start: right;
    --_end: left;
  }

  .bar {
    --_share: 0.5;
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    block-size: var(--_height);
    padding-inline: calc(var(--_height) * 0.5);
    isolation: isolate;
  }

  .track,
  .divider-rail {
    position: absolute;
    inset: 0;
    z-index: -1;
  }

  .track {
    overflow: hidden;
    border-radius: var(--live-score-bar-radius, 999px);
    box-shadow:
      0 0 18px -4px var(--_left),
      0 0 18px -4px var(--_right),
      var(--_shadow);
    contain: layout paint;
  }

  /* A gloss over both sides. */
  .track::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    background: linear-gradient(rgb(255 255 255 / 0.34), rgb(255 255 255 / 0.04) 45%, rgb(0 0 0 / 0.14));
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.14);
  }

  /* Both sides are as wide as the bar and scaled, the divider slides: none of it costs a layout. */
  .side,
  .divider-rail {
    transition: transform 500ms cubic-bezier(0.22, 1, 0.36, 1);
    will-change: transform;
  }

  .side {
    position: absolute;
    inset: 0;
  }

  .left {
    background: linear-gradient(to var(--_end), var(--_left) 35%, var(--_left-light));
    transform: scaleX(var(--_share));
    transform-origin: var(--_start);
  }

  .right {
    background: linear-gradient(to var(--_end), var(--_right-light), var(--_right) 65%);
    transform: scaleX(calc(1 - var(--_share)));
    transform-origin: var(--_end);
  }

  /* Stripes, where the share says nothing. */
  .side.unknown::after {
    content: '';
    position: absolute;
    inset: 0;
    background: repeating-linear-gradient(-45deg, rgb(8 9 16 / 0.3) 0 12px, transparent 12px 24px);
  }

  .divider-rail {
    transform: translateX(calc(var(--_sign) * var(--_share) * 100%));
    pointer-events: none;
  }

  .divider {
    position: absolute;
    inset-block: -35%;
    inset-inline-start: 0;
    inline-size: 3px;
    margin-inline-start: -1.5px;
    border-radius: 3px;
    background: #fff;
    box-shadow:
      0 0 6px 1px rgb(255 255 255 / 0.9),
      -6px 0 16px 3px color-mix(in srgb, var(--_left-light) 80%, transparent),
      6px 0 16px 3px color-mix(in srgb, var(--_right-light) 80%, transparent);
    animation: glow 900ms ease-in-out infinite alternate;
  }

  /* A box of its own size: new digits are laid out in it alone, and move nothing beside it. */
  .score {
    flex: 0 0 48%;
    block-size: 1em;
    overflow: hidden;
    contain: strict;
    font-size: clamp(11px, calc(var(--_height) * 0.62), 40px);
    font-weight: 800;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    text-overflow: ellipsis;
    text-shadow: var(--_text-shadow);
    white-space: nowrap;
    transform-origin: var(--_start);
  }

  .score:last-of-type {
    text-align: end;
    transform-origin: var(--_end);
  }

  @keyframes glow {
    from {
      opacity: 0.72;
    }
  }

  @media (forced-colors: active) {
    .track {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }

    .left {
      background: Highlight;
    }

    .right {
      background: ButtonFace;
    }

    /* Only as wide as its digits, or its background would hide the bar. */
    .score {
      flex: none;
      max-inline-size: 48%;
      block-size: auto;
      padding-inline: 4px;
      contain: none;
      background: Canvas;
    }
  }
`;
