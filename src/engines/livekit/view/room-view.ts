import type { RemoteTrack } from 'livekit-client';
import type { LiveSink } from '../../../core/index.js';
import { ShownStage } from '../../../core/stage/shown-stage.js';
import type { Presence } from '../../../core/stage/stage-view.js';
import { roomPublishers, type LiveDocument, type RoomPublisher } from '../../../protocol/index.js';
import type { SourceTracks } from '../publish/capture.js';
import type { LiveRoom } from '../room/live-room.js';
import { RemoteSound } from './remote-sound.js';
import { ownPresence, remotePresence } from './room-presence.js';

/** This user in a live, and the room in which they see the others; null while not connected. */
export interface OwnPlace {
  userId: string;
  sources: SourceTracks;
  room: LiveRoom | null;
}

/**
 * Shows the stage of a live by its document. Only the server gives out LiveKit identities, so no participant can pose
 * as another.
 */
export class RoomView {
  readonly #stage: ShownStage<RoomPublisher>;
  readonly #sound = new RemoteSound();

  constructor(sink: LiveSink) {
    this.#stage = new ShownStage(sink);
  }

  show(document: LiveDocument, place: OwnPlace): void {
    const heard = this.#stage.show(roomPublishers(document), (publisher) => this.#presenceOf(publisher, place));
    this.#sound.update(heard.flatMap((publisher) => this.#soundOf(publisher, place) ?? []));
  }

  /** Takes effect at the next `show`. */
  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#stage.setLiveMuted(liveId, isMuted);
  }

  close(): void {
    this.#sound.update([]);
  }

  #presenceOf({ identity }: RoomPublisher, { userId, sources, room }: OwnPlace): Presence | null {
    if (identity === userId) return ownPresence(sources, room);
    const participant = room?.remoteParticipant(identity);
    return room && participant ? remotePresence(participant, room) : null;
  }

  #soundOf({ identity }: RoomPublisher, { room }: OwnPlace): RemoteTrack | undefined {
    const participant = room?.remoteParticipant(identity);
    return participant && room?.publicationOf(participant, 'microphone')?.track;
  }
}
