import { describe, expect, it } from 'vitest';
import { layoutRegions, type Participant, type SeatInfo, type VideoTrack } from '../../src/core/index.js';
import { defaultCanvas } from '../../src/core/layout/regions.js';
import { seatListOf } from '../../src/core/stage/seat-list.js';
import { documentOf, linkOf, member, participant, seat, seats } from './examples.js';

const track: VideoTrack = { attach: () => () => {} };

function listOf(
  document: Parameters<typeof seatListOf>[0],
  participants: readonly Participant[] = [],
  earlier: readonly SeatInfo[] = [],
): readonly SeatInfo[] {
  return seatListOf(document, participants, defaultCanvas, earlier);
}

describe('seats', () => {
  it('are none without a live', () => {
    expect(listOf(null)).toEqual([]);
  });

  it('are one for a live whose host is on a seat alone, whether or not they are there', () => {
    expect(listOf(documentOf('ann'))).toEqual([
      {
        liveId: 'ann_live',
        index: 0,
        isLocked: false,
        userInfo: {
          userId: 'ann',
          userName: 'ANN',
          avatarUrl: '',
          liveId: 'ann_live',
          role: 'owner',
          allowOpenMicrophone: true,
          allowOpenCamera: true,
          userSuspendStatus: 'none',
          microphoneStatus: 'off',
          cameraStatus: 'off',
          reconnecting: false,
        },
        region: { x: 0, y: 0, w: 720, h: 1280, zOrder: 0 },
        video: null,
      },
    ]);
  });

  it('lie where the template puts them', () => {
    const link = { ...linkOf('ann', 'bob', 'cid')!, layoutTemplate: 601 as const };
    const regions = listOf(documentOf('ann', { link })).map(({ region }) => region);
    expect(regions).toEqual(layoutRegions(601, 3));
    const guests = documentOf('ann', { seats: [seat(0, 'ann'), seat(1), seat(2, 'guy')] });
    expect(listOf(guests).map(({ region }) => region)).toEqual(layoutRegions(600, 2));
  });

  it('that nobody has are told as well, and that they are locked', () => {
    const { live } = documentOf('ann');
    const document = documentOf('ann', {
      live: { ...live, seatLayoutTemplate: 70 },
      seats: [seat(0, 'ann'), { ...seat(1), isLocked: true }],
    });
    expect(listOf(document)[1]).toEqual({
      liveId: 'ann_live',
      index: 1,
      isLocked: true,
      userInfo: null,
      region: layoutRegions(70, 2)[1],
      video: null,
    });
  });

  it('say what everybody is in their own live', () => {
    const document = documentOf('ann', { administrators: ['guy'], seats: seats(9, 'ann', 'guy', 'kim') });
    expect(listOf(document).map(({ userInfo }) => userInfo?.role)).toEqual(['owner', 'admin', 'general-user']);
    const members = [member('ann'), member('bob', { seats: seats(6, 'bob', 'guy') })];
    const link = { linkId: 'link', layoutTemplate: 2 as const, members };
    const voice = listOf({ ...document, link });
    // An administrator of this live has no role in the other one.
    expect(voice.slice(-6, -4).map(({ userInfo }) => userInfo?.role)).toEqual(['owner', 'general-user']);
  });

  it('show devices and picture of those who are there', () => {
    const document = documentOf('ann', { link: linkOf('ann', 'bob') });
    const bob = participant('bob', { microphoneStatus: 'on', cameraStatus: 'on', video: track });
    const [own, other] = listOf(document, [participant('ann'), bob]);
    expect(own?.video).toBeNull();
    expect(other).toMatchObject({ userInfo: { microphoneStatus: 'on', cameraStatus: 'on' } });
    expect(other?.video).toBe(track);
  });

  it('show devices that the seat does not allow as off', () => {
    const guy = participant('guy', {
      liveId: 'ann_live',
      microphoneStatus: 'on',
      cameraStatus: 'on',
      video: track,
    });
    const shown = (changes: Parameters<typeof seat>[2]): unknown => {
      const [, { userInfo, video }] = listOf(documentOf('ann', { seats: [seat(0, 'ann'), seat(1, 'guy', changes)] }), [
        guy,
      ]) as [SeatInfo, SeatInfo];
      return [userInfo?.microphoneStatus, userInfo?.cameraStatus, video];
    };
    expect(shown({})).toEqual(['on', 'on', track]);
    expect(shown({ allowOpenCamera: false })).toEqual(['on', 'off', null]);
    expect(shown({ allowOpenMicrophone: false })).toEqual(['off', 'on', track]);
  });

  it('show nobody who only shares a user id or a live id', () => {
    const document = documentOf('ann', { link: linkOf('ann', 'bob') });
    const impostors = [
      participant('bob', { liveId: 'ann_live', video: track }),
      participant('eva', { liveId: 'bob_live', video: track }),
    ];
    expect(listOf(document, impostors).map(({ video }) => video)).toEqual([null, null]);
  });

  it('say who is reconnecting: hosts linked or alone, and guests', () => {
    const link = { ...linkOf('ann')!, members: [member('ann'), member('bob', { lostAt: 5 })] };
    const reconnecting = (document: Parameters<typeof listOf>[0]): unknown =>
      listOf(document).map(({ userInfo }) => userInfo?.reconnecting);
    expect(reconnecting(documentOf('ann', { link }))).toEqual([false, true]);
    expect(reconnecting(documentOf('ann', { hostLostAt: 5 }))).toEqual([true]);
    const guests = [seat(0, 'ann'), seat(1, 'guy', { lostAt: 5 })];
    expect(reconnecting(documentOf('ann', { seats: guests }))).toEqual([false, true]);
  });
});

