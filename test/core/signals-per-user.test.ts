import { describe, expect, it } from 'vitest';
import { subscribe, type ReadonlySignal } from '../../src/core/index.js';
import { KeyedSignals } from '../../src/core/reactivity/keyed-signals.js';
import { settled } from '../fake-clock.js';
import { battleOf, boardOf, documentOf, linkOf } from './examples.js';
import { inside } from './inside.js';

const users = ['ann', 'bob', 'cyd'];
const running = documentOf('ann', {
  link: linkOf(...users),
  battle: battleOf(users),
  board: boardOf(1, { ann: 5, bob: 3, cyd: 3 }),
});

/** What followers of one signal per user are told, user by user. */
function following<T>(of: (userId: string) => ReadonlySignal<T>): string[] {
  const heard: string[] = [];
  for (const userId of users) subscribe(of(userId), (value) => heard.push(`${userId} ${String(value)}`));
  heard.length = 0;
  return heard;
}

describe('points per user', () => {
  it('wake the followers of a user whose points changed, and nobody else', async () => {
    const { session, sink } = await inside(running);
    const heard = following((userId) => session.battleStore.pointsOf(userId));
    sink.scores(boardOf(2, { ann: 5, bob: 4, cyd: 3 }));
    await settled();
    expect(heard).toEqual(['bob 4']);
  });

  it('are 0 for a user without points, also for one named like a field of every object', async () => {
    const { session } = await inside(running);
    const named = ['dan', 'constructor', '__proto__'];
    expect(named.map((userId) => session.battleStore.pointsOf(userId).get())).toEqual([0, 0, 0]);
  });

  it('are null while they are hidden, and come back', async () => {
    const { session, sink } = await inside(running);
    const heard = following((userId) => session.battleStore.pointsOf(userId));
    const hide = { type: 'hide', effectId: 1, contributor: null, userId: 'bob', from: 0, to: 9 } as const;
    sink.document({
      ...running,
      revision: 2,
      battle: battleOf(users, { effects: [hide] }),
      board: boardOf(2, { ann: 5, cyd: 3 }),
    });
    await settled();
    sink.document({ ...running, revision: 3, board: boardOf(3, { ann: 5, bob: 7, cyd: 3 }) });
    await settled();
    expect(heard).toEqual(['bob null', 'bob 7']);
  });

  it('are those of the result once there is one', async () => {
    const { session, sink } = await inside(running);
    const points = session.battleStore.pointsOf('bob');
    const standing = { userId: 'bob', score: 8, rank: 2, outcome: 'lose', winStreak: 0 } as const;
    const result = { standings: [standing], teams: [], mvp: null };
    sink.document({ ...running, revision: 2, battle: battleOf(users, { phase: 'over', result }) });
    expect([points.get(), session.battleStore.rankOf('bob').get()]).toEqual([8, 2]);
  });

  it('are gone with the live, for the holder of the signal too', async () => {
    const { session } = await inside(running);
    const points = session.battleStore.pointsOf('ann');
    expect(points.get()).toBe(5);
    await session.liveListStore.leaveLive();
    expect(points.get()).toBe(0);
  });

  it('are the same signal for one user', async () => {
    const { session } = await inside(running);
    expect(session.battleStore.pointsOf('ann')).toBe(session.battleStore.pointsOf('ann'));
  });
});

describe('ranks per user', () => {
  it('wake the followers of a user whose rank changed, and nobody else', async () => {
    const { session, sink } = await inside(running);
    const heard = following((userId) => session.battleStore.rankOf(userId));
    sink.scores(boardOf(2, { ann: 6, bob: 3, cyd: 3 }));
    await settled();
    expect(heard).toEqual([]);
    sink.scores(boardOf(3, { ann: 6, bob: 3, cyd: 4 }));
    await settled();
    expect(heard).toEqual(['bob 3']);
  });

  it('are those of the team', async () => {
    const battle = battleOf(users, { config: { ...running.battle!.config, teams: [['ann'], ['bob', 'cyd']] } });
    const { session } = await inside({ ...running, battle });
    expect(users.map((userId) => session.battleStore.rankOf(userId).get())).toEqual([2, 1, 1]);
  });

  it('are null without a battle and for users outside it', async () => {
    const { session } = await inside(documentOf('ann'));
    expect(session.battleStore.rankOf('ann').get()).toBeNull();
    const { session: other } = await inside(running);
    expect(other.battleStore.rankOf('dan').get()).toBeNull();
  });

  it('rank who left behind those who stayed', async () => {
    const battle = battleOf(users);
    const left = { ...battle, users: battle.users.map((user) => ({ ...user, exited: user.userId === 'ann' })) };
    const { session } = await inside({ ...running, battle: left });
    expect(users.map((userId) => session.battleStore.rankOf(userId).get())).toEqual([3, 1, 1]);
  });
});

describe('volumes per user', () => {
  it('wake the followers of a user whose volume changed, and nobody else', async () => {
    const { session, sink } = await inside(running);
    const heard = following((userId) => session.liveSeatStore.volumeOf(userId));
    sink.speaking(new Map([['bob', 40]]));
    await settled();
    sink.speaking(
      new Map([
        ['bob', 40],
        ['cyd', 9],
      ]),
    );
    await settled();
    sink.speaking(new Map());
    await settled();
    expect(heard).toEqual(['bob 40', 'cyd 9', 'bob 0', 'cyd 0']);
  });

  it('are 0 after the live was left', async () => {
    const { session, sink } = await inside(running);
    const volume = session.liveSeatStore.volumeOf('ann');
    sink.speaking(new Map([['ann', 40]]));
    expect(volume.get()).toBe(40);
    await session.liveListStore.leaveLive();
    expect(volume.get()).toBe(0);
  });
});

describe('signals by key', () => {
  it('do not make their reader follow all other keys', () => {
    const source = new Map([['a', 1]]);
    let reads = 0;
    const signals = new KeyedSignals((key) => {
      reads++;
      return source.get(key) ?? 0;
    });
    const held = signals.of('a');
    signals.update();
    source.set('a', 2).set('b', 1);
    signals.update();
    expect([held.get(), reads]).toEqual([2, 3]);
  });
});
