import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { occupant } from '../../core/examples.js';
import { documentOf } from './support/documents.js';
import { DisconnectReason } from './support/fake-livekit.js';
import { minute, OneSession } from './support/one-session.js';

let session: OneSession;

beforeEach(() => {
  session = new OneSession();
});

afterEach(() => {
  session.leave();
});

function turnPage(visibilityState: 'visible' | 'hidden'): void {
  session.document.visibilityState = visibilityState;
  session.document.dispatchEvent(new Event('visibilitychange'));
}

const told = (): number => session.server.count('/commands');

it('a page that a host puts into the background is told to the server, and its return', async () => {
  await session.enter();
  turnPage('hidden');
  await vi.advanceTimersByTimeAsync(900);
  expect(told()).toBe(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(told()).toBe(1);
  turnPage('visible');
  await vi.advanceTimersByTimeAsync(minute);
  expect(told()).toBe(2);
});

it('a page of the audience is not', async () => {
  await session.enterAs('eve', documentOf(['ann']));
  turnPage('hidden');
  await vi.advanceTimersByTimeAsync(minute);
  expect(told()).toBe(0);
});

it('is told again after a reconnect, when the server has forgotten it', async () => {
  await session.enterAs('eve', documentOf(['ann'], { guests: [occupant('eve')] }));
  turnPage('hidden');
  await vi.advanceTimersByTimeAsync(1_000);
  const suspended = occupant('eve', { userSuspendStatus: 'in-background' });
  session.livekit.home.setMetadata(JSON.stringify(documentOf(['ann'], { revision: 2, guests: [suspended] })));
  await vi.advanceTimersByTimeAsync(minute);
  expect(told()).toBe(1);
  session.server.document = documentOf(['ann'], { revision: 3, guests: [occupant('eve')] });
  session.livekit.room.lose(DisconnectReason.SERVER_SHUTDOWN);
  await vi.advanceTimersByTimeAsync(minute);
  expect(session.sink.states.at(-1)).toBe('connected');
  expect(told()).toBe(2);
});

it('a server that is away disturbs nobody, and is told when it is back', async () => {
  await session.enter();
  session.server.down = true;
  turnPage('hidden');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told()).toBe(1);
  session.server.down = false;
  await vi.advanceTimersByTimeAsync(minute);
  expect(told()).toBe(2);
});

it('is told no more once the live is left', async () => {
  const connection = await session.enter();
  await connection.close();
  turnPage('hidden');
  await vi.advanceTimersByTimeAsync(minute);
  expect(told()).toBe(0);
});
