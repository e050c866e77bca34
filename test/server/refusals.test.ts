import type { InjectOptions } from 'fastify';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserCommand } from '../../src/protocol/index.js';
import { Arena } from './support/arena.js';
import { backendToken, mint, userToken } from './support/tokens.js';

let arena: Arena | undefined;
let battleId: string;

// A refused request changes nothing, so the next test uses the same arena. A test that changes something calls
// `spoil()`.
let spoiled = true;
function spoil(): Arena {
  spoiled = true;
  return arena!;
}

beforeEach(async () => {
  if (!spoiled) return;
  spoiled = false;
  await arena?.close();
  arena = await Arena.open();
  battleId = await arena.battle();
  await arena.goLive('cat');
});
afterAll(async () => {
  await arena?.close();
});

/** Sends a request. Expects the refusal, and that nothing has changed. */
async function refused(
  token: string | null,
  options: InjectOptions,
  expected: { status: number; code: number },
): Promise<string> {
  const before = await arena!.state('ann', 'bob', 'cat');
  const { status, body } = await arena!.request<{ code: number; message: string }>(token, options);
  expect({ status, code: body.code }).toEqual(expected);
  expect(Object.keys(body).sort()).toEqual(['code', 'message']);
  expect(await arena!.state('ann', 'bob', 'cat')).toEqual(before);
  return body.message;
}

const commands = (payload: object | string): InjectOptions => ({ method: 'POST', url: '/v1/commands', payload });
const scores = (entries: unknown, id = battleId): InjectOptions => ({
  method: 'POST',
  url: `/v1/battles/${id}/scores`,
  payload: { entries },
});
const gift = { eventId: 'gift', userId: 'ann', points: 5 };

const noPermission = { status: 403, code: 100006 };
const unauthenticated = { status: 401, code: 190002 };
const invalid = { status: 400, code: 100002 };

/** Every route that needs a token, each with a valid body. */
const protectedRoutes = (): [InjectOptions, 'user' | 'backend' | 'both'][] => [
  [{ method: 'GET', url: '/v1/me' }, 'user'],
  [{ method: 'GET', url: '/v1/lives' }, 'user'],
  [{ method: 'GET', url: '/v1/lives/ann_live' }, 'both'],
  [{ method: 'GET', url: '/v1/lives/ann_live/battle' }, 'both'],
  [{ method: 'GET', url: `/v1/battles/${battleId}` }, 'both'],
  [commands({ type: 'end-live', liveId: 'ann_live' }), 'user'],
  [{ method: 'POST', url: '/v1/lives/ann_live/join' }, 'user'],
  [{ method: 'POST', url: '/v1/lives/ann_live/links/bob_live' }, 'user'],
  [scores([gift]), 'backend'],
  [{ method: 'POST', url: '/v1/links', payload: { liveIds: ['ann_live', 'bob_live'] } }, 'backend'],
  [{ method: 'POST', url: '/v1/battles', payload: { liveId: 'ann_live', opponents: ['bob_live'] } }, 'backend'],
  [{ method: 'POST', url: `/v1/battles/${battleId}/end` }, 'backend'],
  [{ method: 'DELETE', url: '/v1/lives/ann_live' }, 'backend'],
];

describe('tokens', () => {
  it.each([
    ['none', async () => null],
    ['garbage', async () => 'garbage'],
    ['one of another secret', async () => await mint({ identity: 'ann', secret: 'another-secret-of-32-characters!' })],
    ['an expired one', async () => await mint({ identity: 'ann', ttl: -60 })],
    ['an expired backend token', async () => await mint({ identity: 'b', grant: { roomAdmin: true }, ttl: -60 })],
    ['a room token', async () => await mint({ identity: 'ann', grant: { roomJoin: true, room: 'ann_live' } })],
    [
      "a moderator's room token",
      async () => await mint({ identity: 'ann', grant: { roomJoin: true, roomAdmin: true, room: 'ann_live' } }),
    ],
    ['one with other grants', async () => await mint({ identity: 'ann', grant: { roomCreate: true } })],
    ['one without identity', async () => await mint({})],
    ['one with the name of a linked host', async () => await mint({ identity: 'ann@ann_live' })],
  ])('%s opens no route', async (_what, token) => {
    for (const [options] of protectedRoutes()) await refused(await token(), options, unauthenticated);
  });

  it('of the none algorithm opens no route', async () => {
    const [, claims = ''] = (await userToken('ann')).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    await refused(none, { method: 'GET', url: '/v1/me' }, unauthenticated);
  });

  it('says what is wrong with a room token', async () => {
    const token = await mint({ identity: 'ann', grant: { roomJoin: true, room: 'ann_live' } });
    expect(await refused(token, { method: 'GET', url: '/v1/me' }, unauthenticated)).toContain('room token');
  });

  it("of users do not open backends' routes, the other way round neither", async () => {
    for (const [options, who] of protectedRoutes()) {
      if (who === 'backend') await refused(await userToken('ann'), options, noPermission);
      if (who === 'user') await refused(await backendToken(), options, noPermission);
    }
  });

  it('of a backend for another live do not open this one', async () => {
    for (const [options, who] of protectedRoutes()) {
      if (who !== 'user') await refused(await backendToken('cat_live'), options, noPermission);
    }
  });
});

