import { steady, withSameParts } from '../../reactivity/same-parts.js';
import { signal, type ReadonlySignal } from '../../reactivity/signal.js';
import type { LiveFeed } from '../../session/live-feed.js';
import { recentSpeakers, type RecentSpeaker } from '../../stage/recent-speakers.js';
import { speakerRoomIn } from '../../stage/voice-guests.js';

/**
 * The guests shown as speakers in a link of more than two voice lives, by place; empty otherwise. Volumes change
 * several times a second, so no computed signal depends on them: this signal changes only when another guest is shown.
 */
export function shownSpeakers(feed: LiveFeed): ReadonlySignal<readonly RecentSpeaker[]> {
  const room = steady(() => speakerRoomIn(feed.currentDocument.get()));
  const shown = signal<readonly RecentSpeaker[]>([]);
  let recent: readonly RecentSpeaker[] = [];
  let speaking: ReadonlySet<string> = new Set();
  const listen = (): void => {
    const current = room.get();
    recent = current ? recentSpeakers(recent, feed.currentVolumes.get(), current) : [];
    shown.set(
      withSameParts(
        shown.get(),
        [...recent].sort((a, b) => a.place - b.place),
      ),
    );
  };
  feed.changes.on('document', listen);
  feed.changes.on('speaking', (volumes) => {
    // Louder or not, whoever speaks is shown. Nearly all changes are of those who speak already.
    if (volumes.size === speaking.size && [...volumes.keys()].every((userId) => speaking.has(userId))) return;
    speaking = new Set(volumes.keys());
    listen();
  });
  return shown;
}
