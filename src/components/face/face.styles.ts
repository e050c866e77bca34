import { css, type CSSResult } from 'lit';

/** Styles for elements that use `renderFace`. A face is 2.5em wide and high, so its size follows the font size. */
export const faceStyles: CSSResult = css`
  .face {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    overflow: hidden;
    border-radius: 50%;
    background: linear-gradient(135deg in srgb, oklch(0.66 0.17 var(--_hue)), oklch(0.48 0.19 calc(var(--_hue) + 45)));
    color: #fff;
    font-style: normal;
    font-weight: 700;
    letter-spacing: 0;
    user-select: none;
  }

  .face img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .face img[hidden] {
    display: none;
  }

  @media (forced-colors: active) {
    .face {
      border: 1px solid CanvasText;
    }
  }
`;
