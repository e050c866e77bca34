import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createGiftServer } from '../../examples/studio/gift-backend/gift-server.js';
import type { ScoreReply } from '../../examples/studio/gift-backend/score-api.js';
import type { GiftEffect, GiftScore } from '../../examples/studio/gift-rules/gift-order.js';

const giver = { userId: 'vic', userName: 'Vic', avatarUrl: '' };
const order = { battleId: 'battle', userId: 'ann', giftId: 'rocket', giver, clientRequestId: 'a1b2c3d4-0001' };
const counted = { status: 200, body: { results: [{ status: 'counted' }], version: 3, totals: { ann: 1200 } } };

let close: (() => void) | undefined;
afterEach(() => close?.());

/** Starts a gift backend whose score API answers as the test says. */
async function start(answer: () => ScoreReply) {
  const posted: { battleId: string; score?: GiftScore; effect?: GiftEffect }[] = [];
  const server = createGiftServer({
    addScore: async (battleId, score) => {
      posted.push({ battleId, score });
      return answer();
    },
    applyEffect: async (battleId, effect) => {
      posted.push({ battleId, effect });
      return answer();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  const send = (body: string, { path = '/gifts', method = 'POST', type = 'application/json' } = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': type },
      ...(method === 'POST' && { body }),
    });
  return { posted, send };
}

describe('the gift backend', () => {
  test('posts the points of a gift and answers with what the score API said', async () => {
    const { posted, send } = await start(() => counted);
    const response = await send(JSON.stringify(order));
    const score = { eventId: 'gift:a1b2c3d4-0001', userId: 'ann', points: 1200, contributor: giver };
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...score, ...counted.body });
    expect(posted).toEqual([{ battleId: 'battle', score }]);
  });

  test('posts an effect where the gift is one', async () => {
    const applied = { status: 'applied', effect: { type: 'boost', effectId: 1 } };
    const { posted, send } = await start(() => ({ status: 200, body: applied }));
    const response = await send(JSON.stringify({ ...order, giftId: 'glove' }));
    const sent = { type: 'boost', userId: 'ann', factor: 3, seconds: 15 };
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject(applied);
    const effect = { eventId: 'gift:a1b2c3d4-0001', effect: sent, contributor: giver };
    expect(posted).toEqual([{ battleId: 'battle', effect }]);
  });

  test('computes the points itself, whatever the page claims', async () => {
    const { posted, send } = await start(() => counted);
    await send(JSON.stringify({ ...order, points: 1_000_000, eventId: 'mine' }));
    expect(posted[0]?.score).toEqual({
      eventId: 'gift:a1b2c3d4-0001',
      userId: 'ann',
      points: 1200,
      contributor: giver,
    });
  });

  test('passes a refusal of the score API on', async () => {
    const { send } = await start(() => ({ status: 409, body: { code: 100421, message: 'the battle is over' } }));
    const response = await send(JSON.stringify(order));
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ code: 100421, message: 'the battle is over' });
  });

  test('says 502 when the battle server does not answer', async () => {
    const { send } = await start(() => {
      throw new TypeError('fetch failed');
    });
    expect((await send(JSON.stringify(order))).status).toBe(502);
  });

  test.each([
    ['another path', JSON.stringify(order), { path: '/other' }, 404],
    ['another method', '', { method: 'GET' }, 405],
    ["a form, which any site's page could send", JSON.stringify(order), { type: 'text/plain' }, 415],
    ['no JSON', '{', {}, 400],
    ['an unknown gift', JSON.stringify({ ...order, giftId: 'moon' }), {}, 400],
    ['far too much', JSON.stringify({ ...order, more: 'x'.repeat(5000) }), {}, 413],
  ])('refuses %s', async (_, body, request, status) => {
    const { posted, send } = await start(() => counted);
    expect((await send(body, request)).status).toBe(status);
    expect(posted).toEqual([]);
  });
});
