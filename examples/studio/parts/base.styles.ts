import { css, type CSSResult } from 'lit';

/** Styles that all parts of the studio share: box sizing, focus ring, buttons. */
export const base: CSSResult = css`
  :host {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-block-size: 40px;
    padding: 0 1em;
    border: 0;
    border-radius: 999px;
    background: var(--button);
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background 0.15s,
      transform 0.15s;
  }

  button:hover:not(:disabled),
  .button:hover {
    background: var(--button-hover);
  }

  button:active:not(:disabled) {
    transform: scale(0.97);
  }

  button:disabled {
    opacity: 0.45;
    cursor: default;
  }

  button.strong,
  button.strong:hover:not(:disabled) {
    background: var(--strong);
    color: var(--on-strong);
  }

  button.battle,
  button.battle:hover:not(:disabled) {
    background: var(--battle);
    color: #fff;
  }

  button.danger {
    color: var(--danger);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      transition-duration: 0s !important;
    }
  }
`;
