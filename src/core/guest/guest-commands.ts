import { extensionInfo, timeout } from '../request-fields.js';
import { wantedSeat } from '../seat/seat-commands.js';
import { command } from '../shape/command.js';
import { liveId, userId } from '../shape/texts.js';

const request = { seatIndex: wantedSeat, timeout, extensionInfo };
const ofUser = { liveId, userId };

/** Commands for applications and invitations to seats. */
export const guestCommands = {
  'apply-for-seat': command('Asks for a seat; sits down at once where seats are free', { liveId, ...request }),
  'cancel-application': command('Takes the own application back', { liveId }),
  'accept-application': command('Gives an applicant a seat', ofUser),
  'reject-application': command('Turns an applicant down', ofUser),
  'invite-to-seat': command('Offers a seat to a user', { ...ofUser, ...request }),
  'cancel-invitation': command('Takes an invitation to a seat back', ofUser),
  'accept-invitation': command('Sits down where one was invited to', { liveId }),
  'reject-invitation': command('Declines an invitation to a seat', { liveId }),
};
