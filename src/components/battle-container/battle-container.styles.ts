import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    pointer-events: none;
  }

  .base,
  .layer {
    position: absolute;
    inset: 0;
  }

  ::slotted(*) {
    pointer-events: auto;
  }

  .area {
    position: absolute;
    inset: 0;
    container: area / size;
  }

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

  .countdown {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    font-size: clamp(48px, 34cqmin, 200px);
    font-weight: 900;
    font-style: italic;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    text-shadow:
      0 0 24px rgb(255 255 255 / 0.6),
      0 6px 18px rgb(0 0 0 / 0.5);
  }

  .time.last {
    display: inline-block;
    color: color-mix(in srgb, var(--_alert) 70%, #fff);
    animation: beat 500ms ease-in-out infinite alternate;
  }

  .flash {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    overflow: hidden;
    animation: flash-out 1000ms ease-in forwards;
  }

  :host(:dir(rtl)) :is(.flash, .flash-text) {
    scale: -1 1;
  }

  /* Two blades that meet in the middle. */
  .flash::before,
  .flash::after {
    content: '';
    position: absolute;
    inset-block: 38% auto;
    block-size: 24%;
    inline-size: 60%;
  }

  .flash::before {
    left: 0;
    background: linear-gradient(to right, transparent, var(--_left) 40%, var(--_left-light));
    clip-path: polygon(0 0, 100% 0, 82% 100%, 0 100%);
    animation: from-left 320ms cubic-bezier(0.16, 1, 0.3, 1) both;
  }

  .flash::after {
    right: 0;
    background: linear-gradient(to left, transparent, var(--_right) 40%, var(--_right-light));
    clip-path: polygon(18% 0, 100% 0, 100% 100%, 0 100%);
    animation: from-right 320ms cubic-bezier(0.16, 1, 0.3, 1) both;
  }

  .flash-text {
    position: relative;
    z-index: 1;
    font-size: clamp(36px, 24cqmin, 140px);
    font-style: italic;
    font-weight: 900;
    line-height: 1;
    letter-spacing: -0.04em;
    text-shadow:
      0 0 24px rgb(255 255 255 / 0.6),
      -3px 0 0 var(--_left),
      3px 0 0 var(--_right),
      0 6px 18px rgb(0 0 0 / 0.5);
    animation: slam 420ms 120ms cubic-bezier(0.2, 1.6, 0.4, 1) both;
  }

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
    margin-block-end: clamp(6px, 8cqmin, 24px);
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

  @keyframes beat {
    to {
      scale: 1.16;
    }
  }

  @keyframes from-left {
    from {
      transform: translateX(-100%);
    }
  }

  @keyframes from-right {
    from {
      transform: translateX(100%);
    }
  }

  @keyframes slam {
    from {
      opacity: 0;
      transform: scale(2.4);
    }
  }

  @keyframes fade-in {
    from {
      opacity: 0;
    }
  }

  @keyframes flash-out {
    80% {
      opacity: 1;
    }

    to {
      opacity: 0;
    }
  }

  @media (forced-colors: active) {
    .badge,
    .tag,
    .timer {
      border: 1px solid CanvasText;
      background: Canvas;
    }
  }
`;
