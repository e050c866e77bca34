import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveErrorCode, type SeatOccupant } from '../../../src/core/index.js';
import type { LiveDocument } from '../../../src/protocol/index.js';
import { occupant } from '../../core/examples.js';
import { documentOf, member, seatsOf } from './support/documents.js';
import { FakeParticipant, FakeTrack } from './support/fake-livekit.js';
import { minute, OneSession } from './support/one-session.js';

let session: OneSession;
let revision: number;

beforeEach(() => {
  session = new OneSession();
  revision = 1;
});

afterEach(() => {
  session.leave();
});

/** The document of Ann's live, with these guests on the seats after hers. */
const withGuests = (...guests: readonly SeatOccupant[]): LiveDocument =>
  documentOf(['ann'], { guests, revision: revision++ });

const show = async (document: LiveDocument): Promise<void> => {
  session.server.document = document;
  session.livekit.home.setMetadata(JSON.stringify(document));
  await session.settle();
};

const published = (): (string | undefined)[] => session.livekit.home.published.map(({ options }) => options.source);

describe('a viewer who takes a seat', () => {
  it('is refused without one, and seen with one', async () => {
    const eve = await session.enterAs('eve', withGuests());
    session.livekit.home.permit(false);
    await expect(eve.setCameraEnabled(true)).rejects.toMatchObject({ code: LiveErrorCode.noPermission });
    expect(session.camera.clones).toEqual([]);
    expect(session.sink.people).toEqual([]);
    await show(withGuests(occupant('eve')));
    expect(session.sink.people).toMatchObject([{ userId: 'eve', liveId: 'ann_live', cameraStatus: 'off' }]);
    await eve.setCameraEnabled(true);
    expect(session.sink.people).toMatchObject([{ userId: 'eve', cameraStatus: 'on' }]);
  });

  it('publishes as soon as LiveKit lets them, however late its permission comes', async () => {
    const eve = await session.enterAs('eve', withGuests(occupant('eve')));
    session.livekit.home.permit(false);
    await eve.setCameraEnabled(true);
    await eve.setMicrophoneEnabled(true);
    expect(published()).toEqual([]);
    session.livekit.home.permit(true, [2]);
    await session.settle();
    expect(published()).toEqual(['microphone']);
    session.livekit.home.permit(true, [1, 2]);
    await session.settle();
    expect(published().sort()).toEqual(['camera', 'microphone']);
  });

  it('need not wait for the document of the seat', async () => {
    const eve = await session.enterAs('eve', withGuests());
    session.server.document = withGuests(occupant('eve'));
    await eve.setCameraEnabled(true);
    expect(published()).toEqual(['camera']);
  });
});

describe('a guest', () => {
  it('is heard no more when the host closes the microphone, and may switch it on again when it is allowed', async () => {
    const eve = await session.enterAs('eve', withGuests(occupant('eve')));
    await eve.setCameraEnabled(true);
    await eve.setMicrophoneEnabled(true);
    await show(withGuests(occupant('eve', { allowOpenMicrophone: false })));
    expect(session.sink.stops).toEqual([['microphone', 'closed-by-admin']]);
    expect(published()).toEqual(['camera']);
    await expect(eve.setMicrophoneEnabled(true)).rejects.toMatchObject({ code: LiveErrorCode.noPermission });
    await show(withGuests(occupant('eve')));
    expect(published()).toEqual(['camera']);
    await eve.setMicrophoneEnabled(true);
    expect(published()).toEqual(['camera', 'microphone']);
  });

  it('goes off the air with the seat, and stays in the audience', async () => {
    const eve = await session.enterAs('eve', withGuests(occupant('eve')));
    await eve.setCameraEnabled(true);
    await show(withGuests());
    expect(session.sink.stops).toEqual([['camera', 'seat-lost']]);
    expect(session.camera.readyState).toBe('ended');
    expect(published()).toEqual([]);
    expect(session.sink.people).toEqual([]);
    expect(session.sink.kicks).toEqual([]);
  });

  it('is told of a camera that was unplugged', async () => {
    const eve = await session.enterAs('eve', withGuests(occupant('eve')));
    await eve.setCameraEnabled(true);
    session.camera.dispatchEvent(new Event('ended'));
    await session.settle();
    expect(session.sink.stops).toEqual([['camera', 'unplugged']]);
    expect(published()).toEqual([]);
  });

  it('does not stay on the air with a camera that opened after the seat was lost', async () => {
    let open = (): void => undefined;
    const eve = await session.enterAs('eve', withGuests(occupant('eve')));
    session.captureCamera = () => new Promise((resolve) => (open = () => resolve(session.camera)));
    const switching = eve.setCameraEnabled(true);
    await session.settle();
    await show(withGuests());
    open();
    await expect(switching).rejects.toMatchObject({ code: LiveErrorCode.noPermission });
    expect(session.camera.readyState).toBe('ended');
    expect(session.sink.stops).toEqual([]);
    expect(published()).toEqual([]);
  });

  it('keeps devices that are on when the live ends: closing says enough', async () => {
    const eve = await session.enterAs('eve', withGuests(occupant('eve')));
    await eve.setCameraEnabled(true);
    await show(documentOf(['ann'], { seats: seatsOf(), ended: true, revision: revision++ }));
    expect(session.sink.stops).toEqual([]);
    expect(session.camera.readyState).toBe('ended');
    expect(session.sink.states.at(-1)).toBe('closed');
  });
});

