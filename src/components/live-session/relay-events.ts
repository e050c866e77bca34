import type {
  BattleEvents,
  CoGuestEvents,
  CoHostEvents,
  DeviceEvents,
  LiveAudienceEvents,
  LiveListEvents,
  LiveSeatEvents,
  LiveSession,
} from '../../core/index.js';

export type SessionEvents = LiveListEvents &
  CoHostEvents &
  BattleEvents &
  LiveSeatEvents &
  CoGuestEvents &
  LiveAudienceEvents &
  DeviceEvents;

/** Tells every event of a session's stores as a DOM event of the same name; returns the function that ends it. */
export function relayEvents(session: LiveSession, target: EventTarget): () => void {
  const relay = (name: string, detail: unknown): void => {
    target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };
  const stops = [
    session.liveListStore.events.onAny(relay),
    session.coHostStore.events.onAny(relay),
    session.battleStore.events.onAny(relay),
    session.liveSeatStore.events.onAny(relay),
    session.coGuestStore.events.onAny(relay),
    session.liveAudienceStore.events.onAny(relay),
    session.deviceStore.events.onAny(relay),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
