import { isShallowSame, keepUnchanged } from './unchanged.js';

/** A guest who is speaking or spoke last, and their place in the layout. */
export interface RecentSpeaker {
  userId: string;
  place: number;
}

/** What there is for speakers. */
export interface SpeakerRoom {
  /** Those who get a place when they speak. */
  userIds: readonly string[];
  /** The places for them, in the order in which they are given. */
  places: readonly number[];
}

/**
 * Who has a place after these volumes, whoever was heard last first; `before` itself when nothing changed. A new speaker
 * gets a free place, or the one of whoever has been silent the longest; nobody loses theirs while they speak. Nobody
 * else moves, unless the place they had is no longer one for speakers.
 * @param volumes 0–100 by user id; absent users are silent.
 */
export function recentSpeakers(
  before: readonly RecentSpeaker[],
  volumes: ReadonlyMap<string, number>,
  { userIds, places }: SpeakerRoom,
): readonly RecentSpeaker[] {
  const volumeOf = (userId: string): number => volumes.get(userId) ?? 0;
  const candidates = new Set(userIds);
  const there = before.filter(({ userId }) => candidates.has(userId));
  const speaking = there.filter(({ userId }) => volumeOf(userId) > 0);
  const silent = there.filter(({ userId }) => volumeOf(userId) === 0);
  const shown = movedInto(places, [...speaking, ...silent].slice(0, places.length));

  const shownIds = new Set(shown.map(({ userId }) => userId));
  const newcomers = userIds
    .filter((userId) => volumeOf(userId) > 0 && !shownIds.has(userId))
    .sort((a, b) => volumeOf(b) - volumeOf(a));
  const longestSilent = shown.slice(speaking.length).reverse();
  const offered = [...freeOf(places, shown), ...longestSilent.map(({ place }) => place)];
  const welcomed = offered.slice(0, newcomers.length).flatMap((place, index): RecentSpeaker[] => {
    const userId = newcomers[index];
    return userId === undefined ? [] : [{ userId, place }];
  });
  const given = new Set(welcomed.map(({ place }) => place));
  const after = [...welcomed, ...shown.filter(({ place }) => !given.has(place))];
  return keepUnchanged(before, after, isShallowSame);
}

function freeOf(places: readonly number[], speakers: readonly RecentSpeaker[]): number[] {
  return places.filter((place) => !speakers.some((speaker) => speaker.place === place));
}

/** Those whose place is no longer one for speakers, in free ones; there are as many places as speakers at least. */
function movedInto(places: readonly number[], speakers: readonly RecentSpeaker[]): readonly RecentSpeaker[] {
  const free = freeOf(places, speakers);
  return speakers.map((speaker) => {
    const place = places.includes(speaker.place) ? speaker.place : free.shift();
    return place === undefined || place === speaker.place ? speaker : { ...speaker, place };
  });
}
