import type { Room, RoomEventCallbacks } from 'livekit-client';

export type RoomListeners = Partial<RoomEventCallbacks>;

/** Adds the listeners. The returned function removes them, so that a room that lives longer keeps nothing in memory. */
export function listenToRoom(room: Room, listeners: RoomListeners): () => void {
  const entries = Object.entries(listeners) as [keyof RoomEventCallbacks, never][];
  for (const [event, listener] of entries) room.on(event, listener);
  return () => {
    for (const [event, listener] of entries) room.off(event, listener);
  };
}
