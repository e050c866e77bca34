import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LiveSession, subscribe, type ReadonlySignal } from '../../src/core/index.js';
import { LocalEngine, LocalWorld } from '../../src/engines/local/index.js';
import { FakeClock } from '../fake-clock.js';
import { publicNames, stores } from './public-names.js';

// This scenario makes every store tell each of its events and change each of its states. The test then compares what
// was told with the public names.

const names = publicNames(stores);
const clock = new FakeClock();
const world = new LocalWorld({ clock });
/** `Store.name` of every event that was told; `states` holds every state that has changed. */
const events = new Set<string>();
const states = new Set<string>();

type StoreName = (typeof stores)[number];

function storeOf(session: LiveSession, store: StoreName): LiveSession['battleStore'] {
  const key = `${store.charAt(0).toLowerCase()}${store.slice(1)}`;
  return (session as unknown as Record<string, LiveSession['battleStore']>)[key]!;
}

function record(session: LiveSession): void {
  for (const name of stores) {
    const store = storeOf(session, name);
    store.events.onAny((event) => events.add(`${name}.${event}`));
    for (const state of names[name].state) {
      const value = (store as unknown as Record<string, ReadonlySignal<unknown>>)[state]!;
      if (state === 'canvas') continue;
      let isFirst = true;
      subscribe(value, () => {
        if (!isFirst) states.add(`${name}.${state}`);
        isFirst = false;
      });
    }
  }
}

function open(userId: string): LiveSession {
  const session = new LiveSession({ engine: new LocalEngine({ world, user: { userId } }) });
  record(session);
  return session;
}

/** Lets time pass (seconds), and everything arrive that was sent. */
const pass = (seconds = 0): Promise<void> => clock.advance(seconds * 1000);

const liveOf = (userId: string): string => `${userId}_live`;

beforeAll(async () => {
  // The local engine makes volumes up with real timers.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const [ann, bob, cid, vic, kim] = ['ann', 'bob', 'cid', 'vic', 'kim'].map(open) as [
    LiveSession,
    LiveSession,
    LiveSession,
    LiveSession,
    LiveSession,
  ];
  await goLive(ann, bob, cid);
  await watch(ann, vic, kim);
  await invite(ann, bob);
  await challenge(ann, bob);
  await fight(ann, bob);
  await part(ann, bob);
  await seatGuests(ann, vic, kim);
  await closeDevices(ann, vic);
  await goHome(ann, vic, kim);
}, 60_000);

afterAll(() => {
  world.dispose();
  vi.useRealTimers();
});

async function goLive(ann: LiveSession, bob: LiveSession, cid: LiveSession): Promise<void> {
  await ann.deviceStore.openLocalCamera();
  await ann.deviceStore.closeLocalCamera();
  await ann.liveListStore.createLive({ liveId: liveOf('ann') });
  await bob.liveListStore.createLive({ liveId: liveOf('bob') });
  await cid.liveListStore.createLive({ liveId: liveOf('cid') });
  await ann.liveListStore.updateLiveMetaData({ metaData: { goal: '500 roses' } });
  await ann.liveListStore.fetchLiveList({ count: 1 });
  await ann.coHostStore.getCoHostCandidates({ count: 2 });
  await ann.liveListStore.updateLiveInfo({ liveName: 'Late show' });
  await pass();
}

async function watch(ann: LiveSession, vic: LiveSession, kim: LiveSession): Promise<void> {
  for (const session of [vic, kim]) {
    await session.liveListStore.joinLive({ liveId: liveOf('ann') });
    await pass();
  }
  await ann.liveAudienceStore.setAdministrator({ userId: 'kim' });
  await pass();
  await kim.liveListStore.leaveLive();
  await pass();
  await kim.liveListStore.joinLive({ liveId: liveOf('ann') });
  await ann.liveListStore.leaveLive();
  await pass(6);
  await ann.liveListStore.createLive({ liveId: liveOf('ann') });
  await pass();
}

async function invite(ann: LiveSession, bob: LiveSession): Promise<void> {
  const ask = async (): Promise<void> => {
    await ann.coHostStore.requestHostConnection({ targetHostLiveIds: liveOf('bob'), timeout: 10 });
    await pass();
  };
  await ask();
  await ann.coHostStore.cancelHostConnection({ toHostLiveId: liveOf('bob') });
  await ask();
  await bob.coHostStore.rejectHostConnection({ fromHostLiveId: liveOf('ann') });
  await ask();
  await pass(11);
  await ask();
  await bob.coHostStore.acceptHostConnection({ fromHostLiveId: liveOf('ann') });
  await pass();
  await ann.coHostStore.muteRemoteHostAudio({ liveId: liveOf('bob'), isMuted: true });
}