describe('people on the seats', () => {
  it('are the guests of this live, by the document alone', async () => {
    await session.enterAs('viewer', withGuests(occupant('eve')));
    for (const identity of ['ann', 'eve', 'bob', 'zoe@zoe_live']) {
      session.livekit.home.join(new FakeParticipant(identity));
    }
    expect(session.sink.people.map(({ userId }) => userId)).toEqual(['ann', 'eve']);
    await show(withGuests(occupant('bob')));
    expect(session.sink.people.map(({ userId }) => userId)).toEqual(['ann', 'bob']);
  });

  it('are those of a linked voice live too, guests and all', async () => {
    await session.enterAs('viewer', voiceLink(['eve'], ['fay']));
    for (const identity of ['ann', 'eve', 'bob@bob_live', 'fay@bob_live', 'fay', 'gil@bob_live', 'fay@ann_live']) {
      session.livekit.home.join(new FakeParticipant(identity));
    }
    expect(session.sink.people.map(({ userId, liveId }) => `${userId} of ${liveId}`)).toEqual([
      'ann of ann_live',
      'eve of ann_live',
      'bob of bob_live',
      'fay of bob_live',
    ]);
  });

  it('of a muted live are seen and not heard', async () => {
    const connection = await session.enter('bob', 'cyd');
    const speakers = ['bob', 'cyd'].map((name) => new FakeParticipant(`${name}@${name}_live`, {}, 0.5));
    const tracks = speakers.map((participant) => {
      const track = new FakeTrack();
      participant.publications.set('microphone', { isMuted: false, track });
      session.livekit.home.join(participant);
      return track;
    });
    session.livekit.home.activeSpeakers = speakers;
    session.livekit.home.emit('activeSpeakersChanged', speakers);
    const heard = (): boolean[] => tracks.map(({ attached }) => attached > 0);
    const speaking = (): string[] => [...session.sink.volumes.at(-1)!.keys()];
    expect([heard(), speaking()]).toEqual([
      [true, true],
      ['bob', 'cyd'],
    ]);
    connection.setLiveMuted('bob_live', true);
    expect([heard(), speaking()]).toEqual([[false, true], ['cyd']]);
    expect(session.sink.people.map(({ userId }) => userId)).toEqual(['ann', 'bob', 'cyd']);
    await show(documentOf(['ann', 'bob', 'cyd'], { revision: 2 }));
    expect(heard()).toEqual([false, true]);
    connection.setLiveMuted('bob_live', false);
    expect([heard(), speaking()]).toEqual([
      [true, true],
      ['bob', 'cyd'],
    ]);
  });
});

describe('a guest of a linked voice live', () => {
  it('appears in the other room, and leaves it with the seat', async () => {
    const eve = await session.enterAs('eve', voiceLink(['eve'], []));
    await eve.setMicrophoneEnabled(true);
    await session.settle();
    expect(session.livekit.rooms.map(({ access }) => access?.token)).toEqual(['own', 'link to bob_live']);
    expect(session.livekit.room.published).toHaveLength(1);
    await show(voiceLink([], []));
    expect(session.livekit.rooms.map(({ connected }) => connected)).toEqual([true, false]);
    expect(session.livekit.rooms).toHaveLength(2);
  });

  const isThere = (): boolean =>
    session.livekit.rooms.some(({ access, connected }) => connected && access?.token === 'link to bob_live');

  it('enters the other room only to be seen or heard there', async () => {
    const eve = await session.enterAs('eve', voiceLink(['eve'], []));
    await show(voiceLink(['eve'], ['fay']));
    expect(session.livekit.rooms).toHaveLength(1);
    await eve.setCameraEnabled(true);
    await session.settle();
    expect(isThere()).toBe(true);
  });

  it('stays there for a minute after the last word', async () => {
    const eve = await session.enterAs('eve', voiceLink(['eve'], []));
    await eve.setMicrophoneEnabled(true);
    await eve.setCameraEnabled(true);
    await eve.setCameraEnabled(false);
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(isThere()).toBe(true);
    await eve.setMicrophoneEnabled(false);
    await vi.advanceTimersByTimeAsync(minute - 100);
    await eve.setMicrophoneEnabled(true);
    await vi.advanceTimersByTimeAsync(minute);
    expect(isThere()).toBe(true);
    await eve.setMicrophoneEnabled(false);
    await vi.advanceTimersByTimeAsync(minute - 100);
    expect(isThere()).toBe(true);
    await show(voiceLink(['eve'], ['fay']));
    await vi.advanceTimersByTimeAsync(100);
    expect(isThere()).toBe(false);
    await show(voiceLink(['eve'], []));
    expect(session.livekit.rooms).toHaveLength(2);
  });

  it('does not come back after leaving the live', async () => {
    const eve = await session.enterAs('eve', voiceLink(['eve'], []));
    await eve.setMicrophoneEnabled(true);
    await session.settle();
    await eve.close();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(session.livekit.rooms.map(({ connected }) => connected)).toEqual([false, false]);
  });

  it('does not appear there as mere audience', async () => {
    await session.enterAs('eve', voiceLink([], []));
    expect(session.livekit.rooms).toHaveLength(1);
  });
});

it('the host of a linked voice live is in the other room, silent or not', async () => {
  await session.enterAs('ann', voiceLink([], []));
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(session.livekit.rooms.map(({ connected }) => connected)).toEqual([true, true]);
});

/** The document of Ann's voice live, linked with Bob's. Each live has these guests on its seats. */
function voiceLink(own: readonly string[], theirs: readonly string[]): LiveDocument {
  const [seats, others] = [
    seatsOf(occupant('ann'), ...own.map((id) => occupant(id))),
    theirs.map((id) => occupant(id)),
  ];
  const document = documentOf(['ann', 'bob'], { seats, template: 2, revision: revision++ });
  const members = [member('ann', 0, seats), member('bob', 1, seatsOf(occupant('bob'), null, ...others))];
  return { ...document, link: document.link && { ...document.link, members } };
}
