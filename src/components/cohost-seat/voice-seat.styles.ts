import { css, type CSSResult } from 'lit';

/** Styles of voice seats: round, without video, the name below. */
export const voiceStyles: CSSResult = css`
  :host([voice]) {
    --_avatar: min(0.84 * var(--_inline), 0.72 * var(--_block));
    overflow: visible;
    min-block-size: 0;
    background: var(--_surface);
  }

  :host([voice]) .backdrop {
    display: none;
  }

  :host([voice]) :is(.background, .veil, .ring) {
    inset-block-end: auto;
    block-size: var(--_avatar);
    overflow: visible;
  }

  :host([voice]) .avatar {
    inline-size: var(--_avatar);
    box-shadow: 0 0 0 1.5px rgb(255 255 255 / 0.34);
  }

  :host([voice]) .ring {
    inline-size: var(--_avatar);
    margin-inline: auto;
    border: 0;
    border-radius: 50%;
    box-shadow: 0 0 0 5px color-mix(in srgb, var(--_speaking) 75%, transparent);
  }

  :host([voice]) .initials {
    font-size: calc(var(--_avatar) * 0.36);
  }

  :host([voice]) .veil {
    place-content: center;
    inline-size: var(--_avatar);
    margin-inline: auto;
    padding: 2px;
    border-radius: 50%;
    overflow: hidden;
    color: transparent;
    font-size: 1px;
    animation: none;
  }

  /* A spinner, as the seat has no room for text. */
  :host([voice]) .veil::after {
    content: '';
    box-sizing: border-box;
    inline-size: calc(var(--_avatar) * 0.36);
    aspect-ratio: 1;
    border: 2px solid rgb(255 255 255 / 0.3);
    border-block-start-color: #fff;
    border-radius: 50%;
    animation: turn 900ms linear infinite;
  }

  /* A little wider than the seat: there is room on both sides of it. */
  :host([voice]) .foreground {
    inset: calc(var(--_avatar) + 6px) -14% auto;
    display: grid;
    grid-template-columns: minmax(0, auto);
    justify-content: center;
  }

  :host([voice]) .name {
    position: static;
    max-inline-size: none;
    padding: 0;
    border-radius: 0;
    background: none;
    font-size: clamp(10px, 0.15 * var(--_block), 15px);
    line-height: 1.3;
  }

  :host([voice]) .mic {
    position: absolute;
    inset-block-start: calc(var(--_avatar) * -0.28 - 6px);
    inset-inline-start: calc(50% + var(--_avatar) * 0.2);
    padding: 0.2em;
    border-radius: 50%;
    background: #252734;
    font-size: clamp(9px, calc(var(--_avatar) * 0.22), 22px);
  }

  :host([voice]) .empty-seat {
    place-content: start center;
    background: none;
    box-shadow: none;
  }

  :host([voice]) .empty-sign {
    inline-size: var(--_avatar);
    background: rgb(255 255 255 / 0.1);
    font-size: calc(var(--_avatar) * 0.34);
  }

  :host([voice]) .empty-number {
    position: absolute;
    inset-block-start: calc(var(--_avatar) + 6px);
    display: block;
    font-size: clamp(10px, 0.15 * var(--_block), 15px);
    line-height: 1.3;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (forced-colors: active) {
    :host([voice]:state(speaking)) .avatar {
      outline: 3px solid Highlight;
    }
  }
`;
