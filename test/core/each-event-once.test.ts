import { afterEach, expect, it } from 'vitest';
import { LiveSession } from '../../src/core/index.js';
import { LocalEngine, LocalWorld } from '../../src/engines/local/index.js';
import { EventLog } from '../conformance/event-log.js';
import { FakeClock } from '../fake-clock.js';

const clock = new FakeClock();
const world = new LocalWorld({ clock });
afterEach(() => world.dispose());

interface Actor {
  session: LiveSession;
  heard: EventLog;
}

async function open(userId: string, liveId = `${userId}_live`): Promise<Actor> {
  const session = new LiveSession({ engine: new LocalEngine({ world, user: { userId } }) });
  const heard = new EventLog(userId, session);
  if (liveId === `${userId}_live`) await session.liveListStore.createLive({ liveId });
  else await session.liveListStore.joinLive({ liveId });
  return { session, heard };
}

async function blink(...userIds: string[]): Promise<void> {
  for (const userId of userIds) await world.cutNetwork(userId);
  await clock.advance(1_000);
  for (const userId of userIds) await world.restoreNetwork(userId);
  await clock.advance(0);
}

it('a network that comes and goes at every step tells nobody anything twice', async () => {
  const [ann, bob] = [await open('ann'), await open('bob')];
  const vic = await open('vic', 'ann_live');
  const everybody = ['ann', 'bob', 'vic'];
  await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: 'bob_live' });
  await blink(...everybody);
  await world.cutNetwork('ann');
  await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: 'ann_live' });
  await blink(...everybody);
  const config = { duration: 10, penalty: 10, rematchWindow: 30 };
  const { battleId } = await ann.session.battleStore.requestBattle({ userIdList: ['bob'], config });
  await blink(...everybody);
  await world.cutNetwork('ann');
  await bob.session.battleStore.acceptBattle({ battleId });
  await blink(...everybody);
  await world.addScores(battleId, [{ eventId: 'rose', userId: 'ann', points: 5 }]);
  await world.cutNetwork('vic');
  await clock.advance(10_000);
  await blink(...everybody);
  await clock.advance(10_000);
  await blink(...everybody);
  await bob.session.battleStore.requestRematch({ battleId });
  await blink(...everybody);
  await clock.advance(30_000);
  await blink(...everybody);
  await bob.session.coHostStore.exitHostConnection();
  await blink(...everybody);
  await world.cutNetwork('vic');
  await world.closeLive('ann_live');
  await blink(...everybody);

  const battle = [
    'battle-user-joined',
    'battle-user-joined',
    'battle-started',
    'battle-ended',
    'penalty-started',
    'penalty-ended',
    'rematch-requested',
    'rematch-closed',
  ];
  expect(ann.heard.names().filter((name) => !name.startsWith('audience'))).toEqual([
    'cohost-request-accepted',
    'cohost-user-joined',
    'battle-request-accepted',
    ...battle,
    'cohost-user-left',
    'live-ended',
  ]);
  const received = ['cohost-request-received', 'cohost-user-joined', 'battle-request-received'];
  expect(bob.heard.names()).toEqual([...received, ...battle, 'cohost-user-left']);
  expect(vic.heard.names().filter((name) => !name.startsWith('audience'))).toEqual([
    'cohost-user-joined',
    ...battle,
    'cohost-user-left',
    'live-ended',
  ]);
});

it('a host who leaves the link while challenged, and comes back, hears once that the challenge is off', async () => {
  const [ann, bob, cat] = [await open('ann'), await open('bob'), await open('cat')];
  const bring = async ({ session }: Actor, liveId: string): Promise<void> => {
    await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: liveId });
    await clock.advance(0);
    await session.coHostStore.acceptHostConnection({ fromHostLiveId: 'ann_live' });
    await clock.advance(0);
  };
  await bring(bob, 'bob_live');
  await bring(cat, 'cat_live');
  await ann.session.battleStore.requestBattle({ userIdList: ['bob', 'cat'], timeout: 600 });
  await clock.advance(0);
  await bob.session.coHostStore.exitHostConnection();
  await clock.advance(0);
  expect(bob.heard.count('battle-request-cancelled')).toBe(1);
  await bring(bob, 'bob_live');
  expect(bob.session.coHostStore.connected.get()).toHaveLength(3);
  expect(bob.heard.count('battle-request-cancelled')).toBe(1);
});
