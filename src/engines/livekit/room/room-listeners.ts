import type { Room, RoomEventCallbacks } from 'livekit-client';

export type RoomListeners = Partial<RoomEventCallbacks>;

/** Adds them all; the function that comes back takes them all off, so that a room that lingers holds nothing of ours. */
export function listenToRoom(room: Room, listeners: RoomListeners): () => void {
  const entries = Object.entries(listeners) as [keyof RoomEventCallbacks, never][];
  for (const [event, listener] of entries) room.on(event, listener);
  return () => {
    for (const [event, listener] of entries) room.off(event, listener);
  };
}
