import { limits } from './limits.js';
import { described, withDefault } from './shape/compose.js';
import { text } from './shape/texts.js';
import { seconds } from './shape/values.js';

/** Seconds that the invited or challenged user has to answer. */
export const timeout = withDefault(
  described('How long there is to answer', seconds(1, limits.requestTimeoutMax)),
  limits.requestTimeout,
);

/** Free text of the app, shown to the invited or challenged user. */
export const extensionInfo = withDefault(
  described('Free text of the app', text({ max: limits.extensionInfoLength, cut: 'units' })),
  '',
);
