import { css, type CSSResult } from 'lit';

/** Styles of the header: score bar, timer, contributors and multiplier. */
export const headerStyles: CSSResult = css`
  .header {
    position: absolute;
    inset-block-start: var(--live-battle-inset, 0px);
    inset-inline: clamp(4px, 1.5cqi, 12px);
    display: grid;
    justify-items: center;
    padding-block-start: clamp(4px, 1.5cqi, 12px);
  }

  battle-score-bar {
    --_default-height: clamp(20px, 16px + 1.3cqi, 30px);
    inline-size: 100%;
  }

  .timer {
    min-inline-size: 4.6em;
    padding: 0.26em 0.9em;
    border-radius: 0 0 0.9em 0.9em;
    background: var(--_scrim);
    backdrop-filter: blur(8px);
    font-size: 13px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
    text-align: center;
    text-shadow: var(--_text-shadow);
  }

  .timer.alone {
    border-radius: 999px;
  }

  .timer.penalty {
    background: color-mix(in srgb, var(--_alert) 62%, var(--_scrim));
    text-transform: uppercase;
  }

  .timer.extra {
    background: color-mix(in srgb, var(--_gold) 50%, var(--_scrim));
  }

  .time.last {
    display: inline-block;
    color: color-mix(in srgb, var(--_alert) 70%, #fff);
    animation: beat 500ms ease-in-out infinite alternate;
  }

  /* The timer stays centred, whatever the number of contributors. */
  .below {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: start;
    gap: 8px;
    inline-size: 100%;
  }

  .contributors {
    display: flex;
    margin: 0;
    padding: 5px 4px 0;
    font-size: 9px;
    list-style: none;
  }

  .contributors.right {
    flex-direction: row-reverse;
  }

  .contributors .face {
    border: 1.5px solid var(--_left-light);
    box-shadow: 0 1px 4px rgb(0 0 0 / 0.4);
  }

  .contributors.right .face {
    border-color: var(--_right-light);
  }

  .contributors li + li {
    margin-inline-start: -5px;
  }

  .contributors.right li + li {
    margin-inline: 0 -5px;
  }

  /* The first contributor lies on top. */
  .contributors li {
    position: relative;
  }

  .contributors li:first-child {
    z-index: 2;
  }

  .contributors li:nth-child(2) {
    z-index: 1;
  }

  /* What else there is to say of the points, each only for a while. */
  .notes {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 6px;
    margin-block-start: 6px;
    font-size: 13px;
  }

  @keyframes beat {
    to {
      scale: 1.16;
    }
  }

  @media (forced-colors: active) {
    .timer {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