describe('host commands', () => {
  const others: UserCommand[] = [
    { type: 'create-live', liveId: 'ann_live' },
    { type: 'end-live', liveId: 'ann_live' },
    { type: 'request-host-connection', liveId: 'ann_live', targetLiveIds: ['cat_live'] },
    { type: 'cancel-host-connection', liveId: 'ann_live', toLiveId: 'cat_live' },
    { type: 'accept-host-connection', liveId: 'ann_live', fromLiveId: 'cat_live' },
    { type: 'reject-host-connection', liveId: 'ann_live', fromLiveId: 'cat_live' },
    { type: 'exit-host-connection', liveId: 'ann_live' },
    { type: 'update-link-layout', liveId: 'ann_live', layoutTemplate: 601 },
    { type: 'request-battle', liveId: 'ann_live', userIds: ['bob'] },
    { type: 'cancel-battle-request', liveId: 'ann_live', battleId: 'x' },
    { type: 'accept-battle', liveId: 'ann_live', battleId: 'x' },
    { type: 'reject-battle', liveId: 'ann_live', battleId: 'x' },
    { type: 'exit-battle', liveId: 'ann_live', battleId: 'x' },
    { type: 'end-penalty', liveId: 'ann_live', battleId: 'x' },
    { type: 'request-rematch', liveId: 'ann_live', battleId: 'x' },
    { type: 'cancel-rematch', liveId: 'ann_live', battleId: 'x' },
    { type: 'decline-rematch', liveId: 'ann_live', battleId: 'x' },
    { type: 'set-administrator', liveId: 'ann_live', userId: 'viewer' },
    { type: 'revoke-administrator', liveId: 'ann_live', userId: 'viewer' },
    { type: 'update-live', liveId: 'ann_live', notice: 'mine' },
    { type: 'update-live-metadata', liveId: 'ann_live', metaData: { mine: 'too' } },
    { type: 'kick-user', liveId: 'ann_live', userId: 'bob' },
    { type: 'readmit-user', liveId: 'ann_live', userId: 'bob' },
    { type: 'list-kicked-users', liveId: 'ann_live' },
    { type: 'lock-seat', liveId: 'ann_live', seatIndex: 3 },
    { type: 'unlock-seat', liveId: 'ann_live', seatIndex: 3 },
    { type: 'kick-user-out-of-seat', liveId: 'ann_live', userId: 'ann' },
    { type: 'open-remote-device', liveId: 'ann_live', userId: 'ann', device: 'camera' },
    { type: 'close-remote-device', liveId: 'ann_live', userId: 'ann', device: 'camera' },
    { type: 'accept-application', liveId: 'ann_live', userId: 'viewer' },
    { type: 'reject-application', liveId: 'ann_live', userId: 'viewer' },
    { type: 'invite-to-seat', liveId: 'ann_live', userId: 'viewer' },
    { type: 'cancel-invitation', liveId: 'ann_live', userId: 'viewer' },
    { type: 'take-seat', liveId: 'ann_live' },
  ];

  it.each(others)("$type is not a viewer's, nor another host's", async (command) => {
    const expected = command.type === 'create-live' ? { status: 409, code: 100003 } : noPermission;
    const payload = 'battleId' in command ? { ...command, battleId } : command;
    for (const userId of ['viewer', 'bob', 'cat']) await refused(await userToken(userId), commands(payload), expected);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"type":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no type', '{"liveId":"ann_live"}'],
    ['an unknown type', '{"type":"add-scores","liveId":"ann_live"}'],
    ['no live', '{"type":"end-live"}'],
    ['a number for a text', '{"type":"end-live","liveId":1}'],
    ['a text for a number', '{"type":"request-battle","liveId":"ann_live","userIds":["bob"],"timeout":"30"}'],
    ['a text for a list', '{"type":"request-battle","liveId":"ann_live","userIds":"bob"}'],
    ['an unknown field', '{"type":"end-live","liveId":"ann_live","force":true}'],
    ['an unknown field inside', '{"type":"request-battle","liveId":"ann_live","userIds":["bob"],"config":{"x":1}}'],
    ['a field of another command', '{"type":"end-live","liveId":"ann_live","toLiveId":"bob_live"}'],
    ['a prototype', '{"type":"end-live","liveId":"ann_live","__proto__":{"x":1}}'],
    ['a live id with a path', '{"type":"create-live","liveId":"../x"}'],
    [
      'an unknown template',
      '{"type":"request-host-connection","liveId":"ann_live","targetLiveIds":["cat_live"],"layoutTemplate":7}',
    ],
    ['an unknown device', '{"type":"close-remote-device","liveId":"ann_live","userId":"bob","device":"screen"}'],
    ['a seat between two seats', '{"type":"lock-seat","liveId":"ann_live","seatIndex":1.5}'],
    ['metadata that is no text', '{"type":"update-live-metadata","liveId":"ann_live","metaData":{"a":1}}'],
    ['a template of a link for a live', '{"type":"update-live","liveId":"ann_live","seatLayoutTemplate":602}'],
    ['a change of what a live keeps', '{"type":"update-live","liveId":"ann_live","maxSeatCount":3}'],
    ['too long a battle', '{"type":"request-battle","liveId":"ann_live","userIds":["bob"],"config":{"duration":3601}}'],
  ])('with a body of %s are malformed', async (_what, payload) => {
    const headers = { 'content-type': 'application/json' };
    await refused(await userToken('ann'), { ...commands(payload), headers }, invalid);
  });

  it('name the field that is wrong', async () => {
    const payload = { type: 'end-live', liveId: 'ann_live', force: true };
    expect(await refused(await userToken('ann'), commands(payload), invalid)).toContain('"force"');
  });

  it('are not taken in other formats, nor without end', async () => {
    const token = await userToken('ann');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await refused(token, { ...commands('type=end-live'), headers: form }, { status: 415, code: 100002 });
    const endless = { type: 'end-live', liveId: 'ann_live', pad: 'x'.repeat(300_000) };
    await refused(token, commands(endless), { status: 413, code: 100002 });
  });

  it('cannot write a score in any disguise', async () => {
    const payload = { type: 'add-scores', liveId: 'ann_live', battleId, entries: [gift] };
    await refused(await userToken('ann'), commands(payload), invalid);
  });
});

