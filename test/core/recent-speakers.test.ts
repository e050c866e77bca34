import { describe, expect, it } from 'vitest';
import { recentSpeakers, type RecentSpeaker, type SpeakerRoom } from '../../src/core/stage/recent-speakers.js';

const room: SpeakerRoom = { userIds: ['guy', 'hal', 'ida', 'jim', 'kim'], places: [11, 10, 9] };

const speaking = (volumes: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(volumes));

/** The speakers and their places after all of these volumes, one after the other. */
function after(...heard: Record<string, number>[]): readonly RecentSpeaker[] {
  let speakers: readonly RecentSpeaker[] = [];
  for (const volumes of heard) speakers = recentSpeakers(speakers, speaking(volumes), room);
  return speakers;
}

/** Each as `user place`, sorted by name, because the list is in the order of speaking. */
const shown = (speakers: readonly RecentSpeaker[]): string[] =>
  speakers.map(({ userId, place }) => `${userId} ${place}`).sort();

describe('places of speakers', () => {
  it('are nobody’s until somebody speaks', () => {
    expect(after({}, { guy: 0 })).toEqual([]);
  });

  it('are given in their order, and kept in silence', () => {
    expect(shown(after({ ida: 30 }, {}, { guy: 50 }, {}))).toEqual(['guy 10', 'ida 11']);
  });

  it('are for candidates alone', () => {
    expect(after({ ann: 90, constructor: 80 })).toEqual([]);
  });

  it('are first given to the loudest of those who begin at once', () => {
    expect(shown(after({ guy: 10, hal: 20, ida: 40, jim: 30 }))).toEqual(['hal 9', 'ida 11', 'jim 10']);
  });

  it('go from who has been silent the longest to a new speaker, and nobody else moves', () => {
    expect(shown(after({ guy: 50 }, { hal: 50 }, { ida: 50 }, { jim: 50 }))).toEqual(['hal 10', 'ida 9', 'jim 11']);
    const spokeAgain = after({ guy: 50 }, { hal: 50 }, { ida: 50 }, { guy: 50 }, {}, { jim: 50 });
    expect(shown(spokeAgain)).toEqual(['guy 11', 'ida 9', 'jim 10']);
  });

  it('are left to who is still speaking, until one of them falls silent', () => {
    const all = { guy: 50, hal: 50, ida: 50 };
    expect(shown(after(all, { ...all, jim: 90 }))).toEqual(['guy 11', 'hal 10', 'ida 9']);
    const oneStopped = after(all, { ...all, jim: 90 }, { guy: 50, ida: 50, jim: 90 });
    expect(shown(oneStopped)).toEqual(['guy 11', 'ida 9', 'jim 10']);
  });

  it('are not all taken by a crowd that begins at once while others speak', () => {
    const crowd = { ida: 50, jim: 60, kim: 70 };
    expect(shown(after({ guy: 5, hal: 5, ida: 5 }, { guy: 5, ...crowd }))).toEqual(['guy 11', 'ida 9', 'kim 10']);
  });
});

describe('recent speakers', () => {
  it('are the same object while nothing changed, however loud they are', () => {
    const before = after({ guy: 50, hal: 40 }, { guy: 50 });
    for (const volumes of [{ guy: 10 }, { guy: 80 }, {}, { guy: 5, ann: 90 }]) {
      expect(recentSpeakers(before, speaking(volumes), { ...room })).toBe(before);
    }
  });

  it('leave their place empty when they leave, and nobody moves', () => {
    const before = after({ guy: 50 }, { hal: 50 }, { ida: 50 });
    const left = recentSpeakers(before, speaking({}), { ...room, userIds: ['guy', 'ida'] });
    expect(shown(left)).toEqual(['guy 11', 'ida 9']);
    const joined = recentSpeakers(left, speaking({ kim: 1 }), { ...room, userIds: ['guy', 'ida', 'kim'] });
    expect(shown(joined)).toEqual(['guy 11', 'ida 9', 'kim 10']);
  });

  it('stay when a place is lost that none of them has', () => {
    const before = after({ guy: 50 }, { hal: 50 });
    expect(recentSpeakers(before, speaking({}), { ...room, places: [11, 10] })).toBe(before);
  });

  it('lose the one who has been silent the longest with a place, which whoever had the lost one takes', () => {
    const before = after({ guy: 50 }, { hal: 50 }, { ida: 50 });
    expect(shown(recentSpeakers(before, speaking({}), { ...room, places: [11, 10] }))).toEqual(['hal 10', 'ida 11']);
    expect(recentSpeakers(before, speaking({ jim: 50 }), { ...room, places: [] })).toEqual([]);
  });

  it('stay when there are more places', () => {
    const before = after({ guy: 50 }, { hal: 50 }, { ida: 50 });
    const more = recentSpeakers(before, speaking({ jim: 50 }), { ...room, places: [11, 10, 9, 8] });
    expect(shown(more)).toEqual(['guy 11', 'hal 10', 'ida 9', 'jim 8']);
  });
});
