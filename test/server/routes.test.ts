import { TokenVerifier } from 'livekit-server-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LivePage, ScoreBoard } from '../../src/core/index.js';
import type { JoinReply, RoomAccess } from '../../src/protocol/index.js';
import { Arena, liveOf } from './support/arena.js';
import { backendToken, keys, mint, userToken } from './support/tokens.js';
import { eventually } from './support/eventually.js';

let arena: Arena;
beforeEach(async () => {
  arena = await Arena.open();
});
afterEach(async () => {
  await arena.close();
});

const nothing = { revision: 1, coHostRequests: [], battleRequests: [], guestRequests: [], seatKicks: [] };

const claimsOf = async (token: string) => await new TokenVerifier(keys.apiKey, keys.apiSecret).verify(token);

describe('looking', () => {
  it('tells the time and that it is well, to anybody', async () => {
    expect(await arena.request(null, { url: '/v1/time' })).toEqual({ status: 200, body: { now: arena.clock.now() } });
    expect(await arena.request(null, { url: '/healthz' })).toEqual({ status: 200, body: { ok: true } });
  });

  it('tells users who they are', async () => {
    const token = await mint({ identity: 'ann', name: 'Ann', avatarUrl: 'https://example.test/a.png' });
    const user = { userId: 'ann', userName: 'Ann', avatarUrl: 'https://example.test/a.png' };
    expect(await arena.get(token, '/v1/me')).toEqual({ status: 200, body: user });
    const bare = await arena.get(await mint({ identity: 'bob' }), '/v1/me');
    expect(bare.body).toEqual({ userId: 'bob', userName: 'bob', avatarUrl: '' });
  });

  it('cuts a name that is too long, and leaves too long a picture URL out', async () => {
    const avatarUrl = `https://example.test/${'x'.repeat(400)}`;
    const { status, body } = await arena.get(
      await mint({ identity: 'ann', name: 'x'.repeat(257), avatarUrl }),
      '/v1/me',
    );
    expect({ status, body }).toEqual({ status: 200, body: { userId: 'ann', userName: 'x'.repeat(72), avatarUrl: '' } });
  });

  it('lists lives page by page', async () => {
    await arena.goLive('ann', 'bob', 'cat');
    const token = await userToken('viewer');
    const first = await arena.get<LivePage>(token, '/v1/lives?count=2');
    expect(first.body.lives.map(({ liveId }) => liveId)).toEqual(['ann_live', 'bob_live']);
    const second = await arena.get<LivePage>(token, `/v1/lives?count=2&cursor=${first.body.cursor}`);
    expect(second.body.lives.map(({ liveId }) => liveId)).toEqual(['cat_live']);
    expect(second.body.cursor).toBe('');
  });

  it('shows a live to all, and its invitations to its owner alone', async () => {
    await arena.goLive('ann', 'bob');
    const invitation = { liveId: 'bob_live', targetLiveIds: ['ann_live'], extensionInfo: 'hi' };
    await arena.command('bob', { type: 'request-host-connection', ...invitation });
    const owner = await arena.get<JoinReply>(await userToken('ann'), '/v1/lives/ann_live');
    expect(owner.body.personal?.coHostRequests).toMatchObject([{ extensionInfo: 'hi', status: 'pending' }]);
    const viewer = await arena.get<JoinReply>(await userToken('viewer'), '/v1/lives/ann_live');
    expect(viewer.body.document).toEqual(owner.body.document);
    expect(viewer.body.personal).toMatchObject({ coHostRequests: [], guestRequests: [] });
    const backend = await arena.get<JoinReply>(await backendToken('ann_live'), '/v1/lives/ann_live');
    expect(backend.body).toEqual({ document: owner.body.document, personal: null, audience: null });
  });

  it('answers with every field of the core types, serialised as they are', async () => {
    const battleId = await arena.battle();
    await arena.score(battleId, [{ eventId: 'g', userId: 'ann', points: 7 }]);
    await arena.clock.advance(60_000);
    const view = await arena.server.referee.view('ann_live', 'ann');
    const { body } = await arena.get(await userToken('ann'), '/v1/lives/ann_live');
    expect(body).toEqual(JSON.parse(JSON.stringify({ ...view, audience: null })));
  });
});

