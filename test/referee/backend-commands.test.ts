import { describe, expect, it } from 'vitest';
import {
  BattleCode,
  CoHostLayoutTemplate,
  ConnectionCode,
  LiveErrorCode,
  SeatLayoutTemplate,
  type BattleConfig,
} from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

const linkLives = async (world: TestWorld, liveIds: readonly string[], template?: CoHostLayoutTemplate) =>
  await world.referee.executeForBackend<'link-lives'>({
    type: 'link-lives',
    liveIds,
    ...(template !== undefined && { layoutTemplate: template }),
  });

const start = async (world: TestWorld, host: string, opponents: readonly string[], config?: Partial<BattleConfig>) =>
  await world.referee.executeForBackend<'start-battle'>({
    type: 'start-battle',
    liveId: liveOf(host),
    opponents: opponents.map(liveOf),
    ...(config && { config }),
  });

describe('lives that the backend links', () => {
  it('are linked without asking anybody, and invitations between them are settled', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.invite('bob', 'ann');
    const { results } = await linkLives(world, ['ann', 'bob', 'cid'].map(liveOf), CoHostLayoutTemplate.hostDynamic1v6);
    expect(results).toEqual({ bob_live: ConnectionCode.success, cid_live: ConnectionCode.success });
    for (const userId of ['ann', 'bob', 'cid']) expect(world.linked(userId)).toEqual(['ann', 'bob', 'cid']);
    expect(world.document('ann').link?.layoutTemplate).toBe(CoHostLayoutTemplate.hostDynamic1v6);
    expect(world.invitation('bob', 'ann')).toBe('cancelled');
  });

  it('have a code each', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await world.live('dan');
    await world.link('cid', 'dan');
    await world.live('eve');
    const voice = { liveId: liveOf('fay'), seatLayoutTemplate: SeatLayoutTemplate.karaoke };
    await world.execute('fay', { type: 'create-live', ...voice });
    await world.execute('eve', { type: 'create-live', liveId: 'eve_too' });
    const liveIds = ['ann', 'bob', 'cid', 'fay', 'eve'].map(liveOf);
    const { results } = await linkLives(world, [...liveIds, 'eve_too', 'constructor']);
    expect(results).toEqual({
      bob_live: ConnectionCode.connecting,
      cid_live: ConnectionCode.connectingOtherLive,
      fay_live: ConnectionCode.unknown,
      eve_live: ConnectionCode.success,
      eve_too: ConnectionCode.connecting,
      constructor: ConnectionCode.liveNotExist,
    });
    expect(world.linked('ann')).toEqual(['ann', 'bob', 'eve']);
  });

  it('are left alone where one has ended, and no invitation between others is settled', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.invite('ann', 'bob');
    await world.host('cid', { type: 'end-live' });
    const { results } = await linkLives(world, ['ann', 'cid'].map(liveOf));
    expect(results).toEqual({ cid_live: ConnectionCode.liveNotExist });
    expect(world.document('ann').link).toBeNull();
    expect(world.invitation('ann', 'bob')).toBe('pending');
  });

  it('are not linked while one has guests on its canvas, whichever it is', async () => {
    const world = await TestWorld.withLives('bob');
    await world.execute('ann', { type: 'create-live', liveId: liveOf('ann'), seatMode: 'free' });
    await world.execute('gus', { type: 'take-seat', liveId: liveOf('ann') });
    const both = ['ann', 'bob'].map(liveOf);
    expect((await linkLives(world, both)).results).toEqual({ bob_live: ConnectionCode.retry });
    expect((await linkLives(world, both.reverse())).results).toEqual({ ann_live: ConnectionCode.retry });
  });

  it('are too many beyond the seats of the template', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    const { results } = await linkLives(world, ['ann', 'bob', 'cid'].map(liveOf), CoHostLayoutTemplate.hostPkDuel);
    expect(results).toEqual({ bob_live: ConnectionCode.success, cid_live: ConnectionCode.full });
  });

  it.each<[string, unknown, LiveErrorCode]>([
    ['one live', [liveOf('ann')], LiveErrorCode.invalidParameter],
    ['one live twice', [liveOf('ann'), liveOf('ann')], LiveErrorCode.invalidParameter],
    ['no list', 'ann_live', LiveErrorCode.invalidParameter],
    ['nothing that runs first', ['nobody', liveOf('ann')], LiveErrorCode.liveNotFound],
  ])('are refused as %s', async (_, liveIds, code) => {
    const world = await TestWorld.withLives('ann', 'bob');
    expect(await codeOf(linkLives(world, liveIds as string[]))).toBe(code);
  });
});