describe('scores', () => {
  it.each([
    ['beyond all debt', -1_000_000_001],
    ['zero', 0],
    ['a fraction', 1.5],
    ['huge', 1_000_000_001],
    ['beyond all numbers', Number.MAX_VALUE],
    ['a text', '5'],
    ['null', null],
  ])('that are %s are refused', async (_what, points) => {
    await refused(await backendToken(), scores([{ ...gift, points }]), invalid);
  });

  it('written as numbers that JSON cannot hold are refused', async () => {
    const payload = `{"entries":[{"eventId":"gift","userId":"ann","points":1e400}]}`;
    const headers = { 'content-type': 'application/json' };
    await refused(await backendToken(), { ...scores([]), payload, headers }, invalid);
  });

  it.each([
    ['no entries', []],
    ['too many entries', Array.from({ length: 101 }, (_, i) => ({ ...gift, eventId: `${i}` }))],
    ['no event id', [{ userId: 'ann', points: 5 }]],
    ['an empty event id', [{ ...gift, eventId: '' }]],
    ['an endless event id', [{ ...gift, eventId: 'x'.repeat(129) }]],
    ['nobody to count for', [{ eventId: 'gift', points: 5 }]],
    ['two ways to say whom', [{ ...gift, liveId: 'ann_live' }]],
    ['an unknown field', [{ ...gift, bonus: 2 }]],
    ['a giver without an id', [{ ...gift, contributor: { userName: 'Gus' } }]],
    ['a giver with a bad id', [{ ...gift, contributor: { userId: 'a/b' } }]],
    ['a giver who says how much they gave', [{ ...gift, contributor: { userId: 'gus', points: 9 } }]],
    ['one bad entry among good ones', [gift, { ...gift, eventId: 'b', points: 0 }]],
    ['something that is no list', gift],
  ])('with %s are refused', async (_what, entries) => {
    await refused(await backendToken(), scores(entries), invalid);
  });

  it.each([
    ['user', { ...gift, userId: 'cat' }],
    ['live', { eventId: 'gift', liveId: 'cat_live', points: 5 }],
  ])('for a %s who is not in the battle do not count, and the rest of the call does', async (_what, entry) => {
    const { status, body } = await spoil().score(battleId, [{ ...gift, eventId: 'good' }, entry]);
    const results = [
      { eventId: 'good', status: 'counted', points: 5 },
      { eventId: 'gift', status: 'not-in-battle' },
    ];
    expect({ status, body }).toMatchObject({ status: 200, body: { results, totals: { ann: 5, bob: 0 } } });
  });

  it.each([
    ['of a battle that is over', async (opened: Arena) => opened.clock.advance(60_000)],
    ['in the very millisecond of the end, alarm or not', async (opened: Arena) => opened.clock.skip(60_000)],
  ])('%s do not count', async (_what, pass) => {
    await pass(spoil());
    const { status, body } = await arena!.score(battleId, [gift]);
    expect({ status, body }).toMatchObject({ status: 200, body: { results: [{ status: 'battle-ended' }] } });
  });

  it('of a battle that has not started do not count', async () => {
    await spoil().clock.advance(60_000);
    const next = await arena!.challenge('ann', ['bob']);
    const { status, body } = await arena!.score(next, [gift]);
    expect({ status, body }).toMatchObject({ status: 200, body: { results: [{ status: 'battle-not-started' }] } });
  });

  it('of a battle that does not exist are refused', async () => {
    await refused(await backendToken(), scores([gift], 'nothing'), { status: 404, code: 100411 });
  });
});

