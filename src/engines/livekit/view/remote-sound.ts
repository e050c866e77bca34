import type { RemoteParticipant, RemoteTrack } from 'livekit-client';
import type { LiveKitClient } from '../room/livekit-client.js';

/** Plays the microphones of the participants given to `update`, and no others. */
export class RemoteSound {
  #playing = new Set<RemoteTrack>();

  constructor(private readonly livekit: LiveKitClient) {}

  update(hosts: readonly RemoteParticipant[]): void {
    const wanted = new Set(hosts.flatMap((host) => this.#trackOf(host) ?? []));
    for (const track of this.#playing) if (!wanted.has(track)) silence(track);
    // LiveKit's client makes the audio element; it plays without being in the page.
    for (const track of wanted) if (!this.#playing.has(track)) track.attach();
    this.#playing = wanted;
  }

  #trackOf(host: RemoteParticipant): RemoteTrack | undefined {
    return host.getTrackPublication(this.livekit.Track.Source.Microphone)?.track;
  }
}

function silence(track: RemoteTrack): void {
  for (const element of track.detach()) element.remove();
}
