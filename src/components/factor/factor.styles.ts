import { css, type CSSResult } from 'lit';

/** Styles of rendered factors. Their size depends on the font size. */
export const factorStyles: CSSResult = css`
  .factor-pill {
    display: flex;
    align-items: baseline;
    gap: 0.45em;
    padding: 0.2em 0.8em;
    border-radius: 999px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .factor-pill.soon {
    background: var(--_scrim);
    backdrop-filter: blur(8px);
    text-shadow: var(--_text-shadow);
  }

  .factor-pill.on {
    background: linear-gradient(color-mix(in srgb, var(--_gold) 45%, #fff), var(--_gold) 45%, #f08a1d);
    box-shadow: 0 0 18px color-mix(in srgb, var(--_gold) 60%, transparent);
    color: #4a1d00;
    animation: factor-in 420ms cubic-bezier(0.2, 1.6, 0.4, 1);
  }

  .factor {
    font-size: 1.25em;
    font-style: italic;
    font-weight: 900;
  }

  @keyframes factor-in {
    from {
      opacity: 0;
      transform: scale(2.4);
    }
  }

  @media (forced-colors: active) {
    .factor-pill:is(.on, .soon) {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
