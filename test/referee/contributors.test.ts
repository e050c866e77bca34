import { describe, expect, it } from 'vitest';
import { limits, type BattleConfig } from '../../src/core/index.js';
import type { ScoreEntry } from '../../src/referee/index.js';
import { TestWorld } from './test-world.js';

async function battle(config: Partial<BattleConfig> = {}) {
  const world = await TestWorld.withLink('ann', 'bob', 'cid');
  const wanted = { duration: 60, needResponse: false, ...config };
  const request = { type: 'request-battle' as const, userIds: ['bob', 'cid'], config: wanted };
  const { battleId } = await world.host('ann', request);
  let ids = 0;
  const give = async (userId: string, points: number, contributor?: ScoreEntry['contributor']) => {
    const entry = { eventId: `gift-${ids++}`, userId, points };
    await world.referee.addScores(battleId, [contributor ? { ...entry, contributor } : entry]);
  };
  const top = (userId: string): string[] =>
    (world.boards('cid').at(-1)?.contributors[userId] ?? []).map((giver) => `${giver.userId} ${giver.points}`);
  return { world, battleId, give, top };
}

const giver = (userId: string) => ({ userId, userName: userId, avatarUrl: '' });

describe('contributors', () => {
  it('are the three most generous of each host, with all they gave', async () => {
    const { give, top } = await battle();
    for (const [userId, points] of [
      ['gus', 5],
      ['hal', 3],
      ['ida', 1],
      ['jon', 2],
      ['ida', 3],
      ['gus', 1],
    ] as const) {
      await give('ann', points, giver(userId));
    }
    await give('bob', 9, giver('jon'));
    await give('bob', 50);
    expect(top('ann')).toEqual(['gus 6', 'ida 4', 'hal 3']);
    expect(top('bob')).toEqual(['jon 9']);
    expect(top('cid')).toEqual([]);
    await give('ann', 9, giver('jon'));
    expect(top('ann')).toEqual(['jon 11', 'gus 6', 'ida 4']);
  });

  it('who gave as much earlier are ahead', async () => {
    const { give, top } = await battle();
    for (const userId of ['gus', 'hal', 'ida', 'jon']) await give('ann', 5, giver(userId));
    expect(top('ann')).toEqual(['gus 5', 'hal 5', 'ida 5']);
    await give('ann', 1, giver('ida'));
    await give('ann', 1, giver('gus'));
    expect(top('ann')).toEqual(['ida 6', 'gus 6', 'hal 5']);
  });

  it('of one call add up, and count as often as the points do', async () => {
    const { world, battleId, top } = await battle({ multipliers: [{ from: 0, to: 10, factor: 4 }] });
    const entries = ['a', 'b'].map((eventId) => ({
      eventId,
      userId: 'ann',
      points: 2,
      contributor: { userId: 'gus' },
    }));
    await world.referee.addScores(battleId, entries);
    expect(top('ann')).toEqual(['gus 16']);
  });

  it('of one host are not those of another, whatever one call corrects', async () => {
    const { world, give, battleId, top } = await battle();
    await give('ann', 10, giver('gus'));
    const entries = [
      { eventId: 'other', userId: 'bob', points: 50, contributor: giver('hal') },
      { eventId: 'refund', userId: 'ann', points: -4, contributor: { userId: 'gus' } },
    ];
    await world.referee.addScores(battleId, entries);
    expect(top('ann')).toEqual(['gus 6']);
    expect(top('bob')).toEqual(['hal 50']);
  });

  it('lose nothing by a correction that names nobody, whatever their name', async () => {
    const { world, battleId, top } = await battle();
    await world.referee.addScores(battleId, [
      { eventId: 'gift', userId: 'ann', points: 10, contributor: giver('undefined') },
      { eventId: 'refund', userId: 'ann', points: -4 },
    ]);
    expect(top('ann')).toEqual(['undefined 10']);
    expect(world.boards('ann').at(-1)?.totals).toMatchObject({ ann: 6 });
  });

  it('are shown by their latest name and picture', async () => {
    const { world, give } = await battle();
    await give('ann', 1, { userId: 'gus', userName: 'Gus', avatarUrl: 'https://a.example/1.png' });
    await give('ann', 1, { userId: 'gus', userName: 'Gustav' });
    const points = { points: 2 };
    expect(world.boards('ann').at(-1)?.contributors.ann).toEqual([
      { userId: 'gus', userName: 'Gustav', avatarUrl: '', ...points },
    ]);
  });

  it('are named by their id when nothing else is known, cut when the name is too long, and shown without too long a URL', async () => {
    const { world, give } = await battle();
    const long = 'n'.repeat(limits.contributorNameLength - 1);
    const url = (length: number): string => 'https://a.example/'.padEnd(length, 'x');
    await give('ann', 3, { userId: 'gus' });
    await give('ann', 2, { userId: 'hal', userName: `${long}🎁`, avatarUrl: url(limits.contributorAvatarLength + 1) });
    await give('ann', 1, { userId: 'ida', userName: `${long}xyz`, avatarUrl: url(limits.contributorAvatarLength) });
    expect(world.boards('ann').at(-1)?.contributors.ann).toEqual([
      { userId: 'gus', userName: 'gus', avatarUrl: '', points: 3 },
      { userId: 'hal', userName: long, avatarUrl: '', points: 2 },
      { userId: 'ida', userName: `${long}x`, avatarUrl: url(limits.contributorAvatarLength), points: 1 },
    ]);
  });

  it('are in the document, and forgotten by the next battle', async () => {
    const { world, give } = await battle({ rematchWindow: 0 });
    await give('ann', 5, giver('gus'));
    await world.clock.advance(60_000);
    expect(world.document('bob').board?.contributors.ann).toEqual([{ ...giver('gus'), points: 5 }]);
    const next = await world.battle(60, 'ann', 'bob');
    const contributor = giver('gus');
    await world.referee.addScores(next, [{ eventId: 'gift', userId: 'ann', points: 1, contributor }]);
    expect(world.boards('bob').at(-1)?.contributors).toEqual({ ann: [{ ...giver('gus'), points: 1 }] });
  });
});

