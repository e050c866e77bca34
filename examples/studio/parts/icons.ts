import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** An icon on a grid of 24 × 24 units, in the colour and size of the text around it. */
function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width="1.35em"
    height="1.35em"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}

const slash = svg`<path d="M4 4l16 16" />`;
const microphoneShape = svg`<rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />`;
const cameraShape = svg`<rect x="3" y="6.5" width="12" height="11" rx="3" /><path d="M15 10.8l5.5-3v8.4l-5.5-3" />`;

export const microphoneIcon = icon(microphoneShape);
export const microphoneOffIcon = icon(svg`${microphoneShape}${slash}`);
export const cameraIcon = icon(cameraShape);
export const cameraOffIcon = icon(svg`${cameraShape}${slash}`);
export const inviteIcon = icon(
  svg`<circle cx="9" cy="8" r="3.5" /><path d="M2.5 19.5c.6-3.6 3-5.5 6.5-5.5s5.9 1.9 6.5 5.5M18.5 7v6M15.5 10h6" />`,
);
export const leaveIcon = icon(
  svg`<path d="M10 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H10M14.5 8l4 4-4 4M18 12h-8.5" />`,
);
export const closeIcon = icon(svg`<path d="M6 6l12 12M18 6L6 18" />`);
export const openIcon = icon(
  svg`<path d="M13.5 4.5h6v6M19 5l-8 8M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4" />`,
);
export const liveIcon = icon(
  svg`<circle cx="12" cy="12" r="2.5" fill="currentColor" stroke="none" /><path d="M7.5 16.5a6.4 6.4 0 0 1 0-9M16.5 7.5a6.4 6.4 0 0 1 0 9M4.5 19.5a10.6 10.6 0 0 1 0-15M19.5 4.5a10.6 10.6 0 0 1 0 15" />`,
);
export const rematchIcon = icon(svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.400M19.5 3.500v4h-4" />`);
export const endIcon = icon(svg`<path d="M5 12.5l4.5 4.500L19 7.5" />`);
