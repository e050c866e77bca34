import { Type, type TProperties } from '@sinclair/typebox';
import type { UserCommand } from 'live-battles/protocol';
import { LiveId, strict } from '../values.js';

/** What one command looks like; all name the live they are for. */
export function command<T extends UserCommand['type'], P extends TProperties>(type: T, properties: P) {
  return Type.Object({ type: Type.Literal(type), liveId: LiveId, ...properties }, { ...strict, title: type });
}
