import { expect, it } from 'vitest';
import type { UserCommand } from '../../src/protocol/index.js';
import { changesOf, MemoryStore, type Scope, type Slice, type Work } from '../../src/referee/index.js';
import { TestWorld, liveOf } from './test-world.js';

/** A store that counts what it has to write: events of the ledger and changed records. */
class CountingStore extends MemoryStore {
  written = 0;

  override async transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> {
    return await super.transact(scope, (before) => {
      const done = work(before);
      if (!('missing' in done)) this.written += done.events.length + changesOf(before, done.slice).length;
      return done;
    });
  }
}

/** Ann's live, with an administrator `adm`, a guest `gus` on seat 1 and some metadata. */
async function salon(): Promise<{ world: TestWorld; store: CountingStore }> {
  const store = new CountingStore();
  const world = new TestWorld({}, store);
  const voice = { seatLayoutTemplate: 70, seatMode: 'free' } as const;
  await world.execute('ann', { type: 'create-live', liveId: liveOf('ann'), ...voice });
  await world.host('ann', { type: 'set-administrator', userId: 'adm' });
  await world.host('ann', { type: 'kick-user', userId: 'out' });
  await world.host('ann', { type: 'update-live-metadata', metaData: { mood: 'good', song: 'none' } });
  await world.execute('gus', { type: 'take-seat', liveId: liveOf('ann'), seatIndex: 1 });
  await world.host('ann', { type: 'lock-seat', seatIndex: 2 });
  store.written = 0;
  return { world, store };
}

type OwnCommand = UserCommand extends infer C ? (C extends UserCommand ? Omit<C, 'liveId'> : never) : never;
const commands: OwnCommand[] = [
  { type: 'create-live' },
  { type: 'update-live' },
  { type: 'update-live-metadata', metaData: {} },
  { type: 'update-live-metadata', metaData: { song: 'none', mood: 'good' } },
  { type: 'update-live-metadata', metaData: { notes: '' } },
  { type: 'set-administrator', userId: 'adm' },
  { type: 'revoke-administrator', userId: 'gus' },
  { type: 'kick-user', userId: 'out' },
  { type: 'readmit-user', userId: 'gus' },
  { type: 'list-kicked-users' },
  { type: 'lock-seat', seatIndex: 2 },
  { type: 'unlock-seat', seatIndex: 1 },
  { type: 'move-user-to-seat', userId: 'gus', targetIndex: 1 },
  { type: 'open-remote-device', userId: 'gus', device: 'camera' },
];

it.each(commands)('a command that changes nothing writes nothing: %j', async (command) => {
  const { world, store } = await salon();
  await world.execute('ann', { liveId: liveOf('ann'), ...command });
  expect(store.written).toBe(0);
});

it.each(['ann', 'gus'])('the presence of %s, known before, writes nothing', async (userId) => {
  const { world, store } = await salon();
  await world.referee.notePresence(liveOf('ann'), userId, true);
  expect(store.written).toBe(0);
  await world.referee.notePresence(liveOf('ann'), userId, false);
  store.written = 0;
  await world.referee.notePresence(liveOf('ann'), userId, false);
  expect(store.written).toBe(0);
});

it('the presence of an invited guest, known before, writes nothing', async () => {
  const { world, store } = await salon();
  await world.host('ann', { type: 'invite-to-seat', userId: 'eve' });
  for (const present of [false, true]) {
    await world.referee.notePresence(liveOf('ann'), 'eve', present);
    store.written = 0;
    await world.referee.notePresence(liveOf('ann'), 'eve', present);
    expect(store.written).toBe(0);
  }
});

it.each(['ann', 'gus', 'eve'])('whether %s is there once the live has ended writes nothing', async (userId) => {
  const { world, store } = await salon();
  await world.host('ann', { type: 'end-live' });
  store.written = 0;
  await world.referee.notePresence(liveOf('ann'), userId, false);
  await world.referee.notePresence(liveOf('ann'), userId, true);
  expect(store.written).toBe(0);
});

it('a page that is in the background already writes nothing', async () => {
  const { world, store } = await salon();
  const command = { type: 'set-suspend-status', liveId: liveOf('ann'), status: 'in-background' } as const;
  await world.execute('gus', command);
  store.written = 0;
  await world.execute('gus', command);
  expect(store.written).toBe(0);
});

it('a layout that the link has already writes nothing', async () => {
  const store = new CountingStore();
  const world = new TestWorld({}, store);
  for (const userId of ['ann', 'bob']) await world.live(userId);
  await world.link('ann', 'bob');
  const { layoutTemplate } = world.document('ann').link!;
  store.written = 0;
  await world.host('ann', { type: 'update-link-layout', layoutTemplate });
  expect(store.written).toBe(0);
});
