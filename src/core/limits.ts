/** Limits of the system; sources: the seeds and AtomicXCore's published documents. */
export const limits = {
  /** Lives in one link, the own one included. */
  linkedLives: 9,
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
  /** Longest battle, seconds. */
  battleDurationMax: 3600,
  /** Longest countdown of a battle, seconds. */
  battleCountdownMax: 60,
  /** Longest penalty after a battle, seconds. */
  battlePenaltyMax: 600,
  /** UTF-16 units of an `extensionInfo`. */
  extensionInfoLength: 2048,
  /** UTF-8 bytes of a live's name. */
  liveNameBytes: 100,
  /** UTF-16 units of a live's cover URL. */
  coverUrlLength: 200,
  /** UTF-16 units of a user's avatar URL. */
  avatarUrlLength: 2048,
  /** UTF-16 units of a user's name. */
  userNameLength: 256,
  /** Points one score event may add. */
  pointsPerEvent: 1_000_000_000,
  /** Score events in one call. */
  scoreEventsPerCall: 100,
  /** Characters of a score event's id. */
  scoreEventIdLength: 128,
} as const;
