import type { LiveSink } from '../../../core/index.js';
import type { LiveDocument } from '../../../protocol/index.js';
import type { LiveKitClient } from '../room/livekit-client.js';
import type { LiveRoom } from '../room/live-room.js';
import type { OwnStage } from '../publish/own-stage.js';
import { PeopleView } from './people-view.js';
import { QualityView } from './quality-view.js';
import { StagePeople } from './stage-people.js';

/** Shows who is on the stage of a live, by its document. */
export class RoomView {
  readonly #people: PeopleView;
  readonly #qualities: QualityView;
  #shown: { document: LiveDocument; people: StagePeople } | null = null;

  constructor(livekit: LiveKitClient, sink: LiveSink) {
    this.#people = new PeopleView(livekit, sink);
    this.#qualities = new QualityView(sink);
  }

  /** Without a room nobody else is there. */
  show(document: LiveDocument, own: OwnStage, room: LiveRoom | null): void {
    const people = this.#shown?.document === document ? this.#shown.people : new StagePeople(document);
    this.#shown = { document, people };
    this.#people.show(people, own.participant, room?.remoteParticipants ?? []);
    this.showSpeaking(room);
    this.showQuality(room);
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
  }
}
