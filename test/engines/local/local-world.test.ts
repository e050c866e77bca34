import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../../src/core/index.js';
import { settled } from '../../fake-clock.js';
import { Neighbourhood } from './neighbourhood.js';
import { RecordingSink } from '../recording-sink.js';

async function linked(neighbourhood = new Neighbourhood()) {
  const ann = await neighbourhood.host('ann');
  const bob = await neighbourhood.host('bob');
  await neighbourhood.link(ann, 'ann', bob, 'bob');
  return { neighbourhood, world: neighbourhood.world, clock: neighbourhood.clock, ann, bob };
}

describe('what plays the backend', () => {
  it('adds points, which reach everybody as one board', async () => {
    const { neighbourhood, world, ann, bob } = await linked();
    const battleId = await neighbourhood.battle(ann, 'ann', 'bob');
    const { totals } = await world.addScores(battleId, [{ eventId: 'rose', userId: 'bob', points: 5 }]);
    await settled();
    expect(totals).toEqual({ ann: 0, bob: 5 });
    for (const { sink } of [ann, bob]) expect(sink.boards.at(-1)?.totals).toEqual({ ann: 0, bob: 5 });
  });

  it('is refused like by the server', async () => {
    const { world } = await linked();
    const adding = world.addScores('nothing', [{ eventId: 'rose', userId: 'bob', points: 5 }]);
    await expect(adding).rejects.toMatchObject({ code: LiveErrorCode.battleNotFound });
    await expect(world.endBattle('nothing')).rejects.toMatchObject({ code: LiveErrorCode.battleNotFound });
    await expect(world.closeLive('nothing')).rejects.toMatchObject({ code: LiveErrorCode.liveNotFound });
  });

  it('ends battles and lives', async () => {
    const { neighbourhood, world, ann, bob } = await linked();
    const battleId = await neighbourhood.battle(ann, 'ann', 'bob');
    await world.endBattle(battleId);
    await settled();
    expect(bob.sink.documents.at(-1)?.battle?.endedReason).toBe('ended-by-server');
    await world.closeLive('bob_live');
    await settled();
    expect(bob.sink.documents.at(-1)?.live.endedReason).toBe('ended-by-server');
    expect(ann.sink.documents.at(-1)?.link).toBeNull();
  });
});

describe('a host who is gone', () => {
  it('is shown as reconnecting when they closed, and is back when they join again', async () => {
    const { neighbourhood, clock, ann, bob } = await linked();
    const leftAt = clock.now();
    await bob.connection.close();
    await clock.advance(5_000);
    const member = (): number | null | undefined => ann.sink.documents.at(-1)?.link?.members[1]?.lostAt;
    expect(member()).toBe(leftAt);
    expect(ann.sink.present).toEqual(['ann']);
    await neighbourhood.enter(bob.engine, 'bob_live');
    await settled();
    expect(member()).toBeNull();
    expect(ann.sink.present).toEqual(['ann', 'bob']);
  });

  it('is not gone when a visit to another live ends', async () => {
    const { neighbourhood, ann, bob } = await linked();
    const visit = await neighbourhood.enter(bob.engine, 'ann_live');
    await visit.connection.close();
    await settled();
    expect(ann.sink.documents.at(-1)?.link?.members.map(({ lostAt }) => lostAt)).toEqual([null, null]);
  });

  it('hears nothing any more when the page crashed, and leaves the link after the grace', async () => {
    const { neighbourhood, world, clock, ann, bob } = await linked(new Neighbourhood({ grace: { seat: 5_000 } }));
    await neighbourhood.battle(ann, 'ann', 'bob');
    const calls = bob.sink.types.length;
    await world.crash('bob');
    await clock.advance(5_000);
    expect(bob.sink.types).toHaveLength(calls);
    expect(ann.sink.documents.at(-1)).toMatchObject({ link: null, battle: { endedReason: 'all-member-exit' } });
  });
});

describe('a network that is cut', () => {
  it('is told as reconnecting; what was missed comes at once when it is back', async () => {
    const { neighbourhood, world, clock, ann, bob } = await linked();
    await world.cutNetwork('bob');
    expect(bob.sink.states.at(-1)).toBe('reconnecting');
    const calls = bob.sink.types.length;
    const battleId = await neighbourhood.battle(ann, 'ann', 'bob');
    await world.addScores(battleId, [{ eventId: 'rose', userId: 'ann', points: 5 }]);
    await clock.advance(10_000);
    expect(bob.sink.types).toHaveLength(calls);
    expect(ann.sink.documents.at(-1)?.link?.members[1]?.lostAt).not.toBeNull();

    await world.restoreNetwork('bob');
    expect(bob.sink.states.at(-1)).toBe('connected');
    expect(bob.sink.documents.at(-1)).toMatchObject({
      battle: { battleId, phase: 'running' },
      board: { totals: { ann: 5, bob: 0 } },
    });
    await settled();
    expect(ann.sink.documents.at(-1)?.link?.members[1]?.lostAt).toBeNull();
    await world.addScores(battleId, [{ eventId: 'tulip', userId: 'bob', points: 1 }]);
    await settled();
    expect(bob.sink.boards.at(-1)?.totals).toEqual({ ann: 5, bob: 1 });
  });

  it('lets no command through', async () => {
    const { world, bob } = await linked();
    await world.cutNetwork('bob');
    const leaving = bob.engine.execute({ type: 'exit-host-connection', liveId: 'bob_live' });
    await expect(leaving).rejects.toMatchObject({ code: LiveErrorCode.unreachable });
    await expect(bob.engine.serverTime()).rejects.toMatchObject({ code: LiveErrorCode.unreachable });
    await expect(bob.engine.join('ann_live', new RecordingSink())).rejects.toMatchObject({
      code: LiveErrorCode.unreachable,
    });
    await world.restoreNetwork('bob');
    await bob.engine.execute({ type: 'exit-host-connection', liveId: 'bob_live' });
  });

  it('lets the page be left meanwhile', async () => {
    const { world, bob } = await linked();
    await world.cutNetwork('bob');
    const calls = bob.sink.types.length;
    await bob.connection.close();
    await world.restoreNetwork('bob');
    await settled();
    expect(bob.sink.types).toHaveLength(calls);
  });

  it('shows the end of a live that came meanwhile', async () => {
    const { neighbourhood, world, ann } = await linked();
    const vic = await neighbourhood.viewer('vic', 'ann');
    await world.cutNetwork('vic');
    await ann.engine.execute({ type: 'end-live', liveId: 'ann_live' });
    await world.restoreNetwork('vic');
    expect(vic.sink.documents.at(-1)?.live.endedReason).toBe('ended-by-host');
  });
});

it('who comes back to find their live’s id in use by another host does not make that host look lost', async () => {
  const neighbourhood = new Neighbourhood();
  const { world } = neighbourhood;
  const ann = await neighbourhood.host('ann');
  await world.cutNetwork('ann');
  await world.closeLive('ann_live');
  const eve = await neighbourhood.engine('eve');
  neighbourhood.clock.skip(5);
  await eve.execute({ type: 'create-live', liveId: 'ann_live' });
  await neighbourhood.enter(eve, 'ann_live');
  await world.restoreNetwork('ann');
  await ann.connection.close();
  expect((await world.referee.view('ann_live'))?.document).toMatchObject({ hostLostAt: null });
});
