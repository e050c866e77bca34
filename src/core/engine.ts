import type { ScoreBoard } from './battle/battle.js';
import type { ScoreHighlight } from './battle/highlights.js';
import type { UserCommandOf, UserCommandType, ReplyTo } from './command.js';
import type { LiveDocument, PersonalDocument } from './documents.js';
import type { Audience } from './live/audience.js';
import type { KickedOutReason, LivePage } from './live/live.js';
import type { DeviceStatus, DeviceType, NetworkQuality } from './seat/seat.js';
import type { User } from './user.js';

/** The part of an `HTMLVideoElement` that a track needs. The core does not depend on the DOM. */
export interface VideoSurface {
  srcObject: unknown;
}

/** A camera track that any number of surfaces can show. */
export interface VideoTrack {
  /** Shows the track on a surface. Returns the function that removes it. */
  attach(surface: VideoSurface): () => void;
}

/** Whether the user can see the page. The core does not depend on the DOM. */
export interface PageVisibility {
  readonly isHidden: boolean;
  /** Calls back when `isHidden` has changed. Returns the function that ends this. */
  onChange(listener: () => void): () => void;
}

/** A publisher who is in the live: on one of its seats, or shown here from a linked live. */
export interface Participant {
  userId: string;
  /** Id of the live that their seat is in. For a user of a linked live it is not the current live. */
  liveId: string;
  microphoneStatus: DeviceStatus;
  cameraStatus: DeviceStatus;
  video: VideoTrack | null;
}

export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'closed';

/**
 * `unplugged`: the device was unplugged or taken by the system, or its permission was withdrawn. `publish-failed`: the
 * device works, but its track could not be published, for instance after a reconnect.
 */
export type DeviceStoppedReason = 'unplugged' | 'closed-by-admin' | 'seat-lost' | 'publish-failed';

/** A change in a live. Each update carries the whole current value, so it does not depend on earlier ones. */
export type LiveUpdate =
  | { type: 'document'; document: LiveDocument }
  | { type: 'personal'; personal: PersonalDocument }
  /** `highlights` are the largest gifts since the last update, the largest first. */
  | { type: 'scores'; board: ScoreBoard; highlights: readonly ScoreHighlight[] }
  | { type: 'participants'; participants: readonly Participant[] }
  /** The users without a seat, as far as known. */
  | { type: 'audience'; audience: Audience }
  /** Network quality by user id, for users on seats; absent users are `unknown`. */
  | { type: 'network-qualities'; qualities: ReadonlyMap<string, NetworkQuality> }
  /** A device of this user went off without their doing. */
  | { type: 'device-stopped'; device: DeviceType; reason: DeviceStoppedReason }
  /** Volume by user id, 0–100; absent users are silent. */
  | { type: 'speaking'; volumes: ReadonlyMap<string, number> }
  | { type: 'connection'; state: ConnectionState }
  /** True while the browser blocks sound until the user acts. */
  | { type: 'audio-blocked'; isBlocked: boolean }
  /** This user was put out; the live goes on. */
  | { type: 'kicked-out'; reason: KickedOutReason }
  /** The live could not be entered again because the user must log in again. */
  | { type: 'login-expired' };

/** Receives the updates of a live. The session ignores updates after it has left, so an engine may still send them. */
export interface LiveSink {
  receive(update: LiveUpdate): void;
}

/**
 * The connection to a live. It rejoins by itself after any loss until `close` or the end of the live. The engine
 * follows the document: a user with a seat may publish, and a device that the seat no longer allows is stopped. While the
 * user has a seat, the engine tells the server whether their page is in the background.
 */
export interface LiveConnection {
  /**
   * Switches the camera. After an error it is off.
   * @throws LiveError `noPermission` without a seat that allows it; `mediaUnavailable` without a device or permission,
   * or when the track cannot be published.
   */
  setCameraEnabled(enabled: boolean): Promise<void>;
  /** Switches the microphone. @throws LiveError as `setCameraEnabled`. */
  setMicrophoneEnabled(enabled: boolean): Promise<void>;
  /**
   * Starts sound that the browser blocked. Call it from a user's gesture while the last `audio-blocked` update was
   * true.
   */
  startAudio(): Promise<void>;
  /** Mutes a linked live for this user alone: no sound and no volumes of its users. */
  setLiveMuted(liveId: string, isMuted: boolean): void;
  /** Leaves the live. */
  close(): Promise<void>;
}

/** Connects a session to a server. One engine runs inside the page, the other on LiveKit and the battle server. */
export interface Engine {
  /** Logs in and returns the user. @throws LiveError `unauthenticated`, `unreachable`. */
  login(): Promise<User>;
  /** The server's time, epoch milliseconds. */
  serverTime(): Promise<number>;
  fetchLiveList(page: { cursor: string; count: number }): Promise<LivePage>;
  /**
   * The public document of any live, entered or not, also after its end.
   * @throws LiveError `liveNotFound`, `noPermission` for a user who was put out of it.
   */
  fetchLive(liveId: string): Promise<LiveDocument>;
  /** Executes a command. A refused command changes nothing. @throws LiveError with the server's code. */
  execute<T extends UserCommandType>(command: UserCommandOf<T>): Promise<ReplyTo<T>>;
  /**
   * Enters a live: its owner as host, everybody else as audience. When it resolves, the public and the personal
   * document have been delivered; whatever follows is news.
   *
   * The sink may receive updates before that, as soon as the server has let the user in: documents, audience, and who
   * is seen and heard. Nothing is delivered to a user who is refused. When the promise rejects after a delivery, nothing
   * of what was delivered holds any more.
   * @throws LiveError `liveNotFound`, `noPermission` for a user who was put out of it.
   */
  join(liveId: string, sink: LiveSink): Promise<LiveConnection>;
  /**
   * Says that `join` of this live follows once `login` has succeeded, so that the engine can do both at a time. `join`
   * may stay away after all: then nobody hears of the live. Optional.
   */
  expectJoin?(liveId: string): void;
  /** Loads the code that `join` needs, ahead of time. Needs no login. Optional. @throws LiveError `unreachable`. */
  preload?(): Promise<void>;
  /** Leaves every open live and forgets the user. */
  logout(): Promise<void>;
}
