import { isShallowSame, keepUnchanged } from './unchanged.js';

/** A guest who speaks or spoke last, and their place in the layout. */
export interface RecentSpeaker {
  userId: string;
  place: number;
}

/** Who can be shown as a speaker, and where. */
export interface SpeakerRoom {
  /** Users who get a place when they speak. */
  userIds: readonly string[];
  /** Places for speakers, in the order in which they are given. */
  places: readonly number[];
}

/**
 * The shown speakers after a change of volumes, the latest speaker first; `before` itself when nothing changed. A new
 * speaker gets a free place, or the place of the guest who has been silent the longest. A guest who speaks keeps their
 * place. The others move only if their place is no longer one for speakers.
 * @param volumes Volume by user id, 0–100; absent users are silent.
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

/**
 * Moves speakers whose place is no longer one for speakers to free places. There are at least as many places as
 * speakers.
 */
function movedInto(places: readonly number[], speakers: readonly RecentSpeaker[]): readonly RecentSpeaker[] {
  const free = freeOf(places, speakers);
  return speakers.map((speaker) => {
    const place = places.includes(speaker.place) ? speaker.place : free.shift();
    return place === undefined || place === speaker.place ? speaker : { ...speaker, place };
  });
}
