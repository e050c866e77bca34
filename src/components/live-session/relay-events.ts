import type { BattleEvents, CoHostEvents, LiveListEvents, LiveSession } from '../../core/index.js';

export type SessionEvents = LiveListEvents & CoHostEvents & BattleEvents;

/** Tells every event of a session's stores as a DOM event of the same name; returns the function that ends it. */
export function relayEvents({ liveListStore, coHostStore, battleStore }: LiveSession, target: EventTarget): () => void {
  const relay = (name: string, detail: unknown): void => {
    target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };
  const stops = [liveListStore.events.onAny(relay), coHostStore.events.onAny(relay), battleStore.events.onAny(relay)];
  return () => {
    for (const stop of stops) stop();
  };
}