describe('seats that did not change', () => {
  const link = linkOf('ann', 'bob', 'cid');
  const people = [participant('ann'), participant('bob', { cameraStatus: 'on', video: track })];
  const before = listOf(documentOf('ann', { link }), people);

  it('are the same list when nothing did', () => {
    const after = listOf(documentOf('ann', { link: structuredClone(link), revision: 2 }), [...people], before);
    expect(after).toBe(before);
  });

  it('keep their identity when another one changed', () => {
    const after = listOf(
      documentOf('ann', { link }),
      [...people, participant('cid', { microphoneStatus: 'on' })],
      before,
    );
    expect(after).not.toBe(before);
    expect(after.map((seat, index) => seat === before[index])).toEqual([true, true, false]);
  });

  it.each([
    ['picture', participant('bob', { cameraStatus: 'on', video: { ...track } })],
    ['camera', participant('bob', { cameraStatus: 'off', video: track })],
    ['microphone', participant('bob', { cameraStatus: 'on', microphoneStatus: 'on', video: track })],
  ])('are new when their %s changes', (_, bob) => {
    const after = listOf(documentOf('ann', { link }), [participant('ann'), bob], before);
    expect(after.map((seat, index) => seat === before[index])).toEqual([true, false, true]);
  });

  it('are all new when the layout moves them', () => {
    const after = listOf(documentOf('ann', { link: linkOf('ann', 'bob') }), people, before);
    expect(after.some((seat) => before.includes(seat))).toBe(false);
  });

  it('are new when they are locked or left, also where nobody sits', () => {
    const live = { ...documentOf('ann').live, seatLayoutTemplate: 801 as const };
    const first = listOf(documentOf('ann', { live, seats: seats(3, 'ann', 'guy') }));
    const changed = [seat(0, 'ann'), seat(1), { ...seat(2), isLocked: true }];
    const after = listOf(documentOf('ann', { live, seats: changed }), [], first);
    expect(after.map((seat, index) => seat === first[index])).toEqual([true, false, false]);
  });
});
