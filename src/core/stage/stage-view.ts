import type { Participant } from '../engine.js';
import type { NetworkQuality } from '../seat/seat.js';
import type { Publisher } from './publishers.js';

/** What an engine knows of a publisher who is there. */
export interface Presence {
  /** Null while their network is gone. */
  devices: Pick<Participant, 'microphoneStatus' | 'cameraStatus' | 'video'> | null;
  quality: NetworkQuality;
  /** 0–100; null while they are silent. */
  volume: number | null;
}

/** What a session is shown of those on the stage. */
export interface StageView<P extends Publisher> {
  participants: readonly Participant[];
  /** By user id; absent users are `unknown`. */
  qualities: ReadonlyMap<string, NetworkQuality>;
  /** By user id; absent users are silent, or of a live that the session has muted. */
  volumes: ReadonlyMap<string, number>;
  /** Whose sound is to be played. */
  heard: readonly P[];
}

/**
 * What is seen and heard of a live: those whom its document names as publishers, in that order, as far as they are there.
 * Whoever is still or already there without being named is not shown.
 */
export function stageViewOf<P extends Publisher>(
  publishers: readonly P[],
  presenceOf: (publisher: P) => Presence | null,
  mutedLives: ReadonlySet<string>,
): StageView<P> {
  const present = publishers.flatMap((publisher) => {
    const presence = presenceOf(publisher);
    return presence ? [{ publisher, ...presence }] : [];
  });
  const shown = present.flatMap(({ publisher, devices, volume }) => (devices ? [{ publisher, devices, volume }] : []));
  const heard = shown.filter(({ publisher }) => !mutedLives.has(publisher.liveId));
  return {
    participants: shown.map(({ publisher: { userId, liveId }, devices }) => ({ userId, liveId, ...devices })),
    qualities: new Map(
      present.flatMap(({ publisher, quality }) => (quality === 'unknown' ? [] : [[publisher.userId, quality]])),
    ),
    volumes: new Map(heard.flatMap(({ publisher, volume }) => (volume === null ? [] : [[publisher.userId, volume]]))),
    heard: heard.map(({ publisher }) => publisher),
  };
}
