import { LiveError, LiveErrorCode } from '../../../core/vocabulary.js';
import { ownLive } from '../live/live-rules.js';
import type { UserRules } from '../user-rules.js';
import { acceptConnection, requestConnection, settleConnection } from './cohost-request-rules.js';
import { changeLayout } from './link-layout.js';
import { leaveLink } from './link-rules.js';

export const cohostCommands = {
  'request-host-connection': (turn, user, command) =>
    requestConnection(turn, ownLive(turn, command.liveId, user), command),
  'cancel-host-connection': (turn, user, { liveId, toLiveId }) => {
    ownLive(turn, liveId, user);
    settleConnection(turn, liveId, toLiveId, 'cancelled');
  },
  'accept-host-connection': (turn, user, { liveId, fromLiveId }) => {
    acceptConnection(turn, ownLive(turn, liveId, user), fromLiveId);
  },
  'reject-host-connection': (turn, user, { liveId, fromLiveId }) => {
    ownLive(turn, liveId, user);
    settleConnection(turn, fromLiveId, liveId, 'rejected');
  },
  'exit-host-connection': (turn, user, { liveId }) => {
    if (!turn.linkOf(ownLive(turn, liveId, user))) {
      throw new LiveError(LiveErrorCode.requestNotFound, 'the live is not connected');
    }
    leaveLink(turn, liveId);
  },
  'update-link-layout': (turn, user, { liveId, layoutTemplate }) => {
    changeLayout(turn, ownLive(turn, liveId, user), layoutTemplate);
  },
} satisfies Partial<UserRules>;
