import { css, type CSSResult } from 'lit';

/** Styles of results, MVP and penalty tags. */
export const resultStyles: CSSResult = css`
  .result {
    position: absolute;
    display: grid;
    place-items: center;
    container: result / size;
    animation: fade-in 300ms ease-out;
  }

  .result[hidden] {
    display: none;
  }

  .result.win {
    box-shadow:
      inset 0 0 0 2px var(--_gold),
      inset 0 0 48px color-mix(in srgb, var(--_gold) 55%, transparent);
  }

  .result.lose {
    background: rgb(8 9 16 / 0.42);
  }

  .badge {
    position: relative;
    display: grid;
    justify-items: center;
    max-inline-size: 94cqi;
    padding: 0.12em 0.62em 0.16em;
    border-radius: 0.4em;
    background: linear-gradient(#4a5068, #2a2e40);
    box-shadow:
      inset 0 1px 0 rgb(255 255 255 / 0.35),
      0 8px 24px rgb(0 0 0 / 0.45);
    font-size: clamp(13px, 17cqmin, 56px);
    font-style: italic;
    font-weight: 900;
    letter-spacing: 0.02em;
    text-transform: uppercase;
    animation: slam 480ms cubic-bezier(0.2, 1.5, 0.4, 1) both;
  }

  .win .badge {
    background: linear-gradient(color-mix(in srgb, var(--_gold) 45%, #fff), var(--_gold) 45%, #f08a1d);
    color: #4a1d00;
  }

  .draw .badge {
    background: linear-gradient(#fff, #c9cfe2);
    color: #1e2233;
  }

  .result.serving {
    place-items: end center;
  }

  .tag {
    /* Above name and rank of the host, as far as there is room. */
    margin-block-end: min(calc(clamp(4px, 2cqmin, 10px) + clamp(11px, 0.5rem + 2cqi, 15px) * 3.9 + 14px), 55cqb);
    padding: 0.2em 0.8em;
    border-radius: 999px;
    background: color-mix(in srgb, var(--_alert) 62%, var(--_scrim));
    font-size: clamp(11px, 6cqmin, 18px);
    font-weight: 800;
    text-shadow: var(--_text-shadow);
    text-transform: uppercase;
  }

  .crown {
    position: absolute;
    inset-block-end: calc(100% - 0.34em);
    display: flex;
    color: var(--_gold);
    filter: drop-shadow(0 2px 4px rgb(0 0 0 / 0.5));
  }

  .outcome {
    line-height: 1.1;
  }

  .mvp {
    position: absolute;
    inset-block-end: 16%;
    inset-inline: 0;
    display: grid;
    grid-template: 'face title points' auto 'face name points' auto / auto minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.7em;
    inline-size: fit-content;
    max-inline-size: min(88%, 300px);
    margin-inline: auto;
    padding-block: 0.4em;
    padding-inline: 0.4em 1.1em;
    border-radius: 999px;
    background: var(--_scrim);
    backdrop-filter: blur(10px);
    box-shadow:
      inset 0 0 0 1.5px var(--_gold),
      0 8px 24px rgb(0 0 0 / 0.45);
    font-size: 14px;
    animation: rise 420ms 500ms cubic-bezier(0.2, 1.4, 0.4, 1) both;
  }

  .notes .mvp {
    position: static;
    max-inline-size: min(100%, 300px);
  }

  .mvp .face {
    grid-area: face;
  }

  .mvp-title {
    grid-area: title;
    color: var(--_gold);
    font-size: 0.74em;
    font-weight: 900;
    letter-spacing: 0.06em;
  }

  .mvp-name {
    grid-area: name;
    overflow: hidden;
    font-weight: 700;
    text-overflow: ellipsis;
    text-shadow: var(--_text-shadow);
    white-space: nowrap;
  }

  .mvp-points {
    grid-area: points;
    color: var(--_gold);
    font-weight: 800;
    font-variant-numeric: tabular-nums;
  }

  @keyframes fade-in {
    from {
      opacity: 0;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 16px;
    }
  }

  @media (forced-colors: active) {
    .badge,
    .tag,
    .mvp {
      border: 1px solid CanvasText;
      background: Canvas;
    }

    .mvp-title,
    .mvp-points {
      color: CanvasText;
    }
  }
`;
