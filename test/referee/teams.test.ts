import { describe, expect, it } from 'vitest';
import { battleTeams, LiveErrorCode, type BattleConfig } from '../../src/core/index.js';
import { TestWorld, codeOf } from './test-world.js';

const hosts = ['ann', 'bob', 'cid', 'dan'];
const twoAgainstTwo = [
  ['ann', 'bob'],
  ['cid', 'dan'],
];

async function ask(config: Partial<BattleConfig> = {}, ...others: string[]) {
  const world = await TestWorld.withLink(...hosts);
  const userIds = others.length > 0 ? others : hosts.slice(1);
  const request = { type: 'request-battle' as const, userIds };
  const { battleId } = await world.host('ann', {
    ...request,
    config: { duration: 60, needResponse: false, teams: twoAgainstTwo, ...config },
  });
  return { world, battleId };
}

const standings = (world: TestWorld): string[] =>
  (world.document('ann').battle?.result?.standings ?? []).map(
    ({ userId, rank, outcome, score }) => `${userId} ${rank} ${outcome} ${score}`,
  );
const teams = (world: TestWorld): string[] =>
  (world.document('ann').battle?.result?.teams ?? []).map(
    ({ team, rank, outcome, score }) => `${team} ${rank} ${outcome} ${score}`,
  );

describe('a battle of teams', () => {
  it('is won by the team with the most points together', async () => {
    const { world, battleId } = await ask();
    for (const [userId, points] of [
      ['ann', 9],
      ['cid', 5],
      ['dan', 6],
    ] as const) {
      await world.score(battleId, userId, points);
    }
    const { battle, board } = world.document('dan');
    expect(battleTeams(battle!, world.boards('dan').at(-1)!.totals)).toEqual([
      { team: 0, userIds: ['ann', 'bob'], score: 9 },
      { team: 1, userIds: ['cid', 'dan'], score: 11 },
    ]);
    expect(board?.battleId).toBe(battleId);
    await world.clock.advance(60_000);
    expect(teams(world)).toEqual(['1 1 win 11', '0 2 lose 9']);
    expect(standings(world)).toEqual(['cid 1 win 5', 'dan 1 win 6', 'ann 2 lose 9', 'bob 2 lose 0']);
  });

  it('keeps the points of a member who left, who has lost whatever their team does', async () => {
    const { world, battleId } = await ask();
    await world.score(battleId, 'ann', 9);
    await world.host('ann', { type: 'exit-battle', battleId });
    expect(world.document('bob').battle?.phase).toBe('running');
    await world.clock.advance(60_000);
    expect(teams(world)).toEqual(['0 1 win 9', '1 2 lose 0']);
    expect(standings(world)).toEqual(['ann 1 lose 9', 'bob 1 win 0', 'cid 2 lose 0', 'dan 2 lose 0']);
  });

  it('is over when all of a team have left, who rank behind and have lost', async () => {
    const { world, battleId } = await ask();
    await world.score(battleId, 'ann', 9);
    await world.host('ann', { type: 'exit-battle', battleId });
    await world.host('bob', { type: 'exit-host-connection' });
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', endedReason: 'all-member-exit' });
    expect(teams(world)).toEqual(['1 1 win 0', '0 2 lose 9']);
  });

  it('comes to nothing when a team is gone in the countdown', async () => {
    const { world, battleId } = await ask({ countdown: 9, teams: [['ann'], ['bob', 'cid', 'dan']] });
    await world.host('dan', { type: 'exit-battle', battleId });
    expect(world.document('ann').battle?.phase).toBe('countdown');
    await world.host('ann', { type: 'exit-battle', battleId });
    expect((await world.referee.battle(battleId))?.phase).toBe('void');
  });

  it('begins without whoever declined, unless that leaves one team', async () => {
    for (const [decliners, phase] of [
      [['dan'], 'running'],
      [['cid', 'dan'], 'void'],
    ] as const) {
      const { world, battleId } = await ask({ needResponse: true });
      for (const userId of hosts.slice(1)) {
        const type = (decliners as readonly string[]).includes(userId) ? 'reject-battle' : 'accept-battle';
        await world.host(userId, { type, battleId });
      }
      expect((await world.referee.battle(battleId))?.phase).toBe(phase);
    }
  });

  it('leaves a team without anybody out of the result', async () => {
    const { world, battleId } = await ask({ needResponse: true, teams: [['ann'], ['bob'], ['cid', 'dan']] });
    for (const userId of ['bob', 'cid']) await world.host(userId, { type: 'accept-battle', battleId });
    await world.host('dan', { type: 'reject-battle', battleId });
    await world.clock.advance(60_000);
    expect(teams(world)).toEqual(['0 1 draw 0', '1 1 draw 0', '2 1 draw 0']);
    const other = await ask({ needResponse: true, teams: [['ann'], ['bob'], ['cid', 'dan']] });
    await other.world.host('bob', { type: 'accept-battle', battleId: other.battleId });
    for (const userId of ['cid', 'dan'])
      await other.world.host(userId, { type: 'reject-battle', battleId: other.battleId });
    await other.world.clock.advance(60_000);
    expect(teams(other.world)).toEqual(['0 1 draw 0', '1 1 draw 0']);
  });

  it('finds no opponent when those named in the connection are all of one team', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const command = { type: 'request-battle' as const, userIds: ['bob', 'zoe'] };
    const teamsOf = { teams: [['ann', 'bob'], ['zoe']] };
    expect(await codeOf(world.host('ann', { ...command, config: teamsOf }))).toBe(LiveErrorCode.noValidOpponent);
  });

  const bad: [string, unknown][] = [
    ['one team', [hosts]],
    ['an empty team', [hosts, []]],
    ['somebody missing', [['ann', 'bob'], ['cid']]],
    [
      'somebody twice',
      [
        ['ann', 'bob', 'cid'],
        ['cid', 'dan'],
      ],
    ],
    [
      'a stranger',
      [
        ['ann', 'bob'],
        ['cid', 'dan', 'eve'],
      ],
    ],
    [
      'a stranger in place of a host',
      [
        ['ann', 'bob'],
        ['cid', 'eve'],
      ],
    ],
    ['no lists', ['ann', 'bob', 'cid', 'dan']],
    ['no text', [['ann', 'bob', 'cid'], [5]]],
    ['no list', 'ann'],
    ['ten teams', Array.from({ length: 10 }, (_, i) => [`${i}`])],
  ];
  it.each(bad)('cannot have %s', async (_, wrong) => {
    expect(await codeOf(ask({ teams: wrong as string[][] }))).toBe(LiveErrorCode.invalidParameter);
  });

  it('cannot begin with an invitation', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    const battle = { teams: [['ann'], ['bob']] };
    const invitation = { type: 'request-host-connection' as const, targetLiveIds: ['bob_live'], battle };
    expect(await codeOf(world.host('ann', invitation))).toBe(LiveErrorCode.invalidParameter);
  });
});
