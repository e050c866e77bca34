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
} from '../../../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../../../src/protocol/index.js';

/** Remembers what an engine told it. */
export class RecordingSink implements LiveSink {
  readonly documents: LiveDocument[] = [];
  readonly personals: PersonalDocument[] = [];
  readonly boards: ScoreBoard[] = [];
  readonly states: ConnectionState[] = [];
  readonly kicks: KickedOutReason[] = [];
  readonly audiences: Audience[] = [];
  readonly stops: [DeviceType, DeviceStoppedReason][] = [];
  people: readonly Participant[] = [];
  qualities: ReadonlyMap<string, NetworkQuality> = new Map();
  volumes: ReadonlyMap<string, number> = new Map();
  isAudioBlocked = false;
  /** Of any kind. */
  calls = 0;

  document(document: LiveDocument): void {
    this.calls++;
    this.documents.push(document);
  }

  personal(personal: PersonalDocument): void {
    this.calls++;
    this.personals.push(personal);
  }

  scores(board: ScoreBoard): void {
    this.calls++;
    this.boards.push(board);
  }

  participants(participants: readonly Participant[]): void {
    this.calls++;
    this.people = participants;
  }

  audience(audience: Audience): void {
    this.calls++;
    this.audiences.push(audience);
  }

  networkQualities(qualities: ReadonlyMap<string, NetworkQuality>): void {
    this.calls++;
    this.qualities = qualities;
  }

  deviceStopped(device: DeviceType, reason: DeviceStoppedReason): void {
    this.calls++;
    this.stops.push([device, reason]);
  }

  speaking(volumes: ReadonlyMap<string, number>): void {
    this.calls++;
    this.volumes = volumes;
  }

  connection(state: ConnectionState): void {
    this.calls++;
    this.states.push(state);
  }

  audioBlocked(blocked: boolean): void {
    this.calls++;
    this.isAudioBlocked = blocked;
  }

  kickedOut(reason: KickedOutReason): void {
    this.calls++;
    this.kicks.push(reason);
  }
}
