import { describe, expect, it } from 'vitest';
import {
  layoutRegions,
  type BattleInfo,
  type CoHostLayoutTemplate,
  type Seat,
  type SeatLayoutTemplate,
} from '../../src/core/index.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { defaultCanvas } from '../../src/core/layout/regions.js';
import type { RecentSpeaker } from '../../src/core/stage/recent-speakers.js';
import { seatLayoutIn, seatPlacesOf } from '../../src/core/stage/seat-layout.js';
import { seatListOf } from '../../src/core/stage/seat-list.js';
import { seatPlanOf } from '../../src/core/stage/seat-places.js';
import { speakerRoomIn } from '../../src/core/stage/voice-guests.js';
import { battleOf, documentOf, linkOf, member, plainConfig, seat, seats } from './examples.js';

/** Each shown seat as `live:index user @place`, in the order of the list; `-` is an empty seat. */
function shown(document: LiveDocument, speakers: readonly RecentSpeaker[] = []): string[] {
  return seatPlanOf(document, speakers).seats.map(({ liveId, seat: { index, occupant }, place }) => {
    return `${liveId.replace('_live', '')}:${index} ${occupant?.userId ?? '-'} @${place}`;
  });
}

function live(seatLayoutTemplate: SeatLayoutTemplate, all: readonly Seat[]): LiveDocument {
  const document = documentOf('ann');
  return { ...document, live: { ...document.live, seatLayoutTemplate }, seats: all };
}

function linked(own: string, layoutTemplate: CoHostLayoutTemplate, ...userIds: string[]): LiveDocument {
  return documentOf(own, { link: { ...linkOf(...userIds)!, layoutTemplate } });
}

describe('a single live', () => {
  it.each([600, 601, 200] as const)('shows the taken seats alone, with template %i', (template) => {
    const document = live(template, [seat(0, 'ann'), seat(1), seat(2, 'guy'), seat(3)]);
    expect(shown(document)).toEqual(['ann:0 ann @0', 'ann:2 guy @1']);
    expect(seatPlanOf(document)).toMatchObject({ template, placeCount: 2 });
  });

  it.each([800, 801, 50, 70] as const)('shows every seat at its index, with template %i', (template) => {
    const document = live(template, [seat(0), seat(1, 'ann'), { ...seat(2), isLocked: true }]);
    expect(shown(document)).toEqual(['ann:0 - @0', 'ann:1 ann @1', 'ann:2 - @2']);
    expect(seatPlanOf(document)).toMatchObject({ template, placeCount: 3 });
  });
});

describe('a link of video lives', () => {
  it('shows one seat per host, the own one first, then by joining', () => {
    const document = linked('cid', 600, 'ann', 'bob', 'cid', 'dan');
    expect(shown(document)).toEqual(['cid:0 cid @0', 'ann:0 ann @1', 'bob:0 bob @2', 'dan:0 dan @3']);
  });

  it('knows of the own host where they sit and what they may, and not who else sits there', () => {
    const own = [seat(0), { ...seat(1, 'ann', { allowOpenCamera: false }), isLocked: true }, seat(2, 'guy')];
    const document = { ...linked('ann', 600, 'ann', 'bob'), seats: own };
    expect(shown(document)).toEqual(['ann:1 ann @0', 'bob:0 bob @1']);
    expect(seatPlanOf(document).seats[0]?.seat).toBe(own[1]);
  });

  it('shows a host who has no seat', () => {
    const document = { ...linked('ann', 600, 'ann', 'bob'), seats: seats(9) };
    expect(shown(document)).toEqual(['ann:0 ann @0', 'bob:0 bob @1']);
  });

  it('shows no more than the template has places for', () => {
    expect(shown(linked('ann', 602, 'ann', 'bob', 'cid'))).toEqual(['ann:0 ann @0', 'bob:0 bob @1']);
  });
});

describe('a link of voice lives', () => {
  const own = seats(8, 'ann', null, null, null, null, 'guy', 'kim');
  const document = documentOf('ann', {
    seats: own,
    link: {
      linkId: 'link',
      layoutTemplate: 2,
      members: [member('bob', { seats: seats(4, null, 'bob') }), member('ann', { seats: own })],
    },
  });

  it('shows the first six seats of each, the own ones on the left', () => {
    const ownShown = ['ann:0 ann @0', 'ann:1 - @2', 'ann:2 - @4', 'ann:3 - @6', 'ann:4 - @8', 'ann:5 guy @10'];
    expect(shown(document)).toEqual([...ownShown, 'bob:0 - @1', 'bob:1 bob @3', 'bob:2 - @5', 'bob:3 - @7']);
  });

  it('has no place for a seat beyond the sixth, also where only taken ones are told', () => {
    const taken = [seat(0, 'bob'), seat(7, 'gus')];
    const members = [member('ann', { seats: own }), member('bob', { seats: taken })];
    const link = { linkId: 'link', layoutTemplate: 2, members } as const;
    expect(shown(documentOf('ann', { seats: own, link })).slice(6)).toEqual(['bob:0 bob @1']);
  });

  it('asks for all places, so that empty ones move nobody', () => {
    expect(seatPlanOf(document)).toMatchObject({ template: 2, placeCount: 12 });
    const list = seatListOf(document, [], defaultCanvas, []);
    const middle = defaultCanvas.w / 2;
    for (const { liveId, region } of list) expect(region.x + region.w <= middle).toBe(liveId === 'ann_live');
  });
});

