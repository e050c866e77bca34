import { css, type CSSResult } from 'lit';

/** Styles of a list of lives: portrait, names, buttons. */
export const liveRow: CSSResult = css`
  ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 56px;
  }

  .who {
    flex: 1;
    min-inline-size: 0;
  }

  .who b,
  .who small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .who small,
  .state,
  .none {
    color: var(--ink-soft);
    font-size: 13px;
  }

  .state {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;
