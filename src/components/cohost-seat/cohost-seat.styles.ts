import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    min-block-size: 48px;
    --_inline: var(--live-seat-inline-size, 100cqi);
    --_block: var(--live-seat-block-size, 100cqb);
    --_least: min(var(--_inline), var(--_block));
    --_edge: clamp(4px, 0.02 * var(--_least), 10px);
    --_font-size: clamp(11px, 0.5rem + 0.02 * var(--_inline), 15px);
    border-radius: var(--live-seat-radius, 0);
    background: #16171f;
  }

  .base {
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }

  /* Measured by the browser, at the price of a style pass for each seat. */
  :host(:not([sized])) .base {
    container: seat / size;
  }

  .base > * {
    position: absolute;
    inset: 0;
  }

  video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--live-video-fit, cover);
  }

  video.mirrored {
    transform: scaleX(-1);
  }

  .background {
    display: grid;
    place-items: center;
    overflow: hidden;
  }

  .backdrop {
    position: absolute;
    inset: -12%;
    inline-size: 124%;
    block-size: 124%;
    object-fit: cover;
    background: linear-gradient(160deg in srgb, oklch(0.42 0.13 var(--_hue)), oklch(0.2 0.07 calc(var(--_hue) + 50)));
  }

  img.backdrop {
    filter: blur(24px) brightness(0.55) saturate(1.2);
  }

  .avatar {
    position: relative;
    inline-size: clamp(28px, 0.42 * var(--_least), 128px);
    aspect-ratio: 1;
    border-radius: 50%;
    object-fit: cover;
    box-shadow: 0 0 0 clamp(1px, 0.006 * var(--_least), 2px) rgb(255 255 255 / 0.85);
  }

  .initials {
    display: grid;
    place-items: center;
    background: linear-gradient(135deg in srgb, oklch(0.66 0.17 var(--_hue)), oklch(0.48 0.19 calc(var(--_hue) + 45)));
    font-size: clamp(13px, 0.17 * var(--_least), 52px);
    font-weight: 700;
    letter-spacing: 0.01em;
    user-select: none;
  }

  /* An own layer whose opacity alone changes: no paint, and nothing else is restyled. */
  .ring {
    --_speaking: var(--live-speaking-color, #3dff9e);
    border: 3px solid var(--_speaking);
    border-radius: inherit;
    opacity: 0;
    box-shadow: inset 0 0 16px color-mix(in srgb, var(--_speaking) 60%, transparent);
    will-change: opacity;
    pointer-events: none;
  }

  .veil {
    display: grid;
    place-items: center;
    padding: 8px;
    background: rgb(8 9 16 / 0.6);
    backdrop-filter: blur(8px);
    font-size: var(--_font-size);
    font-weight: 600;
    text-align: center;
    animation: pulse 1.6s ease-in-out infinite alternate;
  }

  .foreground {
    display: block;
    pointer-events: none;
  }

  .foreground::slotted(*) {
    pointer-events: auto;
  }

  .name {
    position: absolute;
    inset-block-end: var(--_edge);
    inset-inline-start: var(--_edge);
    display: flex;
    align-items: center;
    gap: 0.35em;
    max-inline-size: calc(100% - 2 * var(--_edge));
    padding: 0.22em 0.7em;
    border-radius: 999px;
    background: var(--_scrim);
    font-size: var(--_font-size);
    font-weight: 600;
  }

  .name-text {
    /* Room for scripts with long descenders, which would be cut. */
    margin-block: -0.15em;
    padding-block: 0.15em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .mic {
    display: flex;
    flex: none;
    color: #ff8a94;
    font-size: 1.1em;
  }

  @keyframes pulse {
    from {
      color: rgb(255 255 255 / 0.7);
    }
  }

  @media (forced-colors: active) {
    .name,
    .veil,
    .initials {
      border: 1px solid CanvasText;
      background: Canvas;
    }
  }
`;