describe('a link of three to nine voice lives', () => {
  const nine = ['ann', 'bob', 'cid', 'dan', 'eva', 'fay', 'gil', 'hal', 'ida'];
  /** A link as ann, bob and so on see it. A document tells only the taken seats of other lives. */
  const round = (own: string, seatsOf: Record<string, readonly Seat[]>, userIds: readonly string[]): LiveDocument => {
    const taken = (userId: string): readonly Seat[] =>
      (seatsOf[userId] ?? [seat(0, userId)]).filter(({ occupant }) => occupant !== null);
    const members = userIds.map((userId) => member(userId, { seats: taken(userId) }));
    const link = { linkId: 'link', layoutTemplate: 2, members } as const;
    return documentOf(own, { seats: seatsOf[own] ?? seats(50, own), link });
  };
  const guests = {
    ann: [seat(0, 'ann'), seat(1), seat(2, 'guy')],
    bob: [seat(4, 'gus'), seat(9, 'bob')],
    cid: [seat(0, 'cid'), seat(49, 'vic')],
  };
  const three = round('bob', guests, ['ann', 'bob', 'cid']);

  it('shows every host, the own one first, then by joining, and nobody who is silent', () => {
    expect(shown(three)).toEqual(['bob:9 bob @0', 'ann:0 ann @1', 'cid:0 cid @2']);
    const hosts = shown(round('ida', {}, nine));
    expect(hosts).toEqual(['ida', ...nine.slice(0, 8)].map((userId, place) => `${userId}:0 ${userId} @${place}`));
  });

  it('shows guests of any live where they have been given a place', () => {
    const speakers = [
      { userId: 'gus', place: 9 },
      { userId: 'vic', place: 10 },
      { userId: 'guy', place: 11 },
    ];
    expect(shown(three, speakers).slice(3)).toEqual(['bob:4 gus @9', 'cid:49 vic @10', 'ann:2 guy @11']);
  });

  it('shows no speaker who has left, nor in the place of a host', () => {
    const speakers = [
      { userId: 'vic', place: 2 },
      { userId: 'kim', place: 10 },
      { userId: 'ann', place: 11 },
    ];
    expect(shown(three, speakers)).toHaveLength(3);
  });

  it('shows hosts who have no seat, on one that no guest has', () => {
    const own = seats(3, 'guy');
    const full = seats(2, 'gus', 'vic');
    const document = round('ann', { ann: own, bob: full, cid: [] }, ['ann', 'bob', 'cid']);
    expect(shown(document)).toEqual(['ann:1 ann @0', 'bob:2 bob @1', 'cid:0 cid @2']);
  });

  it('asks for all places, each of which has a region of its own', () => {
    expect(seatPlanOf(three)).toMatchObject({ template: 2, placeCount: 12 });
    const speakers = ['gus', 'vic', 'guy'].map((userId, index) => ({ userId, place: 11 - index }));
    const regions = seatListOf(three, [], defaultCanvas, [], speakers).map(({ region }) => region);
    expect(regions).toEqual([0, 1, 2, 11, 10, 9].map((place) => layoutRegions(2, 12)[place]));
  });

  it('has room for those on a seat who are no hosts, from the last place back', () => {
    expect(speakerRoomIn(three)).toEqual({ userIds: ['guy', 'gus', 'vic'], places: [11, 10, 9, 8, 7, 6, 5, 4, 3] });
    expect(speakerRoomIn(round('ann', {}, nine))).toEqual({ userIds: [], places: [11, 10, 9] });
  });

  it('knows of the own live those who have just sat down', () => {
    expect(speakerRoomIn({ ...three, seats: seats(3, 'bob', 'kim') })?.userIds).toEqual(['guy', 'kim', 'vic']);
  });

  it.each([
    ['two voice lives', round('ann', guests, ['ann', 'bob'])],
    ['video lives', linked('ann', 600, 'ann', 'bob', 'cid')],
    ['a single live', documentOf('ann')],
  ])('is the only one to place speakers, unlike %s', (_, document) => {
    expect(speakerRoomIn(document)).toBeNull();
    const speakers = [{ userId: 'gus', place: 11 }];
    expect(shown(document, speakers)).toEqual(shown(document));
  });
});

