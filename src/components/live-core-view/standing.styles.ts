import { css, type CSSResult } from 'lit';

/** Rank, points, boost and win streak on a contestant's seat. */
export const standingStyles: CSSResult = css`
  .standing {
    --_edge: clamp(4px, 0.02 * min(var(--live-seat-inline-size), var(--live-seat-block-size)), 10px);
    position: absolute;
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: center;
    gap: 4px;
    /* On top of the name, which is 1.7 lines high. */
    inset-block-end: calc(var(--_edge) + 1.7em + 5px);
    inset-inline-start: calc(var(--_edge) + var(--live-seat-gap, 2px) / 2);
    max-inline-size: calc(100% - 2 * var(--_edge));
    font-size: clamp(11px, 0.5rem + 0.02 * var(--live-seat-inline-size), 15px);
    pointer-events: none;
  }

  /* Seats of voice are narrow and have their name in the middle. */
  .voice .standing {
    inset-inline: -14px;
    justify-content: center;
    max-inline-size: none;
  }

  battle-rank,
  battle-boost {
    font-size: inherit;
  }

  battle-rank {
    min-inline-size: 0;
  }

  battle-boost {
    flex: none;
  }

  .streak {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.15em;
    padding: 0.24em 0.6em 0.24em 0.4em;
    border-radius: 999px;
    background: linear-gradient(135deg, #ff9d2e, #f0402a);
    color: #fff;
    font-weight: 800;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    text-shadow: var(--_text-shadow);
  }

  @media (forced-colors: active) {
    .streak {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
