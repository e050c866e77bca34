import { limits } from '../limits.js';
import { command } from '../shape/command.js';
import { described, withDefault } from '../shape/compose.js';
import { liveId, userId } from '../shape/texts.js';
import { oneOf, whole } from '../shape/values.js';

const seatIndex = described('From 0', whole(0, limits.voiceSeatsMax - 1));

/** `seatIndex` of a request for any free seat. */
export const anySeat = -1;

/** The seat that a request asks for. */
export const wantedSeat = withDefault(
  described('From 0; -1: any that is free', whole(anySeat, limits.voiceSeatsMax - 1)),
  anySeat,
);

const deviceType = oneOf(['microphone', 'camera']);

const seat = { liveId, seatIndex };
const device = { liveId, userId, device: deviceType, policy: withDefault(oneOf(['unlock-only']), 'unlock-only') };

/** Commands that take, leave and change seats, and those of moderators. */
export const seatCommands = {
  'take-seat': command('Sits down', { liveId, seatIndex: wantedSeat }),
  'leave-seat': command('Leaves the own seat', { liveId }),
  'move-user-to-seat': command('Moderators move anybody, everybody else themselves to a free seat', {
    liveId,
    userId,
    targetIndex: seatIndex,
    policy: withDefault(
      described('What becomes of whoever sits there', oneOf(['abort-when-occupied', 'force-replace', 'swap-position'])),
      'abort-when-occupied',
    ),
  }),
  'lock-seat': command('Nobody may sit down there any more; whoever sits there stays', seat),
  'unlock-seat': command('Lets a seat be taken again', seat),
  'kick-user-out-of-seat': command('Takes the seat from a guest', { liveId, userId }),
  'open-remote-device': command('Allows a guest to switch a device on again', device),
  'close-remote-device': command('Switches a guest’s device off, until it is allowed again', device),
  'set-suspend-status': command('Whoever has a seat tells whether their page is in the background', {
    liveId,
    status: oneOf(['none', 'in-background']),
  }),
};