describe('a battle of teams', () => {
  const hosts = ['ann', 'bob', 'cid', 'dan'];
  const duel = (teams: readonly (readonly string[])[], changes: Partial<BattleInfo> = {}): BattleInfo =>
    battleOf(teams.flat(), { config: { ...plainConfig, teams }, ...changes });
  const inBattle = (own: string, battle: BattleInfo | null, ...userIds: string[]): LiveDocument => ({
    ...linked(own, 603, ...(userIds.length > 0 ? userIds : hosts)),
    battle,
  });
  /** The users on the left and on the right, in the order of their places. */
  const sides = (document: LiveDocument): string[][] => {
    const { seats: placed } = seatPlanOf(document);
    const side = (odd: number): string[] =>
      placed
        .filter(({ place }) => place % 2 === odd)
        .sort((a, b) => a.place - b.place)
        .map(({ seat: { occupant } }) => occupant!.userId);
    return [side(0), side(1)];
  };
  const battle = duel([
    ['dan', 'bob'],
    ['ann', 'cid'],
  ]);

  it.each(hosts)('shows teams on the same sides to the live of %s', (own) => {
    const document = inBattle(own, battle);
    expect(sides(document)).toEqual([
      ['dan', 'bob'],
      ['ann', 'cid'],
    ]);
    expect(seatPlanOf(document).seats.map(({ liveId }) => liveId)).toEqual([
      'dan_live',
      'bob_live',
      'ann_live',
      'cid_live',
    ]);
  });

  it('puts the teams left and right of the middle', () => {
    const list = seatListOf(inBattle('ann', battle), [], defaultCanvas, []);
    const left = list.filter(({ region }) => region.x + region.w <= defaultCanvas.w / 2);
    expect(left.map(({ userInfo }) => userInfo?.userId)).toEqual(['dan', 'bob']);
  });

  it('keeps the sides when it is over, and when one has left', () => {
    const over = { ...battle, phase: 'over' as const };
    expect(sides(inBattle('ann', over, 'ann', 'cid', 'dan'))).toEqual([['dan'], ['ann', 'cid']]);
  });

  it('keeps uneven teams apart, with a gap on the shorter side', () => {
    const document = inBattle('bob', duel([['ann'], ['bob', 'cid', 'dan']]));
    expect(sides(document)).toEqual([['ann'], ['bob', 'cid', 'dan']]);
    expect(seatPlanOf(document).placeCount).toBe(6);
    expect(seatListOf(document, [], defaultCanvas, [])).toHaveLength(4);
  });

  it('puts who is in no team where there are fewer', () => {
    expect(sides(inBattle('dan', duel([['ann', 'bob'], ['cid']])))).toEqual([
      ['ann', 'bob'],
      ['cid', 'dan'],
    ]);
  });

  it('puts who finds no place on their side on the other', () => {
    const eight = ['ann', 'bob', 'cid', 'dan', 'eva', 'fay', 'gil', 'hal'];
    const document = inBattle('hal', duel([['ann'], eight.slice(1)]), ...eight);
    expect(sides(document)).toEqual([
      ['ann', 'fay', 'gil', 'hal'],
      ['bob', 'cid', 'dan', 'eva'],
    ]);
    expect(seatPlanOf(document).placeCount).toBe(8);
  });

  it('of three teams has the third beside the first', () => {
    expect(sides(inBattle('ann', duel([['ann'], ['bob'], ['cid']])))).toEqual([
      ['ann', 'cid'],
      ['bob', 'dan'],
    ]);
  });

  it.each([
    ['there is none', inBattle('cid', null)],
    ['each fights for themselves', inBattle('cid', battleOf(hosts))],
    ['the template knows no sides', { ...linked('cid', 600, ...hosts), battle }],
  ])('moves nobody when %s', (_, document) => {
    expect(shown(document)).toEqual(['cid:0 cid @0', 'ann:0 ann @1', 'bob:0 bob @2', 'dan:0 dan @3']);
  });
});

describe('the layout of the list', () => {
  it('is empty without a live', () => {
    const layout = seatLayoutIn(seatPlacesOf(null));
    expect(layout.placeCount).toBe(0);
    expect(layout.placeOf({ liveId: 'ann_live', index: 0 })).toBe(-1);
  });

  it('leads to the regions of the list', () => {
    const teams = [['bob'], ['ann', 'cid']];
    const document = {
      ...linked('ann', 603, 'ann', 'bob', 'cid'),
      battle: battleOf(['ann', 'bob', 'cid'], { config: { ...plainConfig, teams } }),
    };
    const { template, placeCount, placeOf } = seatLayoutIn(seatPlacesOf(document));
    const regions = layoutRegions(template, placeCount, defaultCanvas);
    const list = seatListOf(document, [], defaultCanvas, []);
    expect(list.map((seat) => regions[placeOf(seat)])).toEqual(list.map(({ region }) => region));
    expect(placeOf({ liveId: 'ann_live', index: 7 })).toBe(-1);
  });
});
