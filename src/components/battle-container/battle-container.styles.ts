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
`;
