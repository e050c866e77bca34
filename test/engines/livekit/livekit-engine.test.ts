import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine, LiveErrorCode, LiveSession, preloadEngine } from '../../../src/core/index.js';
import { LiveKitEngine, preloadLiveKit } from '../../../src/engines/livekit/index.js';
import '../../../src/engines/livekit/register.js';
import { RecordingSink } from '../recording-sink.js';
import { documentOf } from './support/documents.js';
import { FakeLiveKit } from './support/fake-livekit.js';
import { FakeServer } from './support/fake-server.js';

const client = vi.hoisted(() => ({ loads: 0, value: {} }));
vi.mock('livekit-client', () => {
  client.loads++;
  return new Proxy(
    {},
    { get: (_, name) => Reflect.get(client.value, name) as unknown, has: (_, name) => name !== 'then' },
  );
});

let server: FakeServer;
let livekit: FakeLiveKit;

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  server = new FakeServer();
  server.document = documentOf(['ann']);
  livekit = new FakeLiveKit();
  client.value = livekit.client;
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const newEngine = (token: () => string = () => 'token'): LiveKitEngine => new LiveKitEngine({ token });

describe('a join that is expected', () => {
  it('is asked for at once, and not again', async () => {
    const engine = newEngine();
    engine.expectJoin('ann_live');
    await engine.login();
    expect(server.count('/join')).toBe(1);
    const sink = new RecordingSink();
    await engine.join('ann_live', sink);
    expect(server.count('/join')).toBe(1);
    expect(sink.documents[0]?.live.liveId).toBe('ann_live');
    await engine.logout();
  });

  it('serves one join only', async () => {
    const engine = newEngine();
    engine.expectJoin('ann_live');
    await (await engine.join('ann_live', new RecordingSink())).close();
    await engine.join('ann_live', new RecordingSink());
    expect(server.count('/join')).toBe(2);
    await engine.logout();
  });

  it('does not serve another live', async () => {
    const engine = newEngine();
    engine.expectJoin('bob_live');
    await engine.join('ann_live', new RecordingSink());
    expect(server.calls.filter((call) => call.endsWith('/join'))).toEqual([
      'POST /v1/lives/bob_live/join',
      'POST /v1/lives/ann_live/join',
    ]);
    await engine.logout();
  });

  it('does not serve the user who comes after a logout', async () => {
    let user = 'ann';
    const engine = newEngine(() => user);
    engine.expectJoin('ann_live');
    await engine.logout();
    user = 'bob';
    await engine.join('ann_live', new RecordingSink());
    expect(server.count('/join')).toBe(2);
    await engine.logout();
  });

  it('that is refused is refused when it comes, and harms nobody when it stays away', async () => {
    server.refusal = LiveErrorCode.noPermission;
    const engine = newEngine();
    engine.expectJoin('ann_live');
    engine.expectJoin('ann_live');
    await expect(engine.join('ann_live', new RecordingSink())).rejects.toMatchObject({
      code: LiveErrorCode.noPermission,
    });
  });
});

it('joinLive asks for the user and for the way in at a time', async () => {
  const answers: (() => void)[] = [];
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return await fetch(...request);
  });
  const session = new LiveSession({ engine: newEngine() });
  const joining = session.liveListStore.joinLive({ liveId: 'ann_live' });
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  for (const answer of answers) answer();
  await vi.waitFor(() =>
    expect(server.calls.slice(0, 3).sort()).toEqual(['GET /v1/me', 'GET /v1/time', 'POST /v1/lives/ann_live/join']),
  );
  const letAllThrough = setInterval(() => answers.splice(0).forEach((answer) => answer()));
  await joining;
  clearInterval(letAllThrough);
  expect(session.liveListStore.currentLive.get()?.liveId).toBe('ann_live');
});

it.each([
  ['preloadLiveKit', () => preloadLiveKit()],
  ['the engine', () => newEngine().preload()],
  ['its session', () => new LiveSession({ engine: newEngine() }).preload()],
  ['its name', () => preloadEngine('livekit')],
])('%s loads the client ahead, without a login and once for all', async (_, preload) => {
  await preload();
  expect(client.loads).toBe(1);
  expect(server.calls).toEqual([]);
});

it('is made from markup only with a token', async () => {
  await expect(createEngine('livekit', {})).rejects.toMatchObject({ code: LiveErrorCode.invalidParameter });
  expect(await createEngine('livekit', { token: 'mine' })).toBeInstanceOf(LiveKitEngine);
});
