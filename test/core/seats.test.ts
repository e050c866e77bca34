import { describe, expect, it } from 'vitest';
import { layoutRegions, type Participant, type SeatInfo, type VideoTrack } from '../../src/core/index.js';
import { defaultCanvas } from '../../src/core/layout/regions.js';
import { seatsOf } from '../../src/core/stores/seats.js';
import { documentOf, linkOf, member, participant } from './examples.js';

const track: VideoTrack = { attach: () => () => {} };

function seats(
  document: Parameters<typeof seatsOf>[0],
  participants: readonly Participant[] = [],
  earlier: readonly SeatInfo[] = [],
): readonly SeatInfo[] {
  return seatsOf(document, participants, defaultCanvas, earlier);
}

describe('seats', () => {
  it('are none without a live', () => {
    expect(seats(null)).toEqual([]);
  });

  it('are one for a live on its own, whether or not its host is there', () => {
    expect(seats(documentOf('ann'))).toEqual([
      {
        index: 0,
        userInfo: {
          userId: 'ann',
          userName: 'ANN',
          avatarUrl: '',
          liveId: 'ann_live',
          microphoneStatus: 'off',
          cameraStatus: 'off',
          reconnecting: false,
        },
        region: { x: 0, y: 0, w: 720, h: 1280, zOrder: 0 },
        video: null,
      },
    ]);
  });

  it('begin with the own host, then go by joining', () => {
    const document = documentOf('cid', { link: linkOf('ann', 'bob', 'cid', 'dan') });
    expect(seats(document).map(({ userInfo, index }) => [index, userInfo?.userId])).toEqual([
      [0, 'cid'],
      [1, 'ann'],
      [2, 'bob'],
      [3, 'dan'],
    ]);
  });

  it('lie where the template of the link puts them', () => {
    const link = { ...linkOf('ann', 'bob', 'cid')!, layoutTemplate: 601 as const };
    const regions = seats(documentOf('ann', { link })).map(({ region }) => region);
    expect(regions).toEqual(layoutRegions(601, 3));
  });

  it('show devices and picture of those who are there', () => {
    const document = documentOf('ann', { link: linkOf('ann', 'bob') });
    const bob = participant('bob', { microphoneStatus: 'on', cameraStatus: 'on', video: track });
    const [own, other] = seats(document, [participant('ann'), bob]);
    expect(own?.video).toBeNull();
    expect(other).toMatchObject({ userInfo: { microphoneStatus: 'on', cameraStatus: 'on' } });
    expect(other?.video).toBe(track);
  });

  it('show nobody who only shares a user id or a live id', () => {
    const document = documentOf('ann', { link: linkOf('ann', 'bob') });
    const impostors = [
      participant('bob', { liveId: 'ann_live', video: track }),
      participant('eva', { liveId: 'bob_live', video: track }),
    ];
    expect(seats(document, impostors).map(({ video }) => video)).toEqual([null, null]);
  });

  it('say who is reconnecting, linked or alone', () => {
    const link = { ...linkOf('ann')!, members: [member('ann'), member('bob', { lostAt: 5 })] };
    expect(seats(documentOf('ann', { link })).map(({ userInfo }) => userInfo?.reconnecting)).toEqual([false, true]);
    expect(seats(documentOf('ann', { hostLostAt: 5 }))[0]?.userInfo?.reconnecting).toBe(true);
  });
});

describe('seats that did not change', () => {
  const link = linkOf('ann', 'bob', 'cid');
  const people = [participant('ann'), participant('bob', { cameraStatus: 'on', video: track })];
  const before = seats(documentOf('ann', { link }), people);

  it('are the same list when nothing did', () => {
    const after = seats(documentOf('ann', { link: structuredClone(link), revision: 2 }), [...people], before);
    expect(after).toBe(before);
  });

  it('keep their identity when another one changed', () => {
    const after = seats(
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
    const after = seats(documentOf('ann', { link }), [participant('ann'), bob], before);
    expect(after.map((seat, index) => seat === before[index])).toEqual([true, false, true]);
  });

  it('are all new when the layout moves them', () => {
    const after = seats(documentOf('ann', { link: linkOf('ann', 'bob') }), people, before);
    expect(after.some((seat) => before.includes(seat))).toBe(false);
  });
});
