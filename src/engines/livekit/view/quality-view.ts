import type { ConnectionQuality, Participant as LiveKitParticipant } from 'livekit-client';
import type { LiveSink, NetworkQuality } from '../../../core/index.js';
import type { StagePeople } from './stage-people.js';

const qualities: Record<`${ConnectionQuality}`, NetworkQuality> = {
  excellent: 'excellent',
  good: 'good',
  poor: 'poor',
  lost: 'down',
  unknown: 'unknown',
};

/** Tells how good the connections of those on the stage are, when that has changed. */
export class QualityView {
  #last = '';

  constructor(private readonly sink: LiveSink) {}

  show(people: StagePeople, participants: readonly LiveKitParticipant[]): void {
    const known = people
      .among(participants)
      .map(({ publisher, participant }): [string, NetworkQuality] => [
        publisher.userId,
        qualities[participant.connectionQuality],
      ])
      .filter(([, quality]) => quality !== 'unknown');
    if (String(known) === this.#last) return;
    this.#last = String(known);
    this.sink.networkQualities(new Map(known));
  }
}
