import type { RoomServiceClient } from 'livekit-server-sdk';

/** The part of LiveKit's server API that the battle server uses. A test replaces it. */
export type RoomService = Pick<
  RoomServiceClient,
  | 'createRoom'
  | 'deleteRoom'
  | 'getParticipant'
  | 'listParticipants'
  | 'listRooms'
  | 'removeParticipant'
  | 'sendData'
  | 'updateParticipant'
  | 'updateRoomMetadata'
>;

/** Whether LiveKit says that the room or participant does not exist. */
export function isNotFound(error: unknown): boolean {
  return codeOf(error) === 'not_found';
}

/** Whether the error is an answer from LiveKit, and not a failure of the network. */
export function isAnswer(error: unknown): boolean {
  return codeOf(error) !== '';
}

/** Whether LiveKit would refuse the same call again. Any other error may pass with time. */
export function isRefusal(error: unknown): boolean {
  return ['invalid_argument', 'malformed', 'permission_denied', 'unauthenticated'].includes(codeOf(error));
}

/** Awaits a call. Ignores the error that its room or participant does not exist. */
export async function unlessGone(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!isNotFound(error)) throw error;
  });
}

/** Twirp's error code. Empty for network errors, which have other codes and no HTTP status. */
function codeOf(error: unknown): string {
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown };
  return typeof status === 'number' && typeof code === 'string' ? code : '';
}
