import type { TemplateResult } from 'lit';
import { ownMarkup } from './html.js';

// Two nodes each. A mask would be one, but a page's content security policy may allow no images from `data:`.

function icon(shape: string, paint = 'fill="currentColor"'): TemplateResult {
  return ownMarkup(`<svg viewBox="0 0 24 24" width="1em" height="1em" ${paint} aria-hidden="true">${shape}</svg>`);
}

function lines(shape: string): TemplateResult {
  return icon(
    shape,
    'fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"',
  );
}

export const microphoneOff: TemplateResult = lines(
  '<path d="M9 9V6a3 3 0 0 1 6 0v4.5M9 9v2.5a3 3 0 0 0 4.6 2.5M6 11.5a6 6 0 0 0 9.6 4.8M18 11.5c0 .8-.15 1.5-.42 2.2M12 17.6V21M4 3.5l16 16.5"></path>',
);

export const plus: TemplateResult = lines('<path d="M12 5.5v13M5.5 12h13"></path>');

export const lock: TemplateResult = lines(
  '<rect x="5.5" y="10.5" width="13" height="9.5" rx="2.2"></rect><path d="M8.5 10.5V7.8a3.5 3.5 0 0 1 7 0v2.7"></path>',
);

export const flame: TemplateResult = icon(
  '<path d="M12.6 2c.5 3-.8 4.6-2.3 6.3C8.6 10.2 7 12 7 14.8 7 18.4 9.3 21 12.2 21c3 0 5.3-2.4 5.3-5.6 0-2.5-1.3-4.2-2.3-5.8-.3 1.200-.9 2-1.900 2.500.5-3.700-.1-7.300-.7-10.100Z"></path>',
);

export const crown: TemplateResult = icon(
  '<path d="M3 7.5 7.5 11 12 4l4.5 7L21 7.5 19.3 17H4.7L3 7.5ZM4.7 18.7h14.6V21H4.7v-2.3Z"></path>',
);

export const bullseye: TemplateResult = lines(
  '<circle cx="12" cy="12" r="8.5"></circle><circle cx="12" cy="12" r="4.2"></circle><circle cx="12" cy="12" r=".6"></circle>',
);

export const speaker: TemplateResult = lines(
  '<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM16 9a4 4 0 0 1 0 6M18.5 6a8 8 0 0 1 0 12"></path>',
);

export const broadcast: TemplateResult = lines(
  '<circle cx="12" cy="12" r="1.5"></circle><path d="M8.5 15.5a5 5 0 0 1 0-7M15.5 8.5a5 5 0 0 1 0 7M5.5 18.5a9.2 9.2 0 0 1 0-13M18.5 5.5a9.2 9.2 0 0 1 0 13"></path>',
);
