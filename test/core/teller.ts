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
  ScoreHighlight,
} from '../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../src/protocol/index.js';

/** Sends updates to a sink as an engine does: one short method for each kind. */
export class Teller {
  constructor(private readonly to: LiveSink) {}

  document(document: LiveDocument): void {
    this.to.receive({ type: 'document', document });
  }

  personal(personal: PersonalDocument): void {
    this.to.receive({ type: 'personal', personal });
  }

  scores(board: ScoreBoard, highlights: readonly ScoreHighlight[] = []): void {
    this.to.receive({ type: 'scores', board, highlights });
  }

  participants(participants: readonly Participant[]): void {
    this.to.receive({ type: 'participants', participants });
  }

  audience(audience: Audience): void {
    this.to.receive({ type: 'audience', audience });
  }

  networkQualities(qualities: ReadonlyMap<string, NetworkQuality>): void {
    this.to.receive({ type: 'network-qualities', qualities });
  }

  deviceStopped(device: DeviceType, reason: DeviceStoppedReason): void {
    this.to.receive({ type: 'device-stopped', device, reason });
  }

  speaking(volumes: ReadonlyMap<string, number>): void {
    this.to.receive({ type: 'speaking', volumes });
  }

  connection(state: ConnectionState): void {
    this.to.receive({ type: 'connection', state });
  }

  audioBlocked(isBlocked: boolean): void {
    this.to.receive({ type: 'audio-blocked', isBlocked });
  }

  kickedOut(reason: KickedOutReason): void {
    this.to.receive({ type: 'kicked-out', reason });
  }

  loginExpired(): void {
    this.to.receive({ type: 'login-expired' });
  }
}
