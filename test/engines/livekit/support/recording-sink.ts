import type {
  ConnectionState,
  KickedOutReason,
  LiveDocument,
  LiveSink,
  Participant,
  PersonalDocument,
  ScoreBoard,
} from '../../../../src/core/index.js';

/** Remembers what an engine told it. */
export class RecordingSink implements LiveSink {
  readonly documents: LiveDocument[] = [];
  readonly personals: PersonalDocument[] = [];
  readonly boards: ScoreBoard[] = [];
  readonly states: ConnectionState[] = [];
  readonly kicks: KickedOutReason[] = [];
  people: readonly Participant[] = [];
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
