import type {
  Audience,
  ConnectionState,
  DeviceStoppedReason,
  DeviceType,
  KickedOutReason,
  LiveSink,
  NetworkQuality,
  Participant,
  ScoreBoard,
} from '../../core/index.js';
import type { LiveDocument, PersonalDocument } from '../../protocol/index.js';

/** Hands on until it is closed: whoever left a live hears no more of it. */
export class OpenSink implements LiveSink {
  #sink: LiveSink | null;

  constructor(sink: LiveSink) {
    this.#sink = sink;
  }

  get isClosed(): boolean {
    return this.#sink === null;
  }

  close(): void {
    this.#sink = null;
  }

  document(document: LiveDocument): void {
    this.#sink?.document(document);
  }

  personal(personal: PersonalDocument): void {
    this.#sink?.personal(personal);
  }

  scores(board: ScoreBoard): void {
    this.#sink?.scores(board);
  }

  participants(participants: readonly Participant[]): void {
    this.#sink?.participants(participants);
  }

  audience(audience: Audience): void {
    this.#sink?.audience(audience);
  }

  networkQualities(qualities: ReadonlyMap<string, NetworkQuality>): void {
    this.#sink?.networkQualities(qualities);
  }

  deviceStopped(device: DeviceType, reason: DeviceStoppedReason): void {
    this.#sink?.deviceStopped(device, reason);
  }

  speaking(volumes: ReadonlyMap<string, number>): void {
    this.#sink?.speaking(volumes);
  }

  connection(state: ConnectionState): void {
    this.#sink?.connection(state);
  }

  audioBlocked(blocked: boolean): void {
    this.#sink?.audioBlocked(blocked);
  }

  kickedOut(reason: KickedOutReason): void {
    this.#sink?.kickedOut(reason);
  }
}
