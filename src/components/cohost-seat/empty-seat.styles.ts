import { css, type CSSResult } from 'lit';

/** Styles of an empty seat. It is plain, so that it does not distract from the taken seats. */
export const emptySeatStyles: CSSResult = css`
  .empty-seat {
    display: grid;
    place-content: center;
    justify-items: center;
    inline-size: 100%;
    block-size: 100%;
    padding: 0;
    border: 0;
    border-radius: inherit;
    background: rgb(255 255 255 / 0.06);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.08);
    color: rgb(255 255 255 / 0.8);
    font: inherit;
    cursor: pointer;
  }

  .empty-sign {
    display: grid;
    place-items: center;
    inline-size: clamp(24px, 0.3 * var(--_least), 56px);
    aspect-ratio: 1;
    border-radius: 50%;
    background: rgb(8 9 16 / 0.3);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.16);
    font-size: clamp(13px, 0.15 * var(--_least), 26px);
    transition: background-color 160ms;
  }

  .empty-number {
    display: none;
  }

  .empty-seat:focus-visible {
    outline: 3px solid var(--_right-light);
    outline-offset: -4px;
  }

  @media (hover: hover) {
    .empty-seat:hover {
      color: #fff;
    }

    .empty-seat:hover .empty-sign {
      background: rgb(8 9 16 / 0.6);
    }
  }

  :host(:state(empty)) {
    background: var(--_surface);
  }

  @media (forced-colors: active) {
    .empty-seat,
    .empty-sign {
      border: 1px solid ButtonText;
    }
  }
`;
