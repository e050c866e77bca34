import type { Participant } from '../engine.js';
import type { NetworkQuality } from '../seat/seat.js';
import type { Publisher } from './publishers.js';

/** What an engine knows about a connected publisher. */
export interface Presence {
  /** Null while their connection is lost. */
  devices: Pick<Participant, 'microphoneStatus' | 'cameraStatus' | 'video'> | null;
  quality: NetworkQuality;
  /** Volume, 0–100; null while they are silent. */
  volume: number | null;
}

/** What a session gets to know about the publishers of its live. */
export interface StageView<P extends Publisher> {
  participants: readonly Participant[];
  /** Network quality by user id; absent users are `unknown`. */
  qualities: ReadonlyMap<string, NetworkQuality>;
  /** Volume by user id, 0–100; absent users are silent or of a muted live. */
  volumes: ReadonlyMap<string, number>;
  /** Publishers whose sound is to be played. */
  heard: readonly P[];
}

/**
 * What is seen and heard in a live: the publishers of its document, in that order, as far as they are connected. A
 * participant who is not a publisher of the document is not shown.
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
