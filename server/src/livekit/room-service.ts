import type { RoomServiceClient } from 'livekit-server-sdk';

/** The part of LiveKit's server API that the battle server uses: what a test has to stand in for. */
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

/** Whether LiveKit has answered at all, though with an error. */
export function isAnswer(error: unknown): boolean {
  return codeOf(error) !== '';
}

/** Whether LiveKit has understood and will say no again; anything else may pass with time. */
export function isRefusal(error: unknown): boolean {
  return ['invalid_argument', 'malformed', 'permission_denied', 'unauthenticated'].includes(codeOf(error));
}

/** Lets a call pass that only says that there is nothing left to do. */
export async function unlessGone(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!isNotFound(error)) throw error;
  });
}

/** Twirp's code; empty for errors of the network, which have codes of their own but no status. */
function codeOf(error: unknown): string {
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown };
  return typeof status === 'number' && typeof code === 'string' ? code : '';
}
