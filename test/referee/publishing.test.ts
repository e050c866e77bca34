import { describe, expect, it } from 'vitest';
import type { BusMessage } from '../../src/referee/index.js';
import { liveOf, TestWorld } from './test-world.js';

const nine = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida'];

/** The messages that are published while `act` runs. */
async function toldBy(world: TestWorld, act: () => Promise<unknown>): Promise<readonly BusMessage[]> {
  world.published.length = 0;
  await act();
  return [...world.published];
}

const documentsIn = (messages: readonly BusMessage[]): readonly string[] =>
  messages.flatMap(({ topic, liveId }) => (topic === 'document' ? [liveId] : []));
const personalsIn = (messages: readonly BusMessage[]): readonly string[] =>
  messages.flatMap((message) => (message.topic === 'personal' ? [message.userId] : []));

describe('an audience hears nothing', () => {
  it('of a stranger who applies to the hosts of a link and takes it back', async () => {
    const world = await TestWorld.withLink(...nine.slice(0, 8));
    await world.live('zoe');
    const applied = await toldBy(world, () => world.invite('zoe', 'ann'));
    expect({ documents: documentsIn(applied), personals: personalsIn(applied) }).toEqual({
      documents: [],
      personals: ['zoe', 'ann'],
    });
    const cancelled = await toldBy(world, () =>
      world.host('zoe', { type: 'cancel-host-connection', toLiveId: liveOf('ann') }),
    );
    expect(documentsIn(cancelled)).toEqual([]);
    expect(world.invitation('zoe', 'ann')).toBe('cancelled');
  });

  it('of a viewer who applies for a seat in a linked voice live', async () => {
    const world = new TestWorld();
    for (const userId of ['ann', 'bob']) {
      await world.execute(userId, { type: 'create-live', liveId: liveOf(userId), seatLayoutTemplate: 70 });
    }
    await world.link('ann', 'bob');
    const told = await toldBy(world, () => world.execute('vic', { type: 'apply-for-seat', liveId: liveOf('bob') }));
    expect({ documents: documentsIn(told), personals: [...personalsIn(told)].sort() }).toEqual({
      documents: [],
      personals: ['bob', 'vic'],
    });
  });

  it('of an invitation that times out and is forgotten', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.invite('ann', 'bob');
    const told = await toldBy(world, () => world.clock.advance(600_000));
    expect(documentsIn(told)).toEqual([]);
    expect(personalsIn(told)).toEqual(['ann', 'bob', 'ann', 'bob']);
  });

  it('of a host who blinks: nobody does', async () => {
    const world = await TestWorld.withLink(...nine);
    const told = await toldBy(world, async () => {
      await world.referee.notePresence(liveOf('bob'), 'bob', false);
      await world.clock.advance(4_999);
      await world.referee.notePresence(liveOf('bob'), 'bob', true);
    });
    expect(told).toEqual([]);
  });

  it('of a viewer who was kicked; whoever guards the room does', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const told = await toldBy(world, () => world.host('ann', { type: 'kick-user', userId: 'vic' }));
    expect(told).toEqual([
      { topic: 'kicked', liveId: 'ann_live', revision: expect.any(Number) as number, kicked: ['vic'] },
    ]);
  });

  it('of challenges that wait for an answer', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const told = await toldBy(world, () => world.challenge('ann', 'bob'));
    expect({ documents: documentsIn(told), personals: personalsIn(told) }).toEqual({
      documents: [],
      personals: ['ann', 'bob'],
    });
  });
});

describe('of those who ask for a seat', () => {
  it('each hears of their own requests alone', async () => {
    const world = await TestWorld.withLives('ann');
    const apply = (userId: string) => world.execute(userId, { type: 'apply-for-seat', liveId: liveOf('ann') });
    await apply('vic');
    const told = await toldBy(world, () => apply('wim'));
    expect([...personalsIn(told)].sort()).toEqual(['ann', 'wim']);
  });

  it('a new administrator hears of all, an old one that they are none of their business any more', async () => {
    const world = await TestWorld.withLives('ann');
    await world.execute('vic', { type: 'apply-for-seat', liveId: liveOf('ann') });
    const named = await toldBy(world, () => world.host('ann', { type: 'set-administrator', userId: 'wim' }));
    expect(personalsIn(named)).toEqual(['wim']);
    expect(world.personal('wim').guestRequests).toHaveLength(1);
    const revoked = await toldBy(world, () => world.host('ann', { type: 'revoke-administrator', userId: 'wim' }));
    expect(personalsIn(revoked)).toEqual(['wim']);
    expect(world.personal('wim').guestRequests).toEqual([]);
  });
});

it('a battle of nine that starts is told once in each of the nine lives', async () => {
  const world = await TestWorld.withLink(...nine);
  const [first = '', ...others] = nine;
  const told = await toldBy(world, () => world.battle(60, first, ...others));
  expect([...documentsIn(told)].sort()).toEqual(nine.map(liveOf));
  expect([...personalsIn(told)].sort()).toEqual(nine);
});

it('public and personal revisions grow apart from each other', async () => {
  const world = await TestWorld.withLives('ann', 'bob');
  await world.invite('ann', 'bob');
  expect([world.document('ann').revision, world.personal('ann').revision]).toEqual([1, 2]);
  await world.host('ann', { type: 'update-live', notice: 'welcome' });
  expect([world.document('ann').revision, world.personal('ann').revision]).toEqual([2, 2]);
  const view = await world.referee.view(liveOf('ann'), 'ann');
  expect([view?.document.revision, view?.personal.revision]).toEqual([2, 2]);
});

it('requests are shown in the order of asking, whatever else is looked at with them', async () => {
  const world = await TestWorld.withLives('ann', 'bob', 'cid', 'dan');
  await world.invite('bob', 'ann');
  await world.invite('cid', 'ann');
  await world.invite('dan', 'cid');
  // This command loads dan's requests before those of cid.
  await world.host('dan', { type: 'end-live' });
  const asked = world.personal('cid').coHostRequests.map(({ inviter }) => inviter.userId);
  expect(asked).toEqual(['cid', 'dan']);
});
