import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
    font-size: 13px;
  }

  .base {
    --_medal: rgb(255 255 255 / 0.22);
    display: flex;
    align-items: center;
    gap: 0.42em;
    padding-block: 0.16em;
    padding-inline: 0.16em 0.7em;
    border-radius: 999px;
    background: var(--_scrim);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }

  .rank {
    display: grid;
    flex: none;
    place-items: center;
    min-inline-size: 1.55em;
    block-size: 1.55em;
    border-radius: 999px;
    background: var(--_medal);
    font-size: 0.92em;
    font-weight: 800;
  }

  .base:is([data-medal='1'], [data-medal='2'], [data-medal='3']) .rank {
    color: #33210a;
    box-shadow:
      inset 0 1px 0 rgb(255 255 255 / 0.7),
      0 1px 4px rgb(0 0 0 / 0.4);
  }

  [data-medal='1'] {
    --_medal: linear-gradient(#fff3c4, var(--_gold) 55%, #f0a021);
  }

  [data-medal='2'] {
    --_medal: linear-gradient(#fff, var(--live-silver-color, #d8deea) 55%, #a9b3c9);
  }

  [data-medal='3'] {
    --_medal: linear-gradient(#ffe0c7, var(--live-bronze-color, #e39b6a) 55%, #b96b3b);
  }

  /* No place while the points are hidden. */
  [data-medal='none'] .rank {
    display: none;
  }

  [data-medal='none'] {
    padding-inline-start: 0.7em;
  }

  .base:is([data-side='left'], [data-side='right']) .rank {
    min-inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-start: 0.4em;
  }

  [data-side='left'] {
    --_medal: linear-gradient(var(--_left-light), var(--_left));
  }

  [data-side='right'] {
    --_medal: linear-gradient(var(--_right-light), var(--_right));
  }

  /* Without an ellipsis, a cut number would look smaller. */
  .score {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .base {
      border: 1px solid CanvasText;
      background: Canvas;
    }
  }
`;
