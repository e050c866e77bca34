import type { Engine } from '../../../src/core/index.js';
import { CurrentLive } from '../../../src/core/session/current-live.js';
import { LiveFeed } from '../../../src/core/session/live-feed.js';
import type { SessionContext } from '../../../src/core/session/session-context.js';
import { BattleStore, type BattleEvents } from '../../../src/core/index.js';
import type { BusMessage } from '../../../src/referee/index.js';
import type { Arena } from './arena.js';
import { hold } from './hold.js';

/** A page of each live's owner that has heard every message of it hears each event of a battle once. */
export function checkEvents({ mirror, told }: Arena): void {
  for (const [liveId, { info }] of mirror.lives) {
    const messages = told.messages.filter(
      (message) =>
        message.liveId === liveId && (message.topic !== 'personal' || message.userId === info.liveOwner.userId),
    );
    const heard = new Set<string>();
    for (const key of eventsOf(messages)) {
      hold(!heard.has(key), () => `the owner of ${liveId} hears ${key} once`);
      heard.add(key);
    }
  }
}

/** What a battle store tells of these messages: name of the event, battle, and host or effect. */
function eventsOf(messages: readonly BusMessage[]): readonly string[] {
  const feed = new LiveFeed();
  const currentLive = new CurrentLive({} as Engine, feed);
  // The store needs no more of its context until somebody sends a command.
  const store = new BattleStore({ feed, currentLive } as unknown as SessionContext);
  const keys: string[] = [];
  store.events.onAny((name, payload) => {
    const key = keyOf(name, payload);
    if (key) keys.push(`${name} ${key}`);
  });
  for (const message of messages) {
    if (message.topic === 'document') feed.receive({ type: 'document', document: message.document });
    if (message.topic === 'personal') feed.receive({ type: 'personal', personal: message.personal });
    if (message.topic === 'scores') {
      const { board, highlights } = message;
      feed.receive({ type: 'scores', board, highlights });
    }
  }
  return keys;
}

/** Null for events that may come more than once: agreements to a rematch can be taken back. */
function keyOf(name: keyof BattleEvents, payload: BattleEvents[keyof BattleEvents]): string | null {
  if (name.startsWith('rematch-') || name === 'score-highlighted') return null;
  if ('effect' in payload) return `${payload.battleInfo.battleId} ${payload.effect.effectId}`;
  if ('battleUser' in payload) return `${payload.battleId} ${payload.battleUser.userId}`;
  if ('invitee' in payload) return `${payload.battleId} ${payload.invitee.userId}`;
  return 'battleInfo' in payload ? payload.battleInfo.battleId : null;
}
