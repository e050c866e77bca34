import type { Participant as LiveKitParticipant } from 'livekit-client';
import { roomPublishers, type LiveDocument, type RoomPublisher } from '../../../protocol/index.js';

/**
 * Who of a room belongs on the stage, by the document: whoever is still or already in the room without a seat there does
 * not. The server alone gives out identities, so nobody can take another's place.
 */
export class StagePeople {
  readonly #publishers: ReadonlyMap<string, RoomPublisher>;

  constructor(document: LiveDocument) {
    this.#publishers = new Map(roomPublishers(document).map((publisher) => [publisher.identity, publisher]));
  }

  of(identity: string): RoomPublisher | null {
    return this.#publishers.get(identity) ?? null;
  }

  /** With the seat of each. */
  among<T extends LiveKitParticipant>(participants: readonly T[]): { publisher: RoomPublisher; participant: T }[] {
    return participants.flatMap((participant) => {
      const publisher = this.of(participant.identity);
      return publisher ? [{ publisher, participant }] : [];
    });
  }
}