describe('joining', () => {
  it('lets the owner in as host, with camera and microphone and nothing else', async () => {
    await arena.goLive('ann');
    const { status, body } = await arena.post<JoinReply>(await userToken('ann'), '/v1/lives/ann_live/join');
    expect(status).toBe(200);
    expect(body).toMatchObject({ url: 'ws://livekit.test:7880', role: 'host', user: { userId: 'ann' } });
    expect(body.document.live.liveId).toBe('ann_live');
    expect(body.personal).toEqual(nothing);
    const { sub, exp, nbf, video, attributes } = await claimsOf(body.token);
    expect({ sub, attributes }).toEqual({ sub: 'ann', attributes: { liveId: 'ann_live' } });
    expect((exp ?? 0) - (nbf ?? 0)).toBe(120);
    expect(video).toEqual({
      room: 'ann_live',
      roomJoin: true,
      canPublish: true,
      canPublishSources: ['camera', 'microphone'],
      canSubscribe: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
  });

  it('tells who is in the audience, and so does looking from then on', async () => {
    await arena.goLive('ann');
    await eventually(() => expect(arena.livekit.rooms.size).toBe(1));
    for (const identity of ['ann', 'vic', 'bob@bob_live']) arena.livekit.enter('ann_live', identity);
    const { body } = await arena.post<JoinReply>(await userToken('wil'), '/v1/lives/ann_live/join');
    const vic = { userId: 'vic', userName: 'vic', avatarUrl: '' };
    expect(body.audience).toEqual({ version: arena.clock.now(), count: 1, members: [vic] });
    const look = await arena.get<JoinReply>(await userToken('wil'), '/v1/lives/ann_live');
    expect(look.body.audience).toEqual(body.audience);
  });

  it('lets anybody else in as audience, hidden from the others, who can only look', async () => {
    await arena.goLive('ann');
    const { body } = await arena.post<JoinReply>(await userToken('viewer'), '/v1/lives/ann_live/join');
    expect(body).toMatchObject({ role: 'audience', personal: nothing });
    const { sub, video, attributes } = await claimsOf(body.token);
    expect({ sub, attributes }).toEqual({ sub: 'viewer', attributes: {} });
    expect(video).toEqual({
      room: 'ann_live',
      roomJoin: true,
      hidden: true,
      canPublish: false,
      canSubscribe: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
  });

  it('lets a guest in to publish what their seat allows', async () => {
    await arena.command('ann', { type: 'create-live', liveId: 'ann_live', seatMode: 'free' });
    await arena.command('eve', { type: 'take-seat', liveId: 'ann_live' });
    const join = async (): Promise<JoinReply> =>
      (await arena.post<JoinReply>(await userToken('eve'), '/v1/lives/ann_live/join')).body;
    const reply = await join();
    expect(reply).toMatchObject({ role: 'guest', user: { userId: 'eve' } });
    const { video, attributes } = await claimsOf(reply.token);
    expect(attributes).toEqual({});
    expect(video).toMatchObject({ canPublish: true, canPublishSources: ['camera', 'microphone'], canSubscribe: true });
    const closed = { liveId: 'ann_live', userId: 'eve', device: 'camera' as const };
    await arena.command('ann', { type: 'close-remote-device', ...closed });
    expect((await claimsOf((await join()).token)).video).toMatchObject({ canPublishSources: ['microphone'] });
    await arena.command('ann', { type: 'close-remote-device', ...closed, device: 'microphone' });
    const silent = await join();
    expect(silent.role).toBe('guest');
    expect((await claimsOf(silent.token)).video).toMatchObject({ canPublish: false });
  });

  it('keeps out whoever was kicked, until the live is over', async () => {
    await arena.goLive('ann');
    await arena.command('ann', { type: 'kick-user', liveId: 'ann_live', userId: 'eve' });
    const join = async () => await arena.post(await userToken('eve'), '/v1/lives/ann_live/join');
    const look = async (route = '') => await arena.get(await userToken('eve'), `/v1/lives/ann_live${route}`);
    expect(await join()).toMatchObject({ status: 403, body: { code: 100006 } });
    expect(await look()).toMatchObject({ status: 403, body: { code: 100006 } });
    expect(await look('/battle')).toMatchObject({ status: 403, body: { code: 100006 } });
    expect(await arena.get(await backendToken(), '/v1/lives/ann_live')).toMatchObject({ status: 200 });
    const list = await arena.command('ann', { type: 'list-kicked-users', liveId: 'ann_live' });
    expect(list).toMatchObject({ userIds: ['eve'] });
    expect((await arena.post(await userToken('viewer'), '/v1/lives/ann_live/join')).status).toBe(200);
    await arena.command('ann', { type: 'end-live', liveId: 'ann_live' });
    arena.clock.skip(5);
    await arena.goLive('ann');
    expect((await join()).status).toBe(200);
  });

  it.each([
    ['was kicked', { type: 'kick-user', liveId: 'ann_live', userId: 'eve' }, 403],
    ['finds the live over', { type: 'end-live', liveId: 'ann_live' }, 404],
  ] as const)('lets nobody in who %s while LiveKit kept them waiting', async (_, command, status) => {
    await arena.goLive('ann');
    await eventually(() => expect(arena.livekit.documentIn('ann_live')).not.toBeNull());
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    arena.livekit.latency = () => answered;
    const joining = arena.post(await userToken('eve'), '/v1/lives/ann_live/join');
    await eventually(() => expect(arena.livekit.calls.at(-1)).toBe('createRoom'));
    await arena.command('ann', command);
    answer();
    expect((await joining).status).toBe(status);
  });

  it('tells LiveKit of the picture, for others to see', async () => {
    await arena.goLive('ann');
    const avatarUrl = 'https://example.test/zoe.png';
    const zoe = await mint({ identity: 'zoe', name: 'Zoe', avatarUrl });
    const { body } = await arena.post<JoinReply>(zoe, '/v1/lives/ann_live/join');
    expect(await claimsOf(body.token)).toMatchObject({ name: 'Zoe', attributes: { avatarUrl } });
  });

  it('makes the room again, with its document, when LiveKit has forgotten it', async () => {
    await arena.goLive('ann');
    await eventually(() => expect(arena.livekit.documentIn('ann_live')).not.toBeNull());
    arena.livekit.restart();
    const { body } = await arena.post<JoinReply>(await userToken('viewer'), '/v1/lives/ann_live/join');
    expect(arena.livekit.documentIn('ann_live')).toEqual(body.document);
  });

  it('asks LiveKit once for a crowd that joins at once', async () => {
    await arena.goLive('ann');
    await eventually(() => expect(arena.livekit.documentIn('ann_live')).not.toBeNull());
    arena.livekit.calls.length = 0;
    arena.livekit.latency = () => new Promise((resolve) => setTimeout(resolve, 20));
    const tokens = await Promise.all(Array.from({ length: 50 }, (_, i) => userToken(`viewer-${i}`)));
    const replies = await Promise.all(tokens.map((token) => arena.post(token, '/v1/lives/ann_live/join')));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(arena.livekit.calls.filter((call) => call === 'createRoom').length).toBeLessThan(5);
  });

  it('says that LiveKit is unreachable while it is, and nothing of the kind in the log of errors', async () => {
    await arena.goLive('ann');
    arena.livekit.isDown = true;
    const { status, body } = await arena.post(await userToken('ann'), '/v1/lives/ann_live/join');
    expect({ status, body }).toMatchObject({ status: 503, body: { code: 190003 } });
  });

  it('refuses lives that do not exist or are over', async () => {
    await arena.goLive('ann');
    await arena.command('ann', { type: 'end-live', liveId: 'ann_live' });
    for (const liveId of ['ann_live', 'nobody']) {
      const { status, body } = await arena.post(await userToken('viewer'), `/v1/lives/${liveId}/join`);
      expect({ status, body }).toMatchObject({ status: 404, body: { code: 100004 } });
    }
  });
});

describe('entering the room of a linked live', () => {
  it('gives the owner a short publish-only token under a name no user can have', async () => {
    await arena.link('ann', 'bob');
    const { status, body } = await arena.post<RoomAccess>(await userToken('bob'), '/v1/lives/bob_live/links/ann_live');
    expect({ status, url: body.url }).toEqual({ status: 200, url: 'ws://livekit.test:7880' });
    const { sub, exp, nbf, video, attributes } = await claimsOf(body.token);
    expect({ sub, attributes }).toEqual({ sub: 'bob@bob_live', attributes: { liveId: 'bob_live' } });
    expect((exp ?? 0) - (nbf ?? 0)).toBe(60);
    expect(video).toEqual({
      room: 'ann_live',
      roomJoin: true,
      canPublish: true,
      canPublishSources: ['camera', 'microphone'],
      canSubscribe: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
  });

  it.each([
    ['a host who is not linked with it', 'cat', 'cat_live', 'ann_live', 404, 100400],
    ['a viewer', 'viewer', 'bob_live', 'ann_live', 403, 100006],
    ['another host of the link', 'ann', 'bob_live', 'ann_live', 403, 100006],
    ['the own live', 'ann', 'ann_live', 'ann_live', 404, 100400],
    ['a live that does not exist', 'ann', 'ann_live', 'nobody', 404, 100400],
  ])('refuses %s', async (_who, userId, liveId, toLiveId, status, code) => {
    await arena.link('ann', 'bob');
    await arena.goLive('cat');
    const reply = await arena.post(await userToken(userId), `/v1/lives/${liveId}/links/${toLiveId}`);
    expect(reply).toMatchObject({ status, body: { code } });
  });

  it('is open to the guests of a voice live, under their own names', async () => {
    for (const host of ['ann', 'bob']) {
      const voice = { seatLayoutTemplate: 70 as const, seatMode: 'free' as const };
      await arena.command(host, { type: 'create-live', liveId: liveOf(host), ...voice });
    }
    await arena.command('eve', { type: 'take-seat', liveId: 'bob_live' });
    const closed = { liveId: 'bob_live', userId: 'eve', device: 'camera' as const };
    await arena.command('bob', { type: 'close-remote-device', ...closed });
    await arena.link('ann', 'bob');
    const enter = async (userId: string) =>
      await arena.post<RoomAccess>(await userToken(userId), '/v1/lives/bob_live/links/ann_live');
    const { sub, video } = await claimsOf((await enter('eve')).body.token);
    expect(sub).toBe('eve@bob_live');
    expect(video).toMatchObject({ room: 'ann_live', canPublishSources: ['microphone'], canSubscribe: false });
    expect(await enter('viewer')).toMatchObject({ status: 403, body: { code: 100006 } });
    await arena.command('eve', { type: 'leave-seat', liveId: 'bob_live' });
    expect(await enter('eve')).toMatchObject({ status: 403, body: { code: 100006 } });
  });

  it('refuses once the link is over', async () => {
    await arena.link('ann', 'bob');
    await arena.command('ann', { type: 'exit-host-connection', liveId: 'ann_live' });
    const reply = await arena.post(await userToken('bob'), '/v1/lives/bob_live/links/ann_live');
    expect(reply).toMatchObject({ status: 404, body: { code: 100400 } });
  });
});

describe('a battle from outside', () => {
  it('is shown with its board, to users and to its backends', async () => {
    const battleId = await arena.battle();
    await arena.score(battleId, [{ eventId: 'g', liveId: 'bob_live', points: 3 }]);
    for (const token of [await userToken('viewer'), await backendToken(), await backendToken('bob_live')]) {
      const byId = await arena.get(token, `/v1/battles/${battleId}`);
      expect(byId).toMatchObject({
        status: 200,
        body: { battleId, phase: 'running', battle: { battleId }, board: { version: 2, totals: { ann: 0, bob: 3 } } },
      });
      expect(await arena.get(token, '/v1/lives/bob_live/battle')).toEqual(byId);
    }
  });

  it('shows nothing of a challenge but that there is one', async () => {
    await arena.link('ann', 'bob');
    const battleId = await arena.challenge('ann', ['bob']);
    const { body } = await arena.get(await userToken('viewer'), `/v1/battles/${battleId}`);
    expect(body).toEqual({ battleId, phase: 'requested', battle: null, board: null });
    expect(await arena.get(await userToken('viewer'), '/v1/lives/ann_live/battle')).toMatchObject({ status: 404 });
  });

  it('counts points for a host by user or by live, each event once', async () => {
    const battleId = await arena.battle();
    const entries = [
      { eventId: 'one', userId: 'ann', points: 5 },
      { eventId: 'two', liveId: 'bob_live', points: 7 },
      { eventId: 'one', userId: 'ann', points: 5 },
    ];
    expect((await arena.score(battleId, entries)).body).toEqual({
      results: [
        { eventId: 'one', status: 'counted', points: 5 },
        { eventId: 'two', status: 'counted', points: 7 },
        { eventId: 'one', status: 'duplicate' },
      ],
      version: 3,
      totals: { ann: 5, bob: 7 },
    });
    const again = await arena.score(battleId, entries.slice(0, 2));
    expect(again.body).toMatchObject({
      results: [{ status: 'duplicate' }, { status: 'duplicate' }],
      totals: { ann: 5, bob: 7 },
    });
  });

  it('shows teams, windows and contributors, and tells the points as they counted', async () => {
    await arena.link('ann', 'bob');
    const multipliers = [{ from: 0, to: 60, factor: 2 }];
    const teams = [['ann'], ['bob']];
    const config = { duration: 60, needResponse: false, multipliers, teams, extraTime: 10 };
    const battleId = await arena.challenge('ann', ['bob'], config);
    const contributor = { userId: 'gus', userName: 'Gus', avatarUrl: 'https://a.example/gus.png' };
    const entries = [{ eventId: 'one', liveId: 'bob_live', points: 5, contributor }];
    expect((await arena.score(battleId, entries)).body).toEqual({
      results: [{ eventId: 'one', status: 'counted', points: 10 }],
      version: 2,
      totals: { ann: 0, bob: 10 },
    });
    await arena.clock.advance(60_000);
    const { body } = await arena.get(await userToken('viewer'), `/v1/battles/${battleId}`);
    const endsAt = arena.clock.now() + 60_000;
    expect(body).toMatchObject({
      battle: {
        config: { multipliers, teams, extraTime: 10, rematchWindow: 60 },
        extraTimeStartedAt: null,
        rematch: { endsAt, userIds: [] },
        result: {
          standings: [
            { userId: 'bob', winStreak: 1 },
            { userId: 'ann', winStreak: 0 },
          ],
          teams: [
            { team: 1, score: 10, rank: 1, outcome: 'win' },
            { team: 0, score: 0, rank: 2, outcome: 'lose' },
          ],
          mvp: { ...contributor, points: 10, hostUserId: 'bob' },
        },
      },
      board: { contributors: { bob: [{ ...contributor, points: 10 }] } },
    });
  });

  it('is begun by the backend between lives that it has linked, with a code for each', async () => {
    await arena.goLive('ann', 'bob', 'cid');
    const token = await backendToken();
    const linked = await arena.post(token, '/v1/links', { liveIds: ['ann_live', 'bob_live', 'nobody_live'] });
    expect(linked).toEqual({ status: 200, body: { results: { bob_live: 0, nobody_live: 1 } } });
    const wanted = { liveId: 'ann_live', opponents: ['bob_live', 'cid_live'], config: { duration: 60, countdown: 5 } };
    const { status, body } = await arena.post<{ battleId: string }>(token, '/v1/battles', wanted);
    expect({ status, body }).toMatchObject({ status: 200, body: { results: { bob_live: 0, cid_live: 4 } } });
    const seen = await arena.get(token, `/v1/battles/${body.battleId}`);
    expect(seen.body).toMatchObject({ phase: 'countdown', battle: { users: [{ userId: 'ann' }, { userId: 'bob' }] } });
    expect(await arena.post(token, '/v1/battles', wanted)).toMatchObject({ status: 409, body: { code: 100415 } });
  });

  it('is not begun, nor lives linked, by the backend of one of the lives alone', async () => {
    await arena.link('ann', 'bob');
    const token = await backendToken('ann_live');
    const refused = { status: 403, body: { code: 100006 } };
    const start = { liveId: 'ann_live', opponents: ['bob_live'] };
    expect(await arena.post(token, '/v1/battles', start)).toMatchObject(refused);
    expect(await arena.post(token, '/v1/links', { liveIds: ['ann_live', 'bob_live'] })).toMatchObject(refused);
  });

  it('may be scored by the backend of any live in it, for every host', async () => {
    const battleId = await arena.battle();
    const entry = { eventId: 'one', userId: 'ann', points: 5 };
    expect((await arena.score(battleId, [entry], await backendToken('bob_live'))).status).toBe(200);
  });

  it('tells after its end whether a call had counted whose answer got lost', async () => {
    const battleId = await arena.battle();
    const entry = { eventId: 'one', userId: 'ann', points: 5 };
    await arena.score(battleId, [entry]);
    await arena.clock.advance(60_000);
    const repeat = await arena.score(battleId, [entry]);
    expect(repeat).toMatchObject({ status: 200, body: { results: [{ status: 'duplicate' }], totals: { ann: 5 } } });
    const late = await arena.score(battleId, [entry, { ...entry, eventId: 'two' }]);
    expect(late).toMatchObject({
      status: 200,
      body: { results: [{ status: 'duplicate' }, { status: 'battle-ended' }] },
    });
  });

  it('gets effects from its backends alone, each event once', async () => {
    const battleId = await arena.battle({ effects: ['boost', 'extend'] });
    const url = `/v1/battles/${battleId}/effects`;
    const boost = { eventId: 'glove', effect: { type: 'boost', userId: 'ann', factor: 3, seconds: 20 } };
    const sent = { ...boost, contributor: { userId: 'vic' } };
    expect((await arena.post(await userToken('ann'), url, sent)).status).toBe(403);
    expect((await arena.post(await backendToken('cat_live'), url, sent)).status).toBe(403);
    const from = arena.clock.now();
    const contributor = { userId: 'vic', userName: 'vic', avatarUrl: '' };
    const effect = { effectId: 1, type: 'boost', userIds: ['ann'], factor: 3, from, to: from + 20_000, contributor };
    const backend = await backendToken('bob_live');
    expect(await arena.post(backend, url, sent)).toEqual({ status: 200, body: { status: 'applied', effect } });
    expect(await arena.post(backend, url, sent)).toEqual({ status: 200, body: { status: 'duplicate', effect } });
    const other = { ...boost, effect: { ...boost.effect, factor: 2 } };
    expect(await arena.post(backend, url, other)).toMatchObject({ status: 409, body: { code: 190006 } });
    const hide = { eventId: 'smoke', effect: { type: 'hide', userId: 'ann', seconds: 5 } };
    expect(await arena.post(backend, url, hide)).toMatchObject({ status: 409, body: { code: 190005 } });
    for (const wrong of [{ ...boost, effect: {} }, { effect: boost.effect }, { ...boost, surplus: 1 }]) {
      expect(await arena.post(backend, url, wrong)).toMatchObject({ status: 400, body: { code: 100002 } });
    }
    const looked = await arena.get(await userToken('vic'), `/v1/battles/${battleId}`);
    expect(looked).toMatchObject({ status: 200, body: { battle: { effects: [effect] } } });
  });

  it('keeps hidden points from users who ask, wherever they may not be seen', async () => {
    const battleId = await arena.battle({ effects: ['hide'] });
    await arena.score(battleId, [{ eventId: 'rose', userId: 'ann', points: 5, contributor: { userId: 'vic' } }]);
    const hide = { eventId: 'smoke', effect: { type: 'hide', userId: 'ann', seconds: 5 } };
    await arena.post(await backendToken(), `/v1/battles/${battleId}/effects`, hide);
    const totalsFor = async (token: string, url: string): Promise<unknown> =>
      ((await arena.get(token, url)).body as { board: ScoreBoard }).board.totals;
    const [user, backend] = [await userToken('eve'), await backendToken()];
    expect(await totalsFor(user, `/v1/battles/${battleId}`)).toEqual({ bob: 0 });
    expect(await totalsFor(user, '/v1/lives/bob_live/battle')).toEqual({ bob: 0 });
    expect(await totalsFor(user, '/v1/lives/ann_live/battle')).toEqual({ ann: 5, bob: 0 });
    expect(await totalsFor(backend, `/v1/battles/${battleId}`)).toEqual({ ann: 5, bob: 0 });
    const joined = (await arena.post(user, '/v1/lives/bob_live/join')).body as JoinReply;
    expect(joined.document.board).toMatchObject({ totals: { bob: 0 }, contributors: {} });
    await arena.clock.advance(5000);
    expect(await totalsFor(user, `/v1/battles/${battleId}`)).toEqual({ ann: 5, bob: 0 });
  });

  it('is ended by a backend, with a result', async () => {
    const battleId = await arena.battle();
    await arena.score(battleId, [{ eventId: 'one', userId: 'ann', points: 5 }]);
    expect(await arena.post(await backendToken('bob_live'), `/v1/battles/${battleId}/end`)).toEqual({
      status: 200,
      body: {},
    });
    const { body } = await arena.get(await backendToken(), `/v1/battles/${battleId}`);
    expect(body).toMatchObject({ phase: 'over', battle: { endedReason: 'ended-by-server' } });
  });

  it('a live is ended by a backend', async () => {
    await arena.goLive('ann');
    const token = await backendToken('ann_live');
    expect(await arena.request(token, { method: 'DELETE', url: '/v1/lives/ann_live' })).toEqual({
      status: 200,
      body: {},
    });
    expect((await arena.server.referee.view(liveOf('ann')))?.document.live.endedReason).toBe('ended-by-server');
  });
});

describe('development tokens', () => {
  it('do not exist in production', async () => {
    const reply = await arena.request(null, { method: 'POST', url: '/v1/dev/tokens', payload: { userId: 'ann' } });
    expect(reply.status).toBe(404);
  });

  it('make anybody anyone with --dev', async () => {
    const dev = await Arena.open({ dev: true });
    const payload = { userId: 'ann', userName: 'Ann', avatarUrl: 'https://example.test/a.png' };
    const { body } = await dev.request<{ token: string }>(null, { method: 'POST', url: '/v1/dev/tokens', payload });
    expect((await dev.get(body.token, '/v1/me')).body).toEqual(payload);
    await dev.close();
  });
});

describe('the documentation', () => {
  it('is OpenAPI for every route, the development one only where it exists', async () => {
    const { body } = await arena.request<{ paths: Record<string, object> }>(null, { url: '/docs/json' });
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'delete /v1/lives/{liveId}',
      'get /v1/battles/{battleId}',
      'get /v1/lives',
      'get /v1/lives/{liveId}',
      'get /v1/lives/{liveId}/battle',
      'get /v1/me',
      'get /v1/time',
      'post /v1/battles',
      'post /v1/battles/{battleId}/effects',
      'post /v1/battles/{battleId}/end',
      'post /v1/battles/{battleId}/scores',
      'post /v1/commands',
      'post /v1/links',
      'post /v1/livekit/webhook',
      'post /v1/lives/{liveId}/join',
      'post /v1/lives/{liveId}/links/{toLiveId}',
    ]);
  });

  it('loads nothing from anywhere else', async () => {
    const page = await arena.server.app.inject('/docs/');
    const script = await arena.server.app.inject('/docs/static/swagger-initializer.js');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).not.toContain('http');
    for (const text of [page.body, script.body]) expect(text).not.toMatch(/(src|href|url)\W+https?:/i);
    expect(script.body).toContain('"validatorUrl":null');
  });
});

describe('other origins', () => {
  const preflight = { method: 'OPTIONS', url: '/v1/lives/x/join' } as const;
  const headers = { origin: 'https://app.test', 'access-control-request-method': 'POST' };

  it('may call only when they are named', async () => {
    const closed = await arena.server.app.inject({ ...preflight, headers });
    expect(closed.headers['access-control-allow-origin']).toBeUndefined();
    const open = await Arena.open({ corsOrigin: 'https://other.test, https://app.test' });
    const reply = await open.server.app.inject({ ...preflight, headers });
    expect(reply.headers['access-control-allow-origin']).toBe('https://app.test');
    const stranger = await open.server.app.inject({
      ...preflight,
      headers: { ...headers, origin: 'https://evil.test' },
    });
    expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
    await open.close();
  });
});
