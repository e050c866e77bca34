import type { RemoteTrack } from 'livekit-client';

/** Plays the tracks given to `update`, and no others. */
export class RemoteSound {
  #playing: ReadonlySet<RemoteTrack> = new Set();

  update(tracks: readonly RemoteTrack[]): void {
    const wanted = new Set(tracks);
    for (const track of this.#playing) if (!wanted.has(track)) silence(track);
    // LiveKit's client makes the audio element; it plays without being in the page.
    for (const track of wanted) if (!this.#playing.has(track)) track.attach();
    this.#playing = wanted;
  }
}

function silence(track: RemoteTrack): void {
  for (const element of track.detach()) element.remove();
}
