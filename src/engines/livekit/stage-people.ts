import type { Participant as LiveKitParticipant } from 'livekit-client';
import { publishersIn, type LiveDocument, type Publisher } from '../../core/index.js';

/**
 * Who of a room belongs on the stage, by the document: whoever is still or already in the room without a seat there does
 * not. The server alone gives out identities, so nobody can take another's place.
 */
export class StagePeople {
  readonly #publishers: ReadonlyMap<string, Publisher>;

  constructor(document: LiveDocument) {
    this.#publishers = new Map(publishersIn(document).map((publisher) => [publisher.identity, publisher]));
  }

  of(identity: string): Publisher | null {
    return this.#publishers.get(identity) ?? null;
  }

  /** With the seat of each. */
  among<T extends LiveKitParticipant>(participants: readonly T[]): { publisher: Publisher; participant: T }[] {
    return participants.flatMap((participant) => {
      const publisher = this.of(participant.identity);
      return publisher ? [{ publisher, participant }] : [];
    });
  }
}
