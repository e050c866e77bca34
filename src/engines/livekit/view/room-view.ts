import type { LiveSink } from '../../../core/index.js';
import type { LiveDocument } from '../../../protocol/index.js';
import { AudienceView } from './audience-view.js';
import type { LiveKitClient } from '../room/livekit-client.js';
import type { LiveRoom } from '../room/live-room.js';
import type { OwnStage } from '../publish/own-stage.js';
import { PeopleView } from './people-view.js';
import { QualityView } from './quality-view.js';
import { StagePeople } from './stage-people.js';

/** Shows everybody in the room of a live: on the stage by the document, or in the audience. */
export class RoomView {
  readonly #people: PeopleView;
  readonly #audience: AudienceView;
  readonly #qualities: QualityView;
  #shown: { document: LiveDocument; people: StagePeople } | null = null;

  constructor(livekit: LiveKitClient, sink: LiveSink) {
    this.#people = new PeopleView(livekit, sink);
    this.#audience = new AudienceView(sink);
    this.#qualities = new QualityView(sink);
  }

  /** Without a room nobody else is there. */
  show(document: LiveDocument, own: OwnStage, room: LiveRoom | null): void {
    const people = this.#shown?.document === document ? this.#shown.people : new StagePeople(document);
    this.#shown = { document, people };
    this.#people.show(people, own.participant, room?.remoteParticipants ?? []);
    this.showSpeaking(room);
    this.showQuality(room);
    if (room?.isComplete) this.#audience.show(document, () => room.everybody);
    // Whoever is away for a moment knows nothing new about the others.
    else this.#audience.pause();
  }

  showSpeaking(room: LiveRoom | null): void {
    if (this.#shown) this.#people.showSpeaking(this.#shown.people, room?.activeSpeakers ?? []);
  }

  showQuality(room: LiveRoom | null): void {
    if (this.#shown) this.#qualities.show(this.#shown.people, room?.everybody ?? []);
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#people.setLiveMuted(liveId, isMuted);
  }

  close(): void {
    this.#people.close();
    this.#audience.pause();
  }
}
