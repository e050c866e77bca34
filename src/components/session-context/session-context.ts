import { createContext } from '@lit/context';
import type { LiveSession } from '../../core/index.js';

/** How `<live-session>` hands its session down; registered by name, so that two copies of the kit on a page agree. */
export const liveSessionContext = createContext<LiveSession | null, symbol>(Symbol.for('live-battles.session'));

export function isLiveSession(value: unknown): value is LiveSession {
  return typeof value === 'object' && value !== null && 'liveSeatStore' in value && 'battleStore' in value;
}
