import { css, type CSSResult } from 'lit';

/** Styles of the open target. */
export const targetStyles: CSSResult = css`
  .target {
    --_reached: 0;
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: center;
    gap: 0 0.5em;
    min-inline-size: 0;
    padding: 0.2em 0.9em;
    overflow: hidden;
    border-radius: 1em;
    background: var(--_scrim);
    backdrop-filter: blur(8px);
    box-shadow: inset 0 0 0 1.5px color-mix(in srgb, var(--_gold) 70%, transparent);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    text-align: center;
    text-shadow: var(--_text-shadow);
  }

  /* As wide as the whole and scaled: that costs no layout. */
  .target-fill {
    position: absolute;
    inset: 0;
    z-index: -1;
    background: linear-gradient(#f0a021, color-mix(in srgb, var(--_gold) 40%, #6b3f00));
    opacity: 0.85;
    transform: scaleX(var(--_reached));
    transform-origin: left;
    transition: transform 300ms ease-out;
  }

  :host(:dir(rtl)) .target-fill {
    transform-origin: right;
  }

  .target-sign {
    display: flex;
    align-self: center;
  }

  .target .factor {
    color: color-mix(in srgb, var(--_gold) 60%, #fff);
  }

  @media (forced-colors: active) {
    .target {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }

    .target-fill {
      display: none;
    }

    .target .factor {
      color: CanvasText;
    }
  }
`;
