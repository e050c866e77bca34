import type { UserRules } from '../user-rules.js';
import { moderatedLive } from './live-access.js';
import { createLive, endLive, ownLive } from './live-rules.js';
import { updateMetaData } from './metadata-rules.js';
import { kickUser, readmitUser, revokeAdministrator, setAdministrator } from './moderation-rules.js';
import { updateLive } from './update-rules.js';

export const liveCommands = {
  'create-live': createLive,
  'end-live': (turn, user, { liveId }) => endLive(turn, ownLive(turn, liveId, user), 'ended-by-host'),
  'update-live': (turn, user, { type: _type, liveId, ...change }) => {
    updateLive(turn, moderatedLive(turn, liveId, user), user, change);
  },
  'update-live-metadata': (turn, user, { liveId, metaData }) => {
    updateMetaData(turn, moderatedLive(turn, liveId, user), metaData);
  },
  'set-administrator': (turn, user, { liveId, userId }) => {
    setAdministrator(turn, ownLive(turn, liveId, user), userId);
  },
  'revoke-administrator': (turn, user, { liveId, userId }) => {
    revokeAdministrator(turn, ownLive(turn, liveId, user), userId);
  },
  'kick-user': (turn, user, { liveId, userId }) => {
    kickUser(turn, moderatedLive(turn, liveId, user), user, userId);
  },
  'readmit-user': (turn, user, { liveId, userId }) => {
    readmitUser(turn, moderatedLive(turn, liveId, user), userId);
  },
  'list-kicked-users': (turn, user, { liveId }) => ({ userIds: moderatedLive(turn, liveId, user).kicked }),
} satisfies Partial<UserRules>;
