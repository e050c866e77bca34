import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    inline-size: 100%;
    max-block-size: 100dvh;
    aspect-ratio: 9 / 16;
    overflow: hidden;
    background: var(--_surface);
    color-scheme: dark;
  }

  .stage,
  .layer {
    position: absolute;
    inset: 0;
  }

  .stage {
    container: stage / size;
    isolation: isolate;
  }

  .layer {
    pointer-events: none;
  }

  /* Around the seats of a battle, the colours of its sides. */
  .stage::before {
    content: '';
    position: absolute;
    inset: 0;
    background:
      radial-gradient(90% 60% at 0% 40% in srgb, color-mix(in srgb, var(--_left) 42%, transparent), transparent),
      radial-gradient(90% 60% at 100% 40% in srgb, color-mix(in srgb, var(--_right) 42%, transparent), transparent);
    opacity: 0;
    transition: opacity 600ms;
  }

  .battling::before {
    opacity: 1;
  }

  :host(:dir(rtl)) .stage::before {
    scale: -1 1;
  }

  .layer ::slotted(*),
  ::slotted([data-live-widget]) {
    pointer-events: auto;
  }

  /* The page's widgets cover their seat, or the battle. */
  ::slotted([data-live-widget]) {
    position: absolute;
    inset: 0;
  }

  .cell {
    position: absolute;
    padding: calc(var(--live-seat-gap, 2px) / 2);
    transition-property: inset-inline-start, inset-block-start, inline-size, block-size;
    transition-duration: 420ms;
    transition-timing-function: cubic-bezier(0.22, 1, 0.36, 1);
    animation: enter 320ms ease-out;
    contain: strict;
  }

  /* The badges of voice seats are wider than the seats. */
  .voice .cell {
    contain: size layout style;
  }

  .still .cell {
    transition: none;
  }

  .alone .cell,
  .voice .cell {
    padding: 0;
  }

  .floating {
    padding: 0;
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
    --live-seat-radius: var(--_radius);
  }

  cohost-seat {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
  }

  /* The stage itself is behind them. */
  .voice cohost-seat,
  cohost-seat:state(empty) {
    background: transparent;
  }

  .floating cohost-seat {
    outline: 1px solid rgb(255 255 255 / 0.22);
    outline-offset: -1px;
  }

  battle-container {
    position: absolute;
    inset: 0;
    z-index: 10;
  }

  .front {
    z-index: 20;
  }

  .status {
    position: absolute;
    inset: 0;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 14px;
    padding: 24px;
    background: radial-gradient(80% 60% at 50% 40%, rgb(255 255 255 / 0.07), transparent);
    color: color-mix(in srgb, var(--_text) 82%, transparent);
    font-size: clamp(13px, 0.7rem + 1cqi, 18px);
    font-weight: 600;
    text-align: center;
  }

  .sign {
    display: grid;
    place-items: center;
    inline-size: 2.6em;
    block-size: 2.6em;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.08);
    font-size: 1.6em;
  }

  .banner,
  .sound {
    position: absolute;
    inset-inline: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    inline-size: fit-content;
    max-inline-size: calc(100% - 24px);
    margin-inline: auto;
    padding: 0.5em 1.1em;
    border: 0;
    border-radius: 999px;
    background: var(--_scrim);
    backdrop-filter: blur(10px);
    box-shadow: var(--_shadow);
    font-size: 14px;
    font-weight: 600;
    text-shadow: var(--_text-shadow);
  }

  .banner {
    inset-block-start: 14%;
    z-index: 15;
  }

  .sound {
    inset-block-end: 18%;
    z-index: 30;
    background: rgb(255 255 255 / 0.94);
    color: #14151d;
    font-family: inherit;
    text-shadow: none;
    cursor: pointer;
  }

  .sound svg {
    font-size: 1.3em;
  }

  .sound:focus-visible {
    outline: 3px solid var(--_right-light);
    outline-offset: 2px;
  }

  @media (hover: hover) {
    .sound:hover {
      background: #fff;
    }
  }

  .spinner {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    border: 0.16em solid rgb(255 255 255 / 0.25);
    border-block-start-color: #fff;
    border-radius: 50%;
    animation: spin 800ms linear infinite;
  }

  .status .spinner {
    font-size: 2em;
  }

  @keyframes enter {
    from {
      opacity: 0;
      scale: 0.96;
    }
  }

  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }

  @media (forced-colors: active) {
    .banner,
    .sound {
      border: 1px solid currentColor;
    }
  }
`;
