import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type BattleConfig } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

async function invite(world: TestWorld, from: string, to: string, battle: Partial<BattleConfig>): Promise<void> {
  await world.host(from, { type: 'request-host-connection', targetLiveIds: [liveOf(to)], battle });
}

async function accept(world: TestWorld, from: string, to: string): Promise<void> {
  await world.host(to, { type: 'accept-host-connection', fromLiveId: liveOf(from) });
}

describe('an invitation that carries a battle', () => {
  it('shows it, complete with the defaults, and starts it with the acceptance', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await invite(world, 'ann', 'bob', { duration: 90, needResponse: true, extensionInfo: 'rematch' });
    const phases = { duration: 90, countdown: 0, penalty: 0, extraTime: 0, rematchWindow: 60 };
    const expected = {
      ...phases,
      needResponse: false,
      multipliers: [],
      effects: [],
      teams: null,
      extensionInfo: 'rematch',
    };
    for (const userId of ['ann', 'bob']) expect(world.personal(userId).coHostRequests[0]?.battle).toEqual(expected);
    await accept(world, 'ann', 'bob');
    for (const userId of ['ann', 'bob']) {
      expect(world.linked(userId)).toEqual(['ann', 'bob']);
      expect(world.document(userId).battle).toMatchObject({
        phase: 'running',
        inviter: { userId: 'ann' },
        config: expected,
        users: [{ userId: 'ann' }, { userId: 'bob' }],
      });
    }
  });

  it('starts it in the same decision: nobody ever sees the link without it', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await invite(world, 'ann', 'bob', { countdown: 3 });
    await accept(world, 'ann', 'bob');
    const linked = world.published.flatMap((message) =>
      message.topic === 'document' && message.document.link ? [message.document.battle?.phase] : [],
    );
    expect(new Set(linked)).toEqual(new Set(['countdown']));
  });

  it('says nothing of a battle when it carries none', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.link('ann', 'bob');
    expect(world.personal('bob').coHostRequests[0]?.battle).toBeNull();
    expect(world.document('ann').battle).toBeNull();
  });

  it('starts none when it is rejected', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await invite(world, 'ann', 'bob', {});
    await world.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    expect(world.document('ann')).toMatchObject({ link: null, battle: null });
  });

  it('into a link is a battle of these two alone', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await invite(world, 'ann', 'cid', {});
    await accept(world, 'ann', 'cid');
    expect(world.document('bob').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'cid']);
  });

  const busy: [string, (world: TestWorld) => Promise<unknown>][] = [
    ['runs', (world) => world.battle(60, 'ann', 'bob')],
    ['is asked for', (world) => world.challenge('ann', 'bob')],
  ];
  it.each(busy)('only joins the link where a battle %s', async (_, prepare) => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await prepare(world);
    await invite(world, 'ann', 'cid', {});
    const { battle } = world.document('bob');
    await accept(world, 'ann', 'cid');
    expect(world.linked('cid')).toEqual(['ann', 'bob', 'cid']);
    expect(world.document('bob').battle).toEqual(battle);
    expect(world.document('cid').battle).toEqual(battle);
  });

  it('starts one battle, whoever of several accepts first', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    for (const userId of ['bob', 'cid']) await invite(world, 'ann', userId, {});
    await accept(world, 'ann', 'cid');
    await accept(world, 'ann', 'bob');
    expect(world.document('bob').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'cid']);
  });

  it('is refused with a battle that cannot be', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    expect(await codeOf(invite(world, 'ann', 'bob', { duration: 3601 }))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(invite(world, 'ann', 'bob', { penalty: -1 }))).toBe(LiveErrorCode.invalidParameter);
  });
});
