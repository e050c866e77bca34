import type { BattleEvents } from '../stores/battle/battle-events.js';
import type { CoGuestEvents } from '../stores/guest/coguest-events.js';
import type { CoHostEvents } from '../stores/cohost/cohost-events.js';
import type { DeviceEvents } from '../stores/device/device-store.js';
import type { LiveAudienceEvents } from '../stores/live/audience-events.js';
import type { LiveListEvents } from '../stores/live/live-list-store.js';
import type { LiveSeatEvents } from '../stores/seat/live-seat-events.js';
import type { LiveSession, LiveSessionEvents } from './live-session.js';

/** The events of a session and its stores. Their names are unique. */
export type SessionEvents = LiveSessionEvents &
  LiveListEvents &
  CoHostEvents &
  BattleEvents &
  LiveSeatEvents &
  CoGuestEvents &
  LiveAudienceEvents &
  DeviceEvents;

/** Listens to every event of a session and its stores. Returns the function that stops it. */
export function onSessionEvent(
  session: LiveSession,
  listener: (name: keyof SessionEvents, payload: SessionEvents[keyof SessionEvents]) => void,
): () => void {
  const { liveListStore, coHostStore, battleStore, liveSeatStore, coGuestStore, liveAudienceStore, deviceStore } =
    session;
  const stops = [
    session.events.onAny(listener),
    liveListStore.events.onAny(listener),
    coHostStore.events.onAny(listener),
    battleStore.events.onAny(listener),
    liveSeatStore.events.onAny(listener),
    coGuestStore.events.onAny(listener),
    liveAudienceStore.events.onAny(listener),
    deviceStore.events.onAny(listener),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
