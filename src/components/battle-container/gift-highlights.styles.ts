import { css, type CSSResult } from 'lit';

/** Styles of large gifts over the hosts who got them. */
export const highlightStyles: CSSResult = css`
  .highlights {
    position: absolute;
    container: highlights / size;
  }

  .highlights[hidden] {
    display: none;
  }

  /* Above name and rank of the host, each in a row of its own. */
  .highlight {
    --_row: 0;
    --_to: right;
    --_edge: clamp(4px, 2cqmin, 10px);
    --_seat-font: clamp(11px, 0.5rem + 2cqi, 15px);
    --_below: calc(var(--_seat-font) * 3.9 + 14px);
    position: absolute;
    inset-block-end: calc(var(--_edge) + var(--_below) + var(--_row) * (2em + 4px));
    inset-inline-start: var(--_edge);
    display: flex;
    align-items: center;
    gap: 0.4em;
    max-inline-size: calc(100% - 2 * var(--_edge));
    block-size: 2em;
    padding-inline: 0.2em 0.8em;
    border-radius: 999px;
    background: linear-gradient(to var(--_to), color-mix(in srgb, var(--_gold) 34%, var(--_scrim)), var(--_scrim));
    backdrop-filter: blur(6px);
    font-size: max(10px, min(var(--_seat-font), 7cqb));
    font-weight: 700;
    text-shadow: var(--_text-shadow);
    animation:
      highlight-in 320ms cubic-bezier(0.2, 1.4, 0.4, 1) both,
      fade-out 300ms 2700ms ease-in forwards;
  }

  :host(:dir(rtl)) .highlight {
    --_to: left;
  }

  .highlight.lane-1 {
    --_row: 1;
  }

  .highlight.lane-2 {
    --_row: 2;
  }

  /* There a boost has a row of its own above the rank. */
  @container highlights (inline-size < 160px) {
    .highlight {
      --_below: calc(var(--_seat-font) * 5.6 + 18px);
    }
  }

  /* Wider than a small seat: in the middle above it. */
  .widened .highlight {
    --_below: calc(var(--_seat-font) * 3.6 + 6px);
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
  }

  .highlight .face {
    inline-size: 2.3em;
    block-size: 2.3em;
    font-size: 0.7em;
  }

  .highlight-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Never cut: it would read as fewer. */
  .highlight-points {
    flex: none;
    color: var(--_gold);
    font-weight: 900;
    font-variant-numeric: tabular-nums;
  }

  @keyframes highlight-in {
    from {
      opacity: 0;
      translate: 0 100%;
    }
  }

  @media (forced-colors: active) {
    .highlight {
      border: 1px solid CanvasText;
      background: Canvas;
    }

    .highlight-points {
      color: CanvasText;
    }
  }
`;
