import { onSessionEvent, type LiveSession } from '../../core/index.js';

/** Tells every event of a session's stores as a DOM event of the same name; returns the function that ends it. */
export function relayEvents(session: LiveSession, target: EventTarget): () => void {
  return onSessionEvent(session, (name, detail) => {
    target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  });
}
