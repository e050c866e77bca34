import { AccessToken, ParticipantInfo, Room, WebhookEvent } from 'livekit-server-sdk';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Arena } from './support/arena.js';
import { backendToken, keys, userToken } from './support/tokens.js';
import { eventually } from './support/eventually.js';

let arena: Arena;
beforeEach(async () => {
  arena = await Arena.open();
  await arena.link('ann', 'bob');
  await eventually(() => expect(arena.livekit.rooms.size).toBe(2));
});
afterEach(async () => {
  await arena.close();
});

async function sign(body: string, secret = keys.apiSecret): Promise<string> {
  const token = new AccessToken(keys.apiKey, secret, { ttl: 300 });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return await token.toJwt();
}

async function deliver(body: string, authorization?: string) {
  const headers = { 'content-type': 'application/webhook+json', authorization: authorization ?? (await sign(body)) };
  return await arena.request(null, { method: 'POST', url: '/v1/livekit/webhook', headers, payload: body });
}

function messageOf(event: WebhookEvent['event'], room: string, participant?: ParticipantInfo): string {
  const message = new WebhookEvent({ room: new Room({ name: room }), ...(participant && { participant }) });
  // The SDK's constructor drops the event, so it is set afterwards.
  message.event = event;
  return message.toJsonString();
}

async function tell(event: WebhookEvent['event'], room: string, participant?: ParticipantInfo) {
  return await deliver(messageOf(event, room, participant));
}

const isLost = (host: string): Promise<boolean> => arena.isLost(host);

describe("LiveKit's webhooks", () => {
  it('tell that a host has gone and come back', async () => {
    const first = arena.livekit.enter('ann_live', 'ann');
    expect(await tell('participant_joined', 'ann_live', first)).toEqual({ status: 200, body: {} });
    arena.livekit.leave('ann_live', 'ann');
    await tell('participant_left', 'ann_live', first);
    expect([await isLost('ann'), await isLost('bob')]).toEqual([true, false]);
    await tell('participant_joined', 'ann_live', arena.livekit.enter('ann_live', 'ann'));
    expect(await isLost('ann')).toBe(false);
  });

  it('of viewers and of hosts in other rooms say nothing about a host', async () => {
    const participant = new ParticipantInfo({ sid: 'PA_x', identity: 'viewer' });
    await tell('participant_left', 'ann_live', participant);
    await tell('participant_left', 'bob_live', new ParticipantInfo({ sid: 'PA_y', identity: 'ann@ann_live' }));
    await tell('participant_left', 'bob_live', new ParticipantInfo({ sid: 'PA_z', identity: 'ann' }));
    expect([await isLost('ann'), await isLost('bob')]).toEqual([false, false]);
  });

  it('put out a linked host who arrives after the link has ended', async () => {
    const guest = arena.livekit.enter('ann_live', 'bob@bob_live');
    await tell('participant_joined', 'ann_live', guest);
    expect(arena.livekit.identitiesIn('ann_live')).toEqual(['bob@bob_live']);
    await arena.command('bob', { type: 'exit-host-connection', liveId: 'bob_live' });
    await eventually(() => expect(arena.livekit.identitiesIn('ann_live')).toEqual([]));
    await tell('participant_joined', 'ann_live', arena.livekit.enter('ann_live', 'bob@bob_live'));
    expect(arena.livekit.identitiesIn('ann_live')).toEqual([]);
  });

  it('make LiveKit make a room again that it closed too early', async () => {
    arena.livekit.rooms.delete('ann_live');
    await tell('room_finished', 'ann_live');
    await eventually(() => expect(arena.livekit.documentIn('ann_live')?.live.liveId).toBe('ann_live'));
  });

  it('of an arriving host bring them the invitations that came too early', async () => {
    await arena.goLive('cat');
    await arena.command('cat', { type: 'request-host-connection', liveId: 'cat_live', targetLiveIds: ['ann_live'] });
    await eventually(() => expect(arena.livekit.sent.some(({ room }) => room === 'ann_live')).toBe(true));
    await wait(20);
    arena.livekit.sent.length = 0;
    await tell('participant_joined', 'ann_live', arena.livekit.enter('ann_live', 'ann'));
    const personals = () => arena.livekit.sent.filter(({ topic }) => topic === 'live-battles.personal');
    await eventually(() =>
      expect(personals()).toMatchObject([
        { to: ['ann'], data: { coHostRequests: [{ status: 'accepted' }, { status: 'pending' }] } },
      ]),
    );
  });

  it('are answered with success even when LiveKit cannot be asked', async () => {
    const host = arena.livekit.enter('ann_live', 'ann');
    await tell('participant_joined', 'ann_live', host);
    arena.livekit.isDown = true;
    expect((await tell('participant_left', 'ann_live', host)).status).toBe(200);
    expect(await isLost('ann')).toBe(false);
  });

  it('about unknown rooms, ended lives and unknown events are taken and forgotten', async () => {
    await arena.command('bob', { type: 'end-live', liveId: 'bob_live' });
    const participant = new ParticipantInfo({ sid: 'PA_x', identity: 'bob' });
    for (const room of ['nothing', 'bob_live']) {
      expect((await tell('participant_left', room, participant)).status).toBe(200);
    }
    expect((await deliver('{"event":"brand_new","room":{"name":"ann_live"},"brandNew":1}')).status).toBe(200);
  });

  it.each([
    ['nothing', async () => ''],
    ['a signature over other bytes', async () => await sign('{}')],
    ['a signature of another secret', async (body: string) => await sign(body, 'another-secret-of-32-characters!')],
    ['a user token', async () => await userToken('ann')],
    ['a backend token', async () => await backendToken()],
  ])('signed with %s are not believed', async (_what, authorization) => {
    const host = arena.livekit.enter('ann_live', 'ann');
    await tell('participant_joined', 'ann_live', host);
    arena.livekit.leave('ann_live', 'ann');
    const body = messageOf('participant_left', 'ann_live', host);
    expect(await deliver(body, await authorization(body))).toMatchObject({ status: 401, body: { code: 190002 } });
    expect(await isLost('ann')).toBe(false);
  });

  it('cannot be used as anybody’s token', async () => {
    const reply = await arena.get(await sign('{}'), '/v1/me');
    expect(reply.status).toBe(401);
  });
});