describe('a battle that the backend begins', () => {
  it('begins at once, whatever the config says about answers', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const { battleId, results } = await start(world, 'bob', ['ann'], { duration: 60, needResponse: true });
    expect(results).toEqual({ ann_live: BattleCode.success });
    expect(world.document('cid').battle).toMatchObject({
      battleId,
      phase: 'running',
      inviter: { userId: 'bob' },
      users: [{ userId: 'bob' }, { userId: 'ann' }],
      config: { duration: 60, needResponse: false },
    });
  });

  it('has a code for each opponent', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    for (const userId of ['dan', 'eve', 'fay', 'gil']) await world.live(userId);
    await world.link('dan', 'eve');
    await world.battle(300, 'dan', 'eve');
    await world.referee.notePresence(liveOf('cid'), 'cid', false);
    await world.host('gil', { type: 'end-live' });
    await world.clock.advance(5_000);
    const { results } = await start(world, 'ann', ['bob', 'cid', 'dan', 'fay', 'gil', 'nobody']);
    expect(results).toEqual({
      bob_live: BattleCode.success,
      cid_live: BattleCode.liveExited,
      dan_live: BattleCode.battlingOtherLive,
      fay_live: BattleCode.liveExited,
      gil_live: BattleCode.liveNotExist,
      nobody_live: BattleCode.liveNotExist,
    });
    expect(world.document('ann').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob']);
  });

  it('may be one of teams', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const teams = [['ann', 'cid'], ['bob']];
    await start(world, 'ann', ['bob', 'cid'], { teams });
    expect(world.document('ann').battle?.config.teams).toEqual(teams);
    expect(await codeOf(start(world, 'ann', ['bob'], { teams }))).toBe(LiveErrorCode.alreadyInBattle);
  });

  it('may be one of teams that names a live besides which is none', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const teams = [['ann'], ['bob']];
    const { results } = await start(world, 'ann', ['bob', 'nobody'], { teams });
    expect(results).toEqual({ bob_live: BattleCode.success, nobody_live: BattleCode.liveNotExist });
  });

  it('does not begin while its own host is missing', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(5_000);
    expect(await codeOf(start(world, 'ann', ['bob']))).toBe(LiveErrorCode.noValidOpponent);
    expect(await codeOf(start(world, 'bob', ['ann']))).toBe(LiveErrorCode.noValidOpponent);
  });

  it.each<[string, (world: TestWorld) => Promise<unknown>, LiveErrorCode]>([
    ['outside a link', (world) => start(world, 'dan', ['ann']), LiveErrorCode.requestNotFound],
    ['with nobody of the link', (world) => start(world, 'ann', ['dan']), LiveErrorCode.noValidOpponent],
    ['with itself', (world) => start(world, 'ann', ['ann', 'bob']), LiveErrorCode.invalidParameter],
    ['without opponents', (world) => start(world, 'ann', []), LiveErrorCode.invalidParameter],
    ['for too long', (world) => start(world, 'ann', ['bob'], { duration: 4000 }), LiveErrorCode.invalidParameter],
    ['of a live that is none', (world) => start(world, 'nobody', ['ann']), LiveErrorCode.liveNotFound],
    [
      'while one is asked for',
      async (world) => {
        await world.challenge('bob', 'ann');
        await start(world, 'ann', ['bob']);
      },
      LiveErrorCode.battleRequestPending,
    ],
  ])('is refused %s', async (_, attempt, code) => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('dan');
    expect(await codeOf(attempt(world))).toBe(code);
    expect(world.document('ann').battle).toBeNull();
  });
});
