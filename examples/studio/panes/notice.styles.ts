import { css, type CSSResult } from 'lit';

/** Styles of a short text in the middle of an empty stage. */
export const notice: CSSResult = css`
  .notice {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 14px;
    padding: 24px;
    color: #fff;
    text-align: center;
  }

  .notice p {
    margin: 0;
    max-inline-size: 26ch;
  }
`;