describe('the most valuable of them', () => {
  const mvp = async (gifts: [string, number, string?][], config: Partial<BattleConfig> = {}) => {
    const { world, give } = await battle(config);
    for (const [host, points, userId] of gifts) await give(host, points, userId ? giver(userId) : undefined);
    await world.clock.advance(60_000);
    const best = world.document('bob').battle?.result?.mvp;
    return best && `${best.userId} ${best.points} for ${best.hostUserId}`;
  };

  it('gave most to the winner', async () => {
    const gifts: [string, number, string?][] = [
      ['ann', 5, 'gus'],
      ['ann', 6, 'hal'],
      ['ann', 50],
      ['bob', 20, 'ida'],
    ];
    expect(await mvp(gifts)).toBe('hal 6 for ann');
  });

  it('gave most to one of those who share the first rank, the earlier one among equals', async () => {
    expect(
      await mvp([
        ['bob', 5, 'gus'],
        ['ann', 5, 'hal'],
        ['cid', 1, 'ida'],
      ]),
    ).toBe('gus 5 for bob');
    expect(
      await mvp([
        ['ann', 2, 'hal'],
        ['bob', 5, 'gus'],
        ['ann', 3, 'hal'],
      ]),
    ).toBe('gus 5 for bob');
  });

  it('gave most to one of the winning team', async () => {
    const teams = [['ann', 'bob'], ['cid']];
    expect(
      await mvp(
        [
          ['bob', 5, 'gus'],
          ['ann', 3, 'hal'],
          ['cid', 7, 'ida'],
        ],
        { teams },
      ),
    ).toBe('gus 5 for bob');
  });

  it('is nobody when nobody was named for the winner', async () => {
    expect(
      await mvp([
        ['ann', 9],
        ['bob', 5, 'gus'],
      ]),
    ).toBeNull();
  });
});

it('hosts and givers may bear names that every object has', async () => {
  const [inviter, other] = ['constructor', '__proto__'] as const;
  const world = await TestWorld.withLink(inviter, other);
  const battleId = await world.battle(60, inviter, other);
  await world.score(battleId, inviter, 1);
  const gift = { eventId: 'gift', userId: other, points: 3, contributor: giver('toString') };
  await world.referee.addScores(battleId, [gift]);
  await world.clock.advance(60_000);
  expect(world.errors).toEqual([]);
  const { battle, board } = world.document(inviter);
  expect(battle?.result?.mvp).toEqual({ ...giver('toString'), points: 3, hostUserId: other });
  expect(Object.entries(board!.contributors)).toEqual([[other, [{ ...giver('toString'), points: 3 }]]]);
});
