/** Codes up to 100504 are AtomicXCore's own; 190000 and up are ours. */
export const LiveErrorCode = {
  internal: 100001,
  invalidParameter: 100002,
  liveExists: 100003,
  liveNotFound: 100004,
  notInLive: 100005,
  noPermission: 100006,
  full: 100008,
  tooFrequent: 100012,
  requestConflict: 100102,
  seatLocked: 100200,
  seatOccupied: 100201,
  seatRequestPending: 100202,
  alreadySeated: 100203,
  seatRequestNotFound: 100204,
  allSeatsOccupied: 100205,
  notSeated: 100206,
  userAlreadySeated: 100210,
  seatsDisabled: 100211,
  requestNotFound: 100400,
  alreadyConnected: 100401,
  connectionRequestPending: 100402,
  connectedElsewhere: 100403,
  linkFull: 100404,
  connectionTooFrequent: 100405,
  battleNotFound: 100411,
  noValidOpponent: 100412,
  battleTooFrequent: 100413,
  notInBattle: 100414,
  alreadyInBattle: 100415,
  battleRequestPending: 100416,
  battleNotRunning: 100418,
  battleNotCancellable: 100419,
  battleNotStarted: 100420,
  battleEnded: 100421,
  metaDataKeysExceeded: 100500,
  metaDataKeyTooLong: 100501,
  metaDataValueTooLong: 100502,
  metaDataTooLarge: 100503,
  metaDataKeyInvalid: 100504,
  notLoggedIn: 190001,
  unauthenticated: 190002,
  unreachable: 190003,
  mediaUnavailable: 190004,
  effectNotAllowed: 190005,
  effectConflict: 190006,
  effectNotPossible: 190007,
} as const;

export type LiveErrorCode = (typeof LiveErrorCode)[keyof typeof LiveErrorCode];

/** The only error that the kit's methods reject with. */
export class LiveError extends Error {
  override readonly name = 'LiveError';

  constructor(
    readonly code: LiveErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }

  toJSON(): { code: LiveErrorCode; message: string } {
    return { code: this.code, message: this.message };
  }
}

/** Returns a `LiveError` as it is; wraps any other error as `internal`. */
export function toLiveError(thrown: unknown): LiveError {
  if (thrown instanceof LiveError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new LiveError(LiveErrorCode.internal, message, { cause: thrown });
}
