import { onSessionEvent, type LiveSession } from '../../core/index.js';

/**
 * Dispatches every event of a session and its stores as a DOM event of the same name. Returns the function that stops
 * it.
 */
export function relayEvents(session: LiveSession, target: EventTarget): () => void {
  return onSessionEvent(session, (name, detail) => {
    target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  });
}
