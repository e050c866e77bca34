/** Limits of the system; sources: the seeds and AtomicXCore's published documents. */
export const limits = {
  /** Lives in one link, the own one included. */
  linkedLives: 9,
  /** Most lives that one call may invite. Those after the first `linkedLives` get the code `full`. */
  connectionTargets: 50,
  /** Most seats of a voice live. */
  voiceSeatsMax: 50,
  /** Seats of a voice live, if the caller sets no number. */
  voiceSeats: 10,
  /** Most lives on a page of the live list. */
  livePageSize: 20,
  /** Seconds until a request times out, if the caller sets no timeout. */
  requestTimeout: 30,
  /** Longest timeout of a request, seconds. */
  requestTimeoutMax: 600,
  /** Seconds a battle runs, if the caller sets no duration. */
  battleDuration: 300,
  /** Longest battle, seconds, unless the operator sets another limit. */
  battleDurationMax: 3600,
  /** Highest limit that the operator can set for a battle, seconds. */
  battleDurationCeiling: 86_400,
  /** Longest countdown of a battle, seconds. */
  battleCountdownMax: 60,
  /** Longest penalty after a battle, seconds. */
  battlePenaltyMax: 600,
  /** Longest extra time of a battle, seconds. */
  battleExtraTimeMax: 300,
  /** Most multiplier windows of a battle. */
  battleMultipliers: 10,
  /** Highest factor of a multiplier window. */
  battleFactorMax: 10,
  /** Highest factor of a boost. */
  boostFactorMax: 5,
  /** Longest boost, longest time that points are hidden, longest multiplier of a target, seconds. */
  effectSeconds: 300,
  /** Longest extension of a battle at a time, seconds. */
  extensionMax: 10,
  /** Most extensions of a battle. */
  extensions: 3,
  /** Most effects of a battle in all, and most that last or are to come at a time. */
  battleEffects: 100,
  battleEffectsAtOnce: 20,
  /** Most gifts that one packet of scores highlights. */
  highlights: 5,
  /** Length of the rematch window in seconds: the default and the maximum. */
  rematchWindow: 60,
  rematchWindowMax: 600,
  /** Contributors per host that everybody sees. */
  topContributors: 3,
  /** UTF-16 units of a contributor's name and avatar URL. A longer name is cut, a longer URL left out. */
  contributorNameLength: 32,
  contributorAvatarLength: 200,
  /**
   * Guests of other voice lives in a link of more than two: UTF-16 units of the name, which is cut beyond, and UTF-8
   * bytes of the avatar URL as a JSON string with its quotes, which is left out beyond.
   */
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
  /** Most tags of a live. */
  liveCategories: 3,
  /** Most keys of a live's metadata. */
  metaDataKeys: 10,
  /** UTF-8 bytes of a metadata key, of a value, and of all keys and values together. */
  metaDataKeyBytes: 50,
  metaDataValueBytes: 2048,
  metaDataBytes: 16_384,
  /** Most administrators of a live. */
  administrators: 20,
  /** Closed devices of guests that a live remembers. */
  closedDevices: 500,
  /** Most users who are put out of a live at a time. */
  kickedUsers: 500,
  /** Most pending applications for seats of a live; the same number of invitations. */
  guestRequests: 50,
  /** Most co-host invitations to one live that are kept: pending, or settled less than 60 seconds ago. */
  hostRequests: 50,
  /** Most battle requests of one host in 60 seconds. */
  challengesPerMinute: 10,
  /** Most members in the audience list. The count includes all. */
  audienceList: 200,
  /**
   * UTF-16 units of a user's avatar URL; a longer one is left out. Nine linked hosts, their battle and the metadata
   * must fit into LiveKit's room metadata.
   */
  avatarUrlLength: 400,
  /**
   * UTF-16 units of a user's name; a longer one is cut. With the limits above, nine hosts and their battle take at most
   * 60,000 bytes.
   */
  userNameLength: 72,
  /** Most points of one score event. */
  pointsPerEvent: 1_000_000_000,
  /** Most score events in one call. */
  scoreEventsPerCall: 100,
  /** Most characters of a score event's id. */
  scoreEventIdLength: 128,
} as const;
