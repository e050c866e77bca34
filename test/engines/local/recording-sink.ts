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
} from '../../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../../src/protocol/index.js';

/** Keeps whatever an engine delivers. */
export class RecordingSink implements LiveSink {
  /** Names of the calls, in order. */
  readonly calls: (keyof LiveSink)[] = [];
  readonly documents: LiveDocument[] = [];
  readonly personals: PersonalDocument[] = [];
  readonly boards: ScoreBoard[] = [];
  readonly participantLists: (readonly Participant[])[] = [];
  readonly audiences: Audience[] = [];
  readonly qualities: ReadonlyMap<string, NetworkQuality>[] = [];
  readonly stops: [DeviceType, DeviceStoppedReason][] = [];
  readonly volumes: ReadonlyMap<string, number>[] = [];
  readonly states: ConnectionState[] = [];
  readonly kicks: KickedOutReason[] = [];

  /** User ids of those who are there with a camera or microphone. */
  get present(): readonly string[] {
    return this.participantLists.at(-1)?.map(({ userId }) => userId) ?? [];
  }

  /** User ids of those who are there without a seat. */
  get onlookers(): readonly string[] {
    return this.audiences.at(-1)?.members.map(({ userId }) => userId) ?? [];
  }

  document(document: LiveDocument): void {
    this.calls.push('document');
    this.documents.push(document);
  }

  personal(personal: PersonalDocument): void {
    this.calls.push('personal');
    this.personals.push(personal);
  }

  scores(board: ScoreBoard): void {
    this.calls.push('scores');
    this.boards.push(board);
  }

  participants(participants: readonly Participant[]): void {
    this.calls.push('participants');
    this.participantLists.push(participants);
  }

  audience(audience: Audience): void {
    this.calls.push('audience');
    this.audiences.push(audience);
  }

  networkQualities(qualities: ReadonlyMap<string, NetworkQuality>): void {
    this.calls.push('networkQualities');
    this.qualities.push(qualities);
  }

  deviceStopped(device: DeviceType, reason: DeviceStoppedReason): void {
    this.calls.push('deviceStopped');
    this.stops.push([device, reason]);
  }

  speaking(volumes: ReadonlyMap<string, number>): void {
    this.calls.push('speaking');
    this.volumes.push(volumes);
  }

  connection(state: ConnectionState): void {
    this.calls.push('connection');
    this.states.push(state);
  }

  audioBlocked(): void {
    this.calls.push('audioBlocked');
  }

  kickedOut(reason: KickedOutReason): void {
    this.calls.push('kickedOut');
    this.kicks.push(reason);
  }
}
