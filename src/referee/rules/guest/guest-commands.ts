import { moderatedLive, openLive } from '../live/live-access.js';
import type { UserRules } from '../user-rules.js';
import { pendingOf } from './guest-requests.js';
import { acceptApplication, acceptInvitation, applyForSeat, inviteToSeat } from './guest-rules.js';

export const guestCommands = {
  'apply-for-seat': (turn, user, command) => {
    applyForSeat(turn, openLive(turn, command.liveId, user), user, command);
  },
  'cancel-application': (turn, { userId }, { liveId }) => {
    const { requestId } = pendingOf(turn.live(liveId), 'application', userId);
    turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'cancelled' });
  },
  'accept-application': (turn, user, { liveId, userId }) => {
    acceptApplication(turn, moderatedLive(turn, liveId, user), user, userId);
  },
  'reject-application': (turn, host, { liveId, userId }) => {
    const { requestId } = pendingOf(moderatedLive(turn, liveId, host), 'application', userId);
    turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'rejected', host });
  },
  'invite-to-seat': (turn, user, command) => {
    inviteToSeat(turn, moderatedLive(turn, command.liveId, user), user, command);
  },
  'cancel-invitation': (turn, user, { liveId, userId }) => {
    const { requestId } = pendingOf(moderatedLive(turn, liveId, user), 'invitation', userId);
    turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'cancelled' });
  },
  'accept-invitation': (turn, user, { liveId }) => {
    acceptInvitation(turn, openLive(turn, liveId, user), user);
  },
  'reject-invitation': (turn, guest, { liveId }) => {
    const { requestId } = pendingOf(turn.live(liveId), 'invitation', guest.userId);
    turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'rejected', guest });
  },
} satisfies Partial<UserRules>;
