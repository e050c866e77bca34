import type { Scenario } from './arena.js';
import { afterABattle } from './scenarios/after-a-battle.js';
import { audience } from './scenarios/audience.js';
import { battles } from './scenarios/battles.js';
import { busyHosts } from './scenarios/busy-hosts.js';
import { challenges } from './scenarios/challenges.js';
import { coHosting } from './scenarios/co-hosting.js';
import { comingAndGoing } from './scenarios/coming-and-going.js';
import { devices } from './scenarios/devices.js';
import { effects } from './scenarios/effects.js';
import { guestApplications } from './scenarios/guest-applications.js';
import { guestInvitations } from './scenarios/guest-invitations.js';
import { linking } from './scenarios/linking.js';
import { lives } from './scenarios/lives.js';
import { movingSeats } from './scenarios/moving-seats.js';
import { orderOfEvents } from './scenarios/order-of-events.js';
import { refusals } from './scenarios/refusals.js';
import { scoring } from './scenarios/scoring.js';
import { seats } from './scenarios/seats.js';
import { suspension } from './scenarios/suspension.js';

/** What every engine must support, in the terms of the seeds. `arena.ts` says how to run it. */
export const scenarios: readonly Scenario[] = [
  ...lives,
  ...audience,
  ...seats,
  ...movingSeats,
  ...devices,
  ...suspension,
  ...guestApplications,
  ...guestInvitations,
  ...coHosting,
  ...linking,
  ...busyHosts,
  ...challenges,
  ...battles,
  ...scoring,
  ...effects,
  ...afterABattle,
  ...refusals,
  ...comingAndGoing,
  ...orderOfEvents,
];
