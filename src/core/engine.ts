import type { ScoreBoard } from './battle/battle.js';
import type { UserCommandOf, UserCommandType, ReplyTo } from './command.js';
import type { LiveDocument, PersonalDocument } from './documents.js';
import type { Audience } from './live/audience.js';
import type { KickedOutReason, LivePage } from './live/live.js';
import type { DeviceStatus, DeviceType, NetworkQuality } from './seat/seat.js';
import type { User } from './user.js';

/** The part of an `HTMLVideoElement` that a track needs; the core knows no DOM. */
export interface VideoSurface {
  srcObject: unknown;
}

/** A camera picture that can be shown on any number of surfaces. */
export interface VideoTrack {
  /** Shows the picture; the function that comes back takes it away again. */
  attach(surface: VideoSurface): () => void;
}

/** Somebody who is in the live with a camera or microphone: on one of its seats, or on one of a linked live. */
export interface Participant {
  userId: string;
  /** The live whose seat they have, which for somebody of a linked live is not the live they appear in. */
  liveId: string;
  microphoneStatus: DeviceStatus;
  cameraStatus: DeviceStatus;
  video: VideoTrack | null;
}

export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'closed';

/** `unplugged`: or taken away by the system, or its permission withdrawn. */
export type DeviceStoppedReason = 'unplugged' | 'closed-by-admin' | 'seat-lost';

/** Where an engine delivers what happens in a live. Every call carries the whole current value. */
export interface LiveSink {
  document(document: LiveDocument): void;
  personal(personal: PersonalDocument): void;
  scores(board: ScoreBoard): void;
  participants(participants: readonly Participant[]): void;
  /** Everybody who is in the live without a seat, as far as it is known. */
  audience(audience: Audience): void;
  /** By user id, of those on seats; absent users are `unknown`. */
  networkQualities(qualities: ReadonlyMap<string, NetworkQuality>): void;
  /** An own device went off without the user's doing. */
  deviceStopped(device: DeviceType, reason: DeviceStoppedReason): void;
  /** Volume 0–100 by user id; absent users are silent. */
  speaking(volumes: ReadonlyMap<string, number>): void;
  connection(state: ConnectionState): void;
  /** True while the browser holds sound back until the user acts. */
  audioBlocked(blocked: boolean): void;
  /** The live goes on without this user. */
  kickedOut(reason: KickedOutReason): void;
}

/**
 * A live that this session is in. Rejoins by itself after any loss until `close` or the live's end. Whoever has a seat
 * there may be seen and heard; the engine follows the document, and stops a device that the seat no longer allows.
 */
export interface LiveConnection {
  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable` when there is no device or no permission. */
  setCameraEnabled(enabled: boolean): Promise<void>;
  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable` when there is no device or no permission. */
  setMicrophoneEnabled(enabled: boolean): Promise<void>;
  /** Call from a user's gesture after `audioBlocked(true)`. */
  startAudio(): Promise<void>;
  /** Whether this user hears the people of a linked live, and is told when they speak; nobody else is concerned. */
  setLiveMuted(liveId: string, isMuted: boolean): void;
  close(): Promise<void>;
}

/** What carries a session: one implementation runs in the page, one on LiveKit and the battle server. */
export interface Engine {
  /** @throws LiveError `unauthenticated`, `unreachable`. */
  login(): Promise<User>;
  /** The referee's clock, epoch milliseconds. */
  serverTime(): Promise<number>;
  fetchLiveList(page: { cursor: string; count: number }): Promise<LivePage>;
  /** What everybody may see of any live, entered or not, also after its end. @throws LiveError `liveNotFound`. */
  fetchLive(liveId: string): Promise<LiveDocument>;
  /** @throws LiveError with the referee's code when the command is refused; nothing has changed then. */
  execute<T extends UserCommandType>(command: UserCommandOf<T>): Promise<ReplyTo<T>>;
  /**
   * Enters a live; its owner enters as host, everybody else as audience. The document has been delivered when it resolves,
   * and so has the personal one, also to the audience: what comes after it is news.
   * @throws LiveError `liveNotFound`, `noPermission` for whoever was kicked out of it.
   */
  join(liveId: string, sink: LiveSink): Promise<LiveConnection>;
  /** Leaves whatever is open and forgets the user. */
  logout(): Promise<void>;
}
