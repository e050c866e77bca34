import { LiveErrorCode, toLiveError } from 'live-battles/core';

const sentences: Partial<Record<LiveErrorCode, string>> = {
  [LiveErrorCode.liveNotFound]: 'This live is over.',
  [LiveErrorCode.requestConflict]: 'Something else is on: co-hosts and guests do not fit on one stage.',
  [LiveErrorCode.allSeatsOccupied]: 'There is no seat left.',
  [LiveErrorCode.seatsDisabled]: 'This live has no seats for guests.',
  [LiveErrorCode.seatRequestNotFound]: 'This request is no longer open.',
  [LiveErrorCode.requestNotFound]: 'This invitation is no longer open.',
  [LiveErrorCode.alreadyConnected]: 'You are already co-hosting.',
  [LiveErrorCode.connectionRequestPending]: 'An invitation between you two is already open.',
  [LiveErrorCode.connectedElsewhere]: 'This host is co-hosting with somebody else.',
  [LiveErrorCode.linkFull]: 'There is no seat left.',
  [LiveErrorCode.connectionTooFrequent]: 'You have invited this host too often: wait a minute.',
  [LiveErrorCode.battleTooFrequent]: 'You have challenged others too often: wait a minute.',
  [LiveErrorCode.noValidOpponent]: 'Nobody here can be challenged right now.',
  [LiveErrorCode.alreadyInBattle]: 'A PK is already on.',
  [LiveErrorCode.battleRequestPending]: 'A challenge is already waiting for an answer.',
  [LiveErrorCode.battleEnded]: 'The PK is over.',
  [LiveErrorCode.battleNotStarted]: 'The PK has not started yet.',
  [LiveErrorCode.effectNotPossible]: 'This gift is not possible at the moment.',
  [LiveErrorCode.unreachable]: 'The server cannot be reached.',
  [LiveErrorCode.mediaUnavailable]: 'No camera or microphone, or no permission to use it.',
};

/** An error as a sentence for a user of the page. */
export function errorSentence(thrown: unknown): string {
  const { code, message } = toLiveError(thrown);
  return sentences[code] ?? `That did not work: ${message}`;
}
