import { createContext } from '@lit/context';
import type { LiveSession } from '../../core/index.js';

/**
 * The context in which `<live-session>` provides its session. Its key is a registered symbol, so that two copies of the
 * kit on one page share it.
 */
export const liveSessionContext = createContext<LiveSession | null, symbol>(Symbol.for('live-battles.session'));

export function isLiveSession(value: unknown): value is LiveSession {
  return typeof value === 'object' && value !== null && 'liveSeatStore' in value && 'battleStore' in value;
}