async function challenge(ann: LiveSession, bob: LiveSession): Promise<void> {
  const ask = async (): Promise<string> => {
    const { battleId } = await ann.battleStore.requestBattle({ userIdList: ['bob'], timeout: 10 });
    await pass();
    return battleId;
  };
  await ann.battleStore.cancelBattleRequest({ battleId: await ask() });
  await bob.battleStore.rejectBattle({ battleId: await ask() });
  await ask();
  await pass(11);
  const battleId = await ask();
  await bob.battleStore.acceptBattle({ battleId });
  await pass();
  await bob.battleStore.exitBattle({ battleId });
  await pass();
}

async function fight(ann: LiveSession, bob: LiveSession): Promise<void> {
  const { battleId } = await ann.battleStore.requestBattle({
    userIdList: ['bob'],
    config: {
      needResponse: false,
      duration: 10,
      extraTime: 10,
      penalty: 10,
      rematchWindow: 20,
      effects: ['hide', 'target'],
      teams: [['ann'], ['bob']],
    },
  });
  await pass(11);
  const contributor = { userId: 'fan', userName: 'A fan', avatarUrl: '' };
  await world.applyEffect(battleId, { eventId: 'smoke', effect: { type: 'hide', userId: 'bob', seconds: 1 } });
  const target = { type: 'target' as const, points: 5, within: 15, factor: 2, seconds: 2 };
  await world.applyEffect(battleId, { eventId: 'target', effect: target });
  await pass(2);
  await world.addScores(battleId, [{ eventId: 'rose', userId: 'ann', points: 5, contributor }]);
  await pass(10);
  await pass(10);
  await bob.battleStore.requestRematch({ battleId });
  await pass();
  await bob.battleStore.cancelRematch({ battleId });
  await pass(21);
  const short = { userIdList: ['bob'], config: { needResponse: false, duration: 10 } };
  const { battleId: next } = await ann.battleStore.requestBattle(short);
  await pass(11);
  await bob.battleStore.declineRematch({ battleId: next });
  await pass();
}

async function part(ann: LiveSession, bob: LiveSession): Promise<void> {
  await ann.coHostStore.exitHostConnection();
  await pass();
  await bob.liveListStore.endLive();
  await pass();
}

async function seatGuests(ann: LiveSession, vic: LiveSession, kim: LiveSession): Promise<void> {
  const apply = async (): Promise<void> => {
    await vic.coGuestStore.applyForSeat({ timeout: 10 });
    await pass();
  };
  await apply();
  await vic.coGuestStore.cancelApplication();
  await apply();
  await pass(11);
  await apply();
  await kim.coGuestStore.rejectApplication({ userId: 'vic' });
  await pass();
  // The server keeps a limited number of requests per guest, each for a minute.
  await pass(61);
  const offer = async (): Promise<void> => {
    await ann.coGuestStore.inviteToSeat({ userId: 'vic', timeout: 10 });
    await pass();
  };
  await offer();
  await ann.coGuestStore.cancelInvitation({ userId: 'vic' });
  await offer();
  await pass(11);
  await offer();
  await vic.coGuestStore.acceptInvitation();
  await pass();
}

async function closeDevices(ann: LiveSession, vic: LiveSession): Promise<void> {
  await vic.deviceStore.openLocalMicrophone();
  // Long enough for a made-up sentence and a pause.
  await vi.advanceTimersByTimeAsync(10_000);
  await pass();
  await ann.liveSeatStore.closeRemoteMicrophone({ userId: 'vic' });
  await ann.liveSeatStore.closeRemoteCamera({ userId: 'vic' });
  await pass();
  await vic.deviceStore.openLocalMicrophone().catch(() => undefined);
  await ann.liveSeatStore.openRemoteMicrophone({ userId: 'vic' });
  await ann.liveSeatStore.openRemoteCamera({ userId: 'vic' });
  await pass();
  await ann.liveSeatStore.kickUserOutOfSeat({ userId: 'vic' });
  await pass();
}

async function goHome(ann: LiveSession, vic: LiveSession, kim: LiveSession): Promise<void> {
  await ann.liveAudienceStore.kickUserOutOfRoom({ userId: 'vic' });
  await pass();
  await ann.liveListStore.endLive();
  await pass();
  for (const session of [ann, vic, kim]) await session.logout();
}

describe.each(stores)('%s', (store) => {
  const of = (list: ReadonlySet<string>): string[] =>
    [...list].flatMap((name) => (name.startsWith(`${store}.`) ? name.slice(store.length + 1) : [])).sort();

  it('has told each of its events', () => {
    expect(of(events)).toEqual([...names[store].events].sort());
  });

  it('has changed each of its states', () => {
    // The canvas is the same for every live.
    expect(of(states)).toEqual(names[store].state.filter((state) => state !== 'canvas').sort());
  });
});
