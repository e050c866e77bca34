import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type LiveSession } from '../../src/core/index.js';
import { documentOf, linkOf } from './examples.js';
import { inside, storesOf } from './inside.js';

/** Methods whose argument is optional. */
const optional = ['fetchLiveList', 'getCoHostCandidates', 'takeSeat', 'applyForSeat'];
/** Without arguments, or with a user id: those return the signal of one user. */
const argless =
  /^(leaveLive|endLive|exitHostConnection|leaveSeat|cancelApplication|disconnect|fetch(AudienceList|KickedUsers)|constructor)$|Invitation$|Microphone$|Camera$|(points|rank|volume)Of$/;
const named = /^cancelInvitation$|Remote/;

type Method = (argument: unknown) => Promise<unknown>;

/** Every method that takes arguments, by its name. */
function methodsOf(session: LiveSession) {
  return Object.values(storesOf(session)).flatMap((store) =>
    Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(store) as object))
      .filter(([name]) => named.test(name) || !argless.test(name))
      .map(([name, { value }]): [string, Method] => [name, (argument) => (value as Method).call(store, argument)]),
  );
}

describe('from plain JavaScript', () => {
  it('what is no object of named arguments is refused, and nothing is asked for', async () => {
    const { engine, session } = await inside(documentOf('ann', { link: linkOf('ann', 'bob') }));
    const before = [...engine.calls];
    const methods = methodsOf(session);
    expect(methods.length).toBeGreaterThan(30);
    for (const [name, call] of methods) {
      for (const argument of [undefined, null, 3, 'bob_live', ['bob_live'], true]) {
        if (argument === undefined && optional.includes(name)) continue;
        const outcome = await call(argument).then(
          () => 'done',
          (error: unknown) => error,
        );
        expect(outcome, `${name}(${String(argument)})`).toMatchObject({
          name: 'LiveError',
          code: LiveErrorCode.invalidParameter,
        });
      }
    }
    expect(engine.commands).toEqual([]);
    expect(engine.calls).toEqual(before);
  });

  const cases: [string, (session: LiveSession) => Promise<unknown>][] = [
    ['a live id that is none to join', (s) => s.liveListStore.joinLive({ liveId: 5 as never })],
    ['a live id that is missing', (s) => s.liveListStore.fetchLiveInfo({} as never)],
    ['a text for keys', (s) => s.liveListStore.queryMetaData({ keys: 'mood' as never })],
    ['no keys', (s) => s.liveListStore.queryMetaData({} as never)],
    ['a text for a count', (s) => s.liveListStore.fetchLiveList({ count: '5' as never })],
    ['a count of none', (s) => s.coHostStore.getCoHostCandidates({ count: 0 })],
    ['a count beyond a page', (s) => s.liveListStore.fetchLiveList({ count: 21 })],
    ['a cursor that is none', (s) => s.liveListStore.fetchLiveList({ cursor: null as never })],
    ['neither true nor false', (s) => s.coHostStore.muteRemoteHostAudio({ liveId: 'bob_live' } as never)],
    ['a number to mute', (s) => s.coHostStore.muteRemoteHostAudio({ liveId: 5 as never, isMuted: false })],
  ];
  it.each(cases)('%s is refused here', async (_, call) => {
    const { engine, session } = await inside(documentOf('ann', { link: linkOf('ann', 'bob') }));
    const before = [...engine.calls];
    await expect(call(session)).rejects.toMatchObject({ name: 'LiveError', code: LiveErrorCode.invalidParameter });
    expect(engine.calls).toEqual(before);
    expect(session.coHostStore.mutedHosts.get()).toEqual([]);
  });

  it('an engine that fails in its own way is answered by a LiveError all the same', async () => {
    const { engine, session } = await inside();
    engine.reply = new TypeError('cannot be cloned');
    const failure = { name: 'LiveError', code: LiveErrorCode.internal, message: 'cannot be cloned' };
    await expect(session.liveSeatStore.lockSeat({ seatIndex: (() => 1) as never })).rejects.toMatchObject(failure);
    await session.liveListStore.leaveLive();
    await expect(session.liveListStore.createLive({ liveId: 'ann_live' })).rejects.toMatchObject(failure);
  });
});
