import { expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import type { UserCommand } from '../../src/protocol/index.js';
import type { ScoreEntry } from '../../src/referee/index.js';
import { codeOf, TestWorld, liveOf } from './test-world.js';

/** Sends a command that TypeScript would refuse, as a page in JavaScript might. */
const send = (world: TestWorld, command: object): Promise<unknown> =>
  world.execute('ann', { liveId: liveOf('ann'), ...command } as unknown as UserCommand);

it.each([
  [{ type: 'request-host-connection' }],
  [{ type: 'request-host-connection', targetLiveIds: -1 }],
  [{ type: 'request-host-connection', targetLiveIds: 'bob_live' }],
  [{ type: 'request-battle', userIds: null }],
  [{ type: 'request-battle', userIds: 'bob' }],
  [{ type: 'request-battle', userIds: ['bob'], config: { multipliers: [null] } }],
])('refuses a list that is none: %j', async (command) => {
  const world = await TestWorld.withLink('ann', 'bob');
  await world.live('cid');
  expect(await codeOf(send(world, command))).toBe(LiveErrorCode.invalidParameter);
});

it.each([
  [{ type: 'request-battle', userIds: ['bob'], config: 7 }],
  [{ type: 'request-battle', userIds: ['bob'], config: 'long' }],
  [{ type: 'request-host-connection', targetLiveIds: ['cid_live'], battle: true }],
])('refuses a config that is none: %j', async (command) => {
  const world = await TestWorld.withLink('ann', 'bob');
  await world.live('cid');
  expect(await codeOf(send(world, command))).toBe(LiveErrorCode.invalidParameter);
});

it('refuses to cancel the challenges of a list that is none', async () => {
  const world = await TestWorld.withLink('ann', 'bob');
  const battleId = await world.challenge('ann', 'bob');
  const command = { type: 'cancel-battle-request', battleId, userIds: 7 };
  expect(await codeOf(send(world, command))).toBe(LiveErrorCode.invalidParameter);
});

it.each([[null], [-1], [[null]], [[{}]], [[{ eventId: {}, userId: 'ann', points: 1 }]]])(
  'refuses score events that are none: %j',
  async (entries) => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    const scores = world.referee.addScores(battleId, entries as unknown as ScoreEntry[]);
    expect(await codeOf(scores)).toBe(LiveErrorCode.invalidParameter);
  },
);

it.each(['kick-user-out-of-seat', 'close-remote-device', 'open-remote-device'])(
  'refuses a command for nobody at all: %s',
  async (type) => {
    const world = await TestWorld.withLives('ann');
    expect(await codeOf(send(world, { type, device: 'camera' }))).toBe(LiveErrorCode.invalidParameter);
  },
);

it.each([{}, { type: 'give-scores' }, { type: 'constructor' }, { type: 'end-live', liveId: 'ann_live' }])(
  'refuses what is no command of a backend: %j',
  async (command) => {
    const world = await TestWorld.withLives('ann');
    const attempt = world.referee.executeForBackend(command as never);
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    expect(world.document('ann').live.endedAt).toBeNull();
  },
);

it('names the field that is wrong, however deep', async () => {
  const world = await TestWorld.withLink('ann', 'bob');
  const config = { multipliers: [{ from: 0, to: 5, factor: 1 }] };
  await expect(send(world, { type: 'request-battle', userIds: ['bob'], config })).rejects.toThrow(
    'config.multipliers[0].factor must be a whole number from 2 to 10',
  );
});
