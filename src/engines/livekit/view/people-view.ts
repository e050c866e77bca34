import type { Participant as LiveKitParticipant, RemoteParticipant } from 'livekit-client';
import type { LiveSink, Participant } from '../../../core/index.js';
import type { Publisher } from '../../../protocol/index.js';
import type { LiveKitClient } from '../room/livekit-client.js';
import { remoteParticipant } from './people.js';
import { RemoteSound } from './remote-sound.js';
import type { StagePeople } from './stage-people.js';

/** Shows and plays those people of a room who are on the stage. */
export class PeopleView {
  readonly #sound: RemoteSound;
  readonly #muted = new Set<string>();
  #players: readonly { publisher: Publisher; participant: RemoteParticipant }[] = [];
  #lastVolumes = '';

  constructor(
    private readonly livekit: LiveKitClient,
    private readonly sink: LiveSink,
  ) {
    this.#sound = new RemoteSound(livekit);
  }

  show(people: StagePeople, own: Participant | null, others: readonly RemoteParticipant[]): void {
    this.#players = people.among(others);
    this.#play();
    const shown = this.#players.map(({ publisher, participant }) =>
      remoteParticipant(publisher, participant, this.livekit),
    );
    this.sink.participants(own ? [own, ...shown] : shown);
  }

  /** To be called after `show` too: LiveKit tells of a speaker once, perhaps before the document has them. */
  showSpeaking(people: StagePeople, speakers: readonly LiveKitParticipant[]): void {
    const volumes = people
      .among(speakers)
      .filter(({ publisher }) => !this.#muted.has(publisher.liveId))
      .map(({ publisher, participant }): [string, number] => [
        publisher.userId,
        Math.min(100, Math.round(participant.audioLevel * 100)),
      ]);
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
    const heard = this.#players.filter(({ publisher }) => !this.#muted.has(publisher.liveId));
    this.#sound.update(heard.map(({ participant }) => participant));
  }
}
