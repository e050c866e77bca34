import { describe, expect, it } from 'vitest';
import { replay, type ScoreEntry } from '../../src/referee/index.js';
import { TestWorld } from './test-world.js';

type Gift = readonly [giver: string, points: number, userId?: string];

/** A battle of ann, bob and cid. Gifts with negative points are corrections that name their giver. */
async function battle() {
  const world = await TestWorld.withLink('ann', 'bob', 'cid');
  const battleId = await world.battle(60, 'ann', 'bob', 'cid');
  let ids = 0;
  const entryOf = ([giver, points, userId = 'ann']: Gift): ScoreEntry => ({
    eventId: `gift-${ids++}`,
    userId,
    points,
    contributor: points > 0 ? { userId: giver, userName: giver.toUpperCase() } : { userId: giver },
  });
  const post = async (...gifts: Gift[]) => await world.referee.addScores(battleId, gifts.map(entryOf));
  const top = (userId = 'ann'): string =>
    (world.boards('cid').at(-1)?.contributors[userId] ?? []).map((one) => `${one.userName} ${one.points}`).join();
  const checkReplay = async (): Promise<void> => {
    const replayed = replay(await world.referee.ledger(battleId)).at(-1)?.battle;
    expect(replayed).toEqual(await world.referee.battle(battleId));
  };
  return { world, battleId, post, top, checkReplay };
}

const fourGivers: readonly Gift[] = [
  ['gus', 9],
  ['hal', 7],
  ['ida', 5],
  ['jon', 4],
];

describe('a correction that names a contributor', () => {
  it('takes the points from them too, and the next one moves up', async () => {
    const { world, post, top, checkReplay } = await battle();
    await post(...fourGivers);
    const { results, totals } = await post(['gus', -8]);
    expect(results).toMatchObject([{ status: 'counted', points: -8 }]);
    expect(totals).toEqual({ ann: 17, bob: 0, cid: 0 });
    expect(top()).toBe('HAL 7,IDA 5,JON 4');
    expect(world.document('bob').board).toBeTruthy();
    await checkReplay();
  });

  it('lets them stay where they are still among the best, behind those who had as much before', async () => {
    const { post, top } = await battle();
    await post(...fourGivers, ['gus', -2]);
    expect(top()).toBe('HAL 7,GUS 7,IDA 5');
    await post(['hal', -2]);
    expect(top()).toBe('GUS 7,IDA 5,HAL 5');
  });

  it('leaves them nothing less than nothing, and shows nobody who has nothing left', async () => {
    const { post, top, checkReplay } = await battle();
    await post(['gus', 9], ['hal', 2]);
    await post(['gus', -1_000]);
    expect(top()).toBe('HAL 2');
    await post(['hal', -2]);
    expect(top()).toBe('');
    await post(['gus', 1]);
    expect(top()).toBe('GUS 1');
    await checkReplay();
  });

  it('is about this host alone', async () => {
    const { post, top } = await battle();
    await post(['gus', 9], ['gus', 5, 'bob']);
    const { totals } = await post(['gus', -3]);
    expect(totals).toEqual({ ann: 6, bob: 5, cid: 0 });
    expect([top('ann'), top('bob')]).toEqual(['GUS 6', 'GUS 5']);
  });

  it('of somebody who gave nothing takes points from the host alone', async () => {
    const { post, top, checkReplay } = await battle();
    await post(['gus', 9]);
    const { totals } = await post(['constructor', -4], ['__proto__', -1]);
    expect(totals.ann).toBe(4);
    expect(top()).toBe('GUS 9');
    await checkReplay();
  });

  it('finds the next ones when several of one call fall, also among those who gave in the same call', async () => {
    const { post, top, checkReplay } = await battle();
    await post(...fourGivers, ['kim', 3], ['lea', 2], ['mia', 1], ['nat', 1]);
    await post(['gus', -9], ['hal', -7], ['ida', -5], ['jon', -4]);
    expect(top()).toBe('KIM 3,LEA 2,MIA 1');
    await post(['nat', 4], ['kim', -3], ['mia', -1], ['oda', 1]);
    expect(top()).toBe('NAT 5,LEA 2,ODA 1');
    await post(['pia', 6], ['pia', -4]);
    expect(top()).toBe('NAT 5,LEA 2,PIA 2');
    await checkReplay();
  });

  it('is taken as it is, whatever multiplier the gift had', async () => {
    const { world, battleId, top, post } = await battle();
    await world.clock.advance(60_000);
    const config = { duration: 60, needResponse: false, multipliers: [{ from: 0, to: 60, factor: 3 }] };
    const next = await world.host('ann', { type: 'request-battle', userIds: ['bob', 'cid'], config });
    expect(next.battleId).not.toBe(battleId);
    const contributor = { userId: 'gus', userName: 'GUS' };
    const gift = { eventId: 'gift', userId: 'ann', points: 5, contributor };
    await world.referee.addScores(next.battleId, [gift, { ...gift, eventId: 'refund', points: -5 }]);
    expect(top()).toBe('GUS 10');
    expect((await post(['gus', -1])).results[0]?.status).toBe('battle-ended');
  });

  it('counts once, and decides who was the most valuable', async () => {
    const { world, battleId, post } = await battle();
    await post(...fourGivers);
    const refund = { eventId: 'refund', userId: 'ann', points: -6, contributor: { userId: 'gus' } };
    for (const status of ['counted', 'duplicate']) {
      expect((await world.referee.addScores(battleId, [refund])).results[0]?.status).toBe(status);
    }
    await world.clock.advance(60_000);
    expect(world.document('ann').battle?.result?.mvp).toMatchObject({ userId: 'hal', userName: 'HAL', points: 7 });
  });

  it('is in the ledger with the giver alone', async () => {
    const { world, battleId, post } = await battle();
    await post(['gus', 9], ['gus', -4]);
    const [event] = (await world.events(battleId)).slice(-1);
    expect(event).toMatchObject({ type: 'score-corrected', userId: 'ann', points: -4, giverId: 'gus' });
    expect(event).not.toHaveProperty('contributor');
  });
});
