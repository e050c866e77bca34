import { LiveErrorCode } from 'live-battles/core';

const statuses: Record<LiveErrorCode, number> = {
  [LiveErrorCode.internal]: 500,
  [LiveErrorCode.invalidParameter]: 400,
  [LiveErrorCode.liveExists]: 409,
  [LiveErrorCode.liveNotFound]: 404,
  [LiveErrorCode.notInLive]: 409,
  [LiveErrorCode.noPermission]: 403,
  [LiveErrorCode.full]: 409,
  [LiveErrorCode.tooFrequent]: 429,
  [LiveErrorCode.requestConflict]: 409,
  [LiveErrorCode.seatLocked]: 409,
  [LiveErrorCode.seatOccupied]: 409,
  [LiveErrorCode.seatRequestPending]: 409,
  [LiveErrorCode.alreadySeated]: 409,
  [LiveErrorCode.seatRequestNotFound]: 404,
  [LiveErrorCode.allSeatsOccupied]: 409,
  [LiveErrorCode.notSeated]: 409,
  [LiveErrorCode.userAlreadySeated]: 409,
  [LiveErrorCode.seatsDisabled]: 409,
  [LiveErrorCode.requestNotFound]: 404,
  [LiveErrorCode.alreadyConnected]: 409,
  [LiveErrorCode.connectionRequestPending]: 409,
  [LiveErrorCode.connectedElsewhere]: 409,
  [LiveErrorCode.linkFull]: 409,
  [LiveErrorCode.battleNotFound]: 404,
  [LiveErrorCode.noValidOpponent]: 409,
  [LiveErrorCode.notInBattle]: 409,
  [LiveErrorCode.alreadyInBattle]: 409,
  [LiveErrorCode.battleRequestPending]: 409,
  [LiveErrorCode.battleNotStarted]: 409,
  [LiveErrorCode.battleEnded]: 409,
  [LiveErrorCode.metaDataKeysExceeded]: 400,
  [LiveErrorCode.metaDataKeyTooLong]: 400,
  [LiveErrorCode.metaDataValueTooLong]: 400,
  [LiveErrorCode.metaDataTooLarge]: 400,
  [LiveErrorCode.metaDataKeyInvalid]: 400,
  [LiveErrorCode.notLoggedIn]: 401,
  [LiveErrorCode.unauthenticated]: 401,
  [LiveErrorCode.unreachable]: 503,
  [LiveErrorCode.mediaUnavailable]: 500,
};

/** The HTTP status that goes with a refusal. */
export function statusOf(code: LiveErrorCode): number {
  return statuses[code];
}
