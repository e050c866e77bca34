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

/**
 * `unplugged`: or taken away by the system, or its permission withdrawn. `publish-failed`: the device works, but nobody
 * could see or hear it any more, for instance after a reconnect.
 */
export type DeviceStoppedReason = 'unplugged' | 'closed-by-admin' | 'seat-lost' | 'publish-failed';

/** Something that happened in a live. Each carries the whole current value, so that nothing depends on the one before it. */
export type LiveUpdate =
  | { type: 'document'; document: LiveDocument }
  | { type: 'personal'; personal: PersonalDocument }
  | { type: 'scores'; board: ScoreBoard }
  | { type: 'participants'; participants: readonly Participant[] }
  /** Everybody who is in the live without a seat, as far as it is known. */
  | { type: 'audience'; audience: Audience }
  /** By user id, of those on seats; absent users are `unknown`. */
  | { type: 'network-qualities'; qualities: ReadonlyMap<string, NetworkQuality> }
  /** An own device went off without the user's doing. */
  | { type: 'device-stopped'; device: DeviceType; reason: DeviceStoppedReason }
  /** Volume 0–100 by user id; absent users are silent. */
  | { type: 'speaking'; volumes: ReadonlyMap<string, number> }
  | { type: 'connection'; state: ConnectionState }
  /** True while the browser holds sound back until the user acts. */
  | { type: 'audio-blocked'; isBlocked: boolean }
  /** The live goes on without this user. */
  | { type: 'kicked-out'; reason: KickedOutReason }
  /** The live could not be entered again, because the user has to log in anew. */
  | { type: 'login-expired' };

/** Where an engine delivers what happens in a live. Whoever joined stops listening when they leave; an engine need not. */
export interface LiveSink {
  receive(update: LiveUpdate): void;
}

/**
 * A live that this session is in. Rejoins by itself after any loss until `close` or the live's end. Whoever has a seat
 * there may be seen and heard; the engine follows the document, and stops a device that the seat no longer allows.
 */
export interface LiveConnection {
  /**
   * @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable` when there is no device, no permission
   * to use it, or it cannot be published; the device is off then.
   */
  setCameraEnabled(enabled: boolean): Promise<void>;
  /** @throws LiveError as `setCameraEnabled`. */
  setMicrophoneEnabled(enabled: boolean): Promise<void>;
  /** Call from a user's gesture while the sink was last told `audio-blocked`. */
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
  /**
   * What everybody may see of any live, entered or not, also after its end.
   * @throws LiveError `liveNotFound`, `noPermission` for whoever was kicked out of it.
   */
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
