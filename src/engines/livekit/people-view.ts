import type { Participant as LiveKitParticipant, RemoteParticipant } from 'livekit-client';
import type { LiveDocument, LiveSink, Participant } from '../../core/index.js';
import type { LiveKitClient } from './livekit-client.js';
import { hostOf, remoteParticipant } from './people.js';
import { RemoteSound } from './remote-sound.js';

/** Shows and plays those people of a room who belong there by the document. */
export class PeopleView {
  readonly #sound: RemoteSound;
  readonly #muted = new Set<string>();
  #players: readonly { host: { liveId: string }; participant: RemoteParticipant }[] = [];
  #lastVolumes = '';

  constructor(
    private readonly livekit: LiveKitClient,
    private readonly sink: LiveSink,
  ) {
    this.#sound = new RemoteSound(livekit);
  }

  show(document: LiveDocument, own: Participant | null, others: readonly RemoteParticipant[]): void {
    const hosts = others.flatMap((participant) => {
      const host = hostOf(participant, document);
      return host ? [{ host, participant }] : [];
    });
    this.#players = hosts;
    this.#play();
    const shown = hosts.map(({ host, participant }) => remoteParticipant(host, participant, this.livekit));
    this.sink.participants(own ? [own, ...shown] : shown);
  }

  /** To be called after `show` too: LiveKit tells of a speaker once, perhaps before the document has them. */
  showSpeaking(document: LiveDocument, speakers: readonly LiveKitParticipant[]): void {
    const volumes = speakers.flatMap((speaker): [string, number][] => {
      const host = hostOf(speaker, document);
      return host ? [[host.userId, Math.min(100, Math.round(speaker.audioLevel * 100))]] : [];
    });
    if (String(volumes) === this.#lastVolumes) return;
    this.#lastVolumes = String(volumes);
    this.sink.speaking(new Map(volumes));
  }

  /** For this user alone: the people of a linked live are seen, but not heard. */
  setLiveMuted(liveId: string, isMuted: boolean): void {
    if (isMuted) this.#muted.add(liveId);
    else this.#muted.delete(liveId);
    this.#play();
  }

  close(): void {
    this.#sound.update([]);
  }

  #play(): void {
    const heard = this.#players.filter(({ host }) => !this.#muted.has(host.liveId));
    this.#sound.update(heard.map(({ participant }) => participant));
  }
}
