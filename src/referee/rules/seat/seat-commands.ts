import { moderatedLive, openLive } from '../live/live-access.js';
import type { UserRules } from '../user-rules.js';
import { moveToSeat } from './move-rules.js';
import { allowDevice, kickOutOfSeat, lockSeat } from './seat-control-rules.js';
import { leaveSeat, takeSeat } from './sit-rules.js';
import { setSuspendStatus } from './suspend-rules.js';

export const seatCommands = {
  'take-seat': (turn, user, { liveId, seatIndex }) => {
    takeSeat(turn, openLive(turn, liveId, user), user, seatIndex);
  },
  'leave-seat': (turn, user, { liveId }) => {
    leaveSeat(turn, turn.live(liveId), user);
  },
  'move-user-to-seat': (turn, user, { liveId, ...move }) => {
    moveToSeat(turn, openLive(turn, liveId, user), user, move);
  },
  'lock-seat': (turn, user, { liveId, seatIndex }) => {
    lockSeat(turn, moderatedLive(turn, liveId, user), seatIndex, true);
  },
  'unlock-seat': (turn, user, { liveId, seatIndex }) => {
    lockSeat(turn, moderatedLive(turn, liveId, user), seatIndex, false);
  },
  'kick-user-out-of-seat': (turn, user, { liveId, userId }) => {
    kickOutOfSeat(turn, moderatedLive(turn, liveId, user), user, userId);
  },
  'open-remote-device': (turn, user, { liveId, ...control }) => {
    allowDevice(turn, moderatedLive(turn, liveId, user), control, true);
  },
  'close-remote-device': (turn, user, { liveId, ...control }) => {
    allowDevice(turn, moderatedLive(turn, liveId, user), control, false);
  },
  'set-suspend-status': (turn, { userId }, { liveId, status }) => {
    setSuspendStatus(turn, turn.live(liveId), userId, status);
  },
} satisfies Partial<UserRules>;