describe('ending', () => {
  it('a battle twice, or one that does not exist, is refused', async () => {
    const end = (id: string): InjectOptions => ({ method: 'POST', url: `/v1/battles/${id}/end` });
    await spoil().request(await backendToken(), end(battleId));
    await refused(await backendToken(), end(battleId), { status: 409, code: 100421 });
    await refused(await backendToken(), end('nothing'), { status: 404, code: 100411 });
  });

  it('a live twice, or one that does not exist, is refused', async () => {
    const end = (liveId: string): InjectOptions => ({ method: 'DELETE', url: `/v1/lives/${liveId}` });
    await spoil().request(await backendToken(), end('cat_live'));
    await refused(await backendToken(), end('cat_live'), { status: 404, code: 100004 });
    await refused(await backendToken(), end('nobody'), { status: 404, code: 100004 });
  });
});

describe('queries', () => {
  it.each(['count=0', 'count=21', 'count=-1', 'count=x', 'cursor=x', 'page=2'])('%s is refused', async (query) => {
    await refused(await userToken('ann'), { url: `/v1/lives?${query}` }, invalid);
  });

  it('of unknown things are refused', async () => {
    await refused(await userToken('ann'), { url: '/v1/lives/nobody' }, { status: 404, code: 100004 });
    await refused(await userToken('ann'), { url: '/v1/lives/nobody/battle' }, { status: 404, code: 100004 });
    await refused(await userToken('ann'), { url: '/v1/battles/nothing' }, { status: 404, code: 100411 });
    await refused(await userToken('ann'), { url: '/v1/nothing' }, { status: 404, code: 100002 });
  });
});

it('a backend of a live whose host has declined and gone has no say in the battle', async () => {
  await spoil().close();
  arena = await Arena.open();
  await arena.link('ann', 'bob', 'cat');
  const next = await arena.challenge('ann', ['bob', 'cat']);
  await arena.command('bob', { type: 'accept-battle', liveId: 'bob_live', battleId: next });
  await arena.command('cat', { type: 'reject-battle', liveId: 'cat_live', battleId: next });
  await arena.command('cat', { type: 'exit-host-connection', liveId: 'cat_live' });
  await refused(await backendToken('cat_live'), scores([gift], next), noPermission);
  await refused(await backendToken('cat_live'), { method: 'POST', url: `/v1/battles/${next}/end` }, noPermission);
});
