import { css, type CSSResult } from 'lit';

/** Styles of what covers a battle for some seconds: countdown, start flash, banners of extra time and extensions. */
export const momentStyles: CSSResult = css`
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

  .banner {
    position: absolute;
    inset: 42% 0 auto;
    padding: 0.25em 0.5em;
    background: linear-gradient(
      to right,
      transparent,
      color-mix(in srgb, var(--_gold) 80%, #000) 22%,
      color-mix(in srgb, var(--_gold) 80%, #000) 78%,
      transparent
    );
    font-size: clamp(20px, 9cqmin, 56px);
    font-style: italic;
    font-weight: 900;
    text-align: center;
    text-shadow: 0 2px 8px rgb(0 0 0 / 0.6);
    text-transform: uppercase;
    animation:
      slam 420ms cubic-bezier(0.2, 1.6, 0.4, 1) both,
      fade-out 400ms 2600ms ease-in forwards;
  }

  .banner.extension {
    background: none;
    text-transform: none;
    color: color-mix(in srgb, var(--_gold) 70%, #fff);
    text-shadow:
      0 0 18px color-mix(in srgb, var(--_gold) 60%, transparent),
      0 2px 8px rgb(0 0 0 / 0.8);
    animation:
      slam 420ms cubic-bezier(0.2, 1.6, 0.4, 1) both,
      fade-out 400ms 1600ms ease-in forwards;
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

  @keyframes flash-out {
    80% {
      opacity: 1;
    }

    to {
      opacity: 0;
    }
  }

  @keyframes fade-out {
    to {
      opacity: 0;
    }
  }

  @media (forced-colors: active) {
    .banner,
    .banner.extension {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
