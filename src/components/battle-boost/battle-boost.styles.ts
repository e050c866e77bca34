import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: inline-block;
    font-size: 13px;
  }

  .factor-pill {
    gap: 0.4em;
    padding: 0.12em 0.6em;
    line-height: 1.2;
  }

  .factor {
    font-size: 1.15em;
  }
`;
