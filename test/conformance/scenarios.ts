import type { Scenario } from './arena.js';
import { battles } from './scenarios/battles.js';
import { challenges } from './scenarios/challenges.js';
import { coHosting } from './scenarios/co-hosting.js';
import { comingAndGoing } from './scenarios/coming-and-going.js';
import { refusals } from './scenarios/refusals.js';

/** What every engine has to carry, in the words of the seeds. See `arena.ts` for how to run it. */
export const scenarios: readonly Scenario[] = [...coHosting, ...challenges, ...battles, ...refusals, ...comingAndGoing];
