/** Limits of the system; sources: the seeds and AtomicXCore's published documents. */
export const limits = {
  /** Lives in one link, the own one included. */
  linkedLives: 9,
  /** Lives that one call may name to be invited; of them as many as a link has lives are. */
  connectionTargets: 50,
  /** Most seats of a voice live. */
  voiceSeatsMax: 50,
  /** Seats of a voice live when the caller names no number. */
  voiceSeats: 10,
  /** Lives a page of the list may hold. */
  livePageSize: 20,
  /** Seconds an invitation waits when the caller names no timeout. */
  requestTimeout: 30,
  /** Longest timeout of an invitation, seconds. */
  requestTimeoutMax: 600,
  /** Seconds a battle runs when the caller names no duration. */
  battleDuration: 300,
  /** Longest battle, seconds, unless the operator says otherwise. */
  battleDurationMax: 3600,
  /** What the operator may say at most, seconds. */
  battleDurationCeiling: 86_400,
  /** Longest countdown of a battle, seconds. */
  battleCountdownMax: 60,
  /** Longest penalty after a battle, seconds. */
  battlePenaltyMax: 600,
  /** Longest extra time of a battle, seconds. */
  battleExtraTimeMax: 300,
  /** Multiplier windows of a battle. */
  battleMultipliers: 10,
  /** Highest factor of a multiplier window. */
  battleFactorMax: 10,
  /** Seconds in which a rematch can be agreed on when the caller names none, and at most. */
  rematchWindow: 60,
  rematchWindowMax: 600,
  /** Contributors of a host that everybody sees. */
  topContributors: 3,
  /** UTF-16 units of a contributor's name and picture; a longer name is cut, a longer URL left out. */
  contributorNameLength: 32,
  contributorAvatarLength: 200,
  /** Of guests on the seats of other voice lives, where more than two are linked: UTF-16 units of a name, bytes of a picture. */
  linkedNameLength: 32,
  linkedAvatarBytes: 202,
  /** UTF-16 units of an `extensionInfo`; a longer one is cut. */
  extensionInfoLength: 1024,
  /** UTF-8 bytes of a live's name; a longer one is cut. */
  liveNameBytes: 100,
  /** UTF-16 units of a live's notice; a longer one is cut. */
  noticeLength: 1024,
  /** UTF-16 units of a live's cover and background URL; a longer one is left out. */
  coverUrlLength: 200,
  /** Tags of a live. */
  liveCategories: 3,
  /** Keys of a live's metadata. */
  metaDataKeys: 10,
  /** UTF-8 bytes of a key, of a value, and of all of them together. */
  metaDataKeyBytes: 50,
  metaDataValueBytes: 2048,
  metaDataBytes: 16_384,
  /** Administrators of a live. */
  administrators: 20,
  /** Devices of guests that a live remembers as closed. */
  closedDevices: 500,
  /** Users of a live who may not come back. */
  kickedUsers: 500,
  /** Applications for seats that wait in a live at a time, and invitations to one as many. */
  guestRequests: 50,
  /** Invitations to co-host that are kept of those to one live. */
  hostRequests: 50,
  /** Challenges to a battle that one host may send in a minute. */
  challengesPerMinute: 10,
  /** Members of the audience that are listed; all are counted. */
  audienceList: 200,
  /**
   * UTF-16 units of a user's avatar URL; a longer one is left out. A link of nine, its battle and metadata must fit into
   * LiveKit's room metadata.
   */
  avatarUrlLength: 400,
  /** UTF-16 units of a user's name; a longer one is cut. With those above, nine hosts and their battle are 60,000 bytes at most. */
  userNameLength: 72,
  /** Points one score event may add. */
  pointsPerEvent: 1_000_000_000,
  /** Score events in one call. */
  scoreEventsPerCall: 100,
  /** Characters of a score event's id. */
  scoreEventIdLength: 128,
} as const;
