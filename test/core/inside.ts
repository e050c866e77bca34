import { LiveSession } from '../../src/core/index.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { settled } from '../fake-clock.js';
import { documentOf, user } from './examples.js';
import { ScriptedEngine, type ScriptedConnection } from './scripted-engine.js';
import type { Teller } from './teller.js';

/** A session whose user is in no live yet. */
export function start(userId = 'ann'): { engine: ScriptedEngine; session: LiveSession } {
  const engine = new ScriptedEngine();
  engine.user = user(userId);
  return { engine, session: new LiveSession({ engine }) };
}

export interface Visit {
  engine: ScriptedEngine;
  session: LiveSession;
  liveId: string;
  sink: Teller;
  connection: ScriptedConnection;
}

/** Enters the live of `document`. */
export async function enter(
  { engine, session }: Pick<Visit, 'engine' | 'session'>,
  document: LiveDocument,
): Promise<Visit> {
  const entering = session.liveListStore.joinLive({ liveId: document.live.liveId });
  await settled();
  const visit = engine.joins.at(-1)!;
  visit.sink.document(document);
  visit.admit();
  await entering;
  return { engine, session, ...visit };
}

/** A session that has entered the live of `document`, by default ann's own. */
export async function inside(document: LiveDocument = documentOf('ann'), userId = 'ann'): Promise<Visit> {
  return await enter(start(userId), document);
}

/** The stores of what is told about lives, by name; the devices are not among them. */
export function storesOf({
  liveListStore,
  coHostStore,
  battleStore,
  liveSeatStore,
  coGuestStore,
  liveAudienceStore,
}: LiveSession) {
  return { liveListStore, coHostStore, battleStore, liveSeatStore, coGuestStore, liveAudienceStore };
}
