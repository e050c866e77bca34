import { afterEach, describe, expect, it, vi, type Mock } from 'vitest';
import { LiveError, LiveErrorCode } from '../../../src/core/index.js';
import { ServerApi } from '../../../src/engines/livekit/server/server-api.js';
import { UserToken } from '../../../src/engines/livekit/server/user-token.js';

const json = (value: unknown, status = 200): Response => Response.json(value, { status });

function answering(...answers: (Response | Error)[]): Mock<typeof fetch> {
  const stub = vi.fn<typeof fetch>(async () => {
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error('one call too many');
  });
  vi.stubGlobal('fetch', stub);
  return stub;
}

const codeOf = async (call: Promise<unknown>): Promise<number | null> =>
  call.then(
    () => null,
    (error: unknown) => (error as LiveError).code,
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('ServerApi', () => {
  it('calls the routes with the user token', async () => {
    const fetch = answering(json({ lives: [], cursor: '' }), json({ url: 'ws://x', token: 't' }));
    const api = new ServerApi('http://server/', new UserToken('mine'));
    await api.lives({ cursor: 'a b', count: 5 });
    await api.linkedRoom('ann_live', 'bob_live');
    const [first, second] = fetch.mock.calls;
    expect(first?.[0]).toBe('http://server/v1/lives?cursor=a+b&count=5');
    expect(first?.[1]).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer mine' } });
    expect(second?.[0]).toBe('http://server/v1/lives/ann_live/links/bob_live');
    expect(second?.[1]).toMatchObject({ method: 'POST' });
  });

  it('fetches a new token once when the old one is refused', async () => {
    let fetched = 0;
    const fetch = answering(json({}, 401), json({ lives: [], cursor: 'more' }));
    const api = new ServerApi('', new UserToken(() => `token ${++fetched}`));
    expect((await api.lives({ cursor: '', count: 5 })).cursor).toBe('more');
    expect(fetch.mock.calls[1]?.[1]).toMatchObject({ headers: { authorization: 'Bearer token 2' } });
  });

  it('asks for the time without a token, which may still be on its way', async () => {
    const fetch = answering(json({ now: 7 }));
    const api = new ServerApi('', new UserToken(() => new Promise(() => undefined)));
    expect(await api.time()).toBe(7);
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'GET', headers: {} });
    expect(fetch.mock.calls[0]?.[1]?.headers).not.toHaveProperty('authorization');
  });

  it('fetches one new token when several calls are refused at a time', async () => {
    let fetched = 0;
    vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) =>
      headers.authorization === 'Bearer token 1' ? json({}, 401) : json({ userId: 'ann' }),
    );
    const api = new ServerApi('', new UserToken(() => `token ${++fetched}`));
    await Promise.all([api.me(), api.me(), api.live('ann_live')]);
    expect(fetched).toBe(2);
  });

  it('gives up when the new token is refused too', async () => {
    answering(json({}, 401), json({ code: LiveErrorCode.unauthenticated, message: 'no' }, 401));
    const api = new ServerApi('', new UserToken(() => 'any'));
    expect(await codeOf(api.me())).toBe(LiveErrorCode.unauthenticated);
  });

  it.each([
    ["the referee's refusal", json({ code: LiveErrorCode.linkFull, message: 'full' }, 409), LiveErrorCode.linkFull],
    ['an unknown code', json({ code: 5, message: 'x' }, 400), LiveErrorCode.internal],
    ['a gateway without a server', new Response('<html>', { status: 502 }), LiveErrorCode.unreachable],
    ['no network', new TypeError('fetch failed'), LiveErrorCode.unreachable],
    ['silence', new DOMException('timed out', 'TimeoutError'), LiveErrorCode.unreachable],
    ['half an answer', new Response('{"now":', { status: 200 }), LiveErrorCode.unreachable],
  ])('turns %s into a LiveError', async (_, answer, code) => {
    answering(answer);
    expect(await codeOf(new ServerApi('', new UserToken('t')).time())).toBe(code);
  });

  it.each([
    ['a page without a network', new TypeError('Failed to fetch'), LiveErrorCode.unreachable],
    ['what the token function says itself', new LiveError(LiveErrorCode.unreachable, '503'), LiveErrorCode.unreachable],
  ])('does not take %s for an expired login', async (_, error, code) => {
    answering();
    expect(await codeOf(new ServerApi('', new UserToken(() => Promise.reject(error))).me())).toBe(code);
  });

  it('says so when no token can be fetched', async () => {
    answering();
    const token = new UserToken(() => Promise.reject(new Error('logged out')));
    expect(await codeOf(new ServerApi('', token).me())).toBe(LiveErrorCode.unauthenticated);
  });
});
