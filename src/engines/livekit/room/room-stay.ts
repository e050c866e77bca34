import type { DisconnectReason } from 'livekit-client';
import {
  LiveError,
  LiveErrorCode,
  toLiveError,
  type ConnectionState,
  type KickedOutReason,
  type LiveUpdate,
} from '../../../core/index.js';
import type { JoinReply } from '../../../protocol/index.js';
import type { LiveState } from '../server/live-state.js';
import { LiveRoom, type LiveRoomListener } from './live-room.js';
import type { LiveKitClient } from './livekit-client.js';
import { RetryPause } from './retry-pause.js';

/** Why a stay ended without the user's doing. */
export type StayEnd = Extract<LiveUpdate, { type: 'kicked-out' | 'login-expired' }>;

export interface RoomStayOptions {
  /** Asks the server for a way into the live. */
  requestJoin: () => Promise<JoinReply>;
  loadClient: () => Promise<LiveKitClient>;
  rtcConfig: RTCConfiguration;
  state: LiveState;
  listener: Omit<LiveRoomListener, 'mending' | 'mended' | 'lost'>;
  /** Fetches the current state. Resolves with the error's code, or null. */
  refresh: () => Promise<LiveErrorCode | null>;
  /** Called when the room was entered, and when it was lost. */
  onState: (state: Extract<ConnectionState, 'connected' | 'reconnecting'>) => void;
  /** The stay is over for good. It has to be closed. */
  onEnd: (end: StayEnd) => void;
}

/** Keeps this user in the room of a live: enters it, and enters it again after a loss, until it is closed. */
export class RoomStay {
  readonly #pause = new RetryPause();
  readonly #listener: Omit<LiveRoomListener, 'lost'>;
  #userId = '';
  #room: LiveRoom | null = null;
  #closed = false;

  constructor(private readonly options: RoomStayOptions) {
    const { listener, refresh, onState } = options;
    this.#listener = {
      ...listener,
      mending: () => onState('reconnecting'),
      mended: () => {
        onState('connected');
        void refresh();
      },
    };
  }

  /** The room that is entered; null while it is lost. */
  get room(): LiveRoom | null {
    return this.#room;
  }

  /** Id of this user; empty before the server has let them in. */
  get userId(): string {
    return this.#userId;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Enters the live. @throws LiveError with the server's code, `unreachable`, or `notInLive` if closed meanwhile. */
  async enter(): Promise<void> {
    const { requestJoin, loadClient, rtcConfig, state, refresh, onState } = this.options;
    // Loaded beside the server's answer, which is shown before the client is there.
    const loading = loadClient();
    loading.catch(() => undefined);
    const { user, role, document, personal, audience, ...access } = await requestJoin();
    this.#throwIfClosed();
    this.#userId = user.userId;
    state.take(document, personal);
    state.takeAudience(audience, user);
    this.#throwIfClosed();
    const livekit = await loading;
    this.#throwIfClosed();
    const room = new LiveRoom(livekit, { ...this.#listener, lost: (reason) => this.#lost(reason, livekit) });
    this.#room = room;
    try {
      await room.connect(access, rtcConfig);
    } catch (error) {
      await this.#dropRoom(room);
      this.#throwIfClosed();
      throw error;
    }
    this.#throwIfClosed();
    // The room was lost meanwhile, and `#lost` has dealt with it.
    if (this.#room !== room) return;
    this.#pause.entered();
    onState('connected');
    // Messages sent to this user between join and connection are lost. An audience is too large to ask again.
    if (role !== 'audience') void refresh();
  }

  /** Ends the present wait for the next try at once. */
  hurry(): void {
    this.#pause.skip();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#pause.skip();
    if (this.#room) await this.#dropRoom(this.#room);
  }

  #lost(reason: DisconnectReason | undefined, { DisconnectReason: reasons }: LiveKitClient): void {
    if (this.#room) void this.#dropRoom(this.#room);
    this.#pause.lost();
    if (reason === reasons.PARTICIPANT_REMOVED) void this.#noteRemoval();
    else if (reason === reasons.DUPLICATE_IDENTITY) this.#kickedOut('logged-on-other-device');
    else void this.#reenter();
  }

  async #reenter(): Promise<void> {
    this.options.onState('reconnecting');
    while (!this.#closed) {
      await this.#pause.wait();
      try {
        this.#throwIfClosed();
        await this.enter();
        return;
      } catch (error) {
        await this.#noteRefusal(toLiveError(error).code);
      }
    }
  }

  /** Decides, by the code of a failed try, whether another follows. */
  async #noteRefusal(code: LiveErrorCode): Promise<void> {
    switch (code) {
      case LiveErrorCode.noPermission:
        return this.#kickedOut('by-admin');
      case LiveErrorCode.unauthenticated:
        return this.options.onEnd({ type: 'login-expired' });
      case LiveErrorCode.liveNotFound:
        // The live may have ended meanwhile: then its document says so.
        if ((await this.options.refresh()) === LiveErrorCode.liveNotFound) this.#kickedOut('gone-while-offline');
        return;
      case LiveErrorCode.invalidParameter:
        // Server and kit do not match: another try would get the same answer.
        return this.#kickedOut('by-server');
      default:
      // `unreachable`, `internal` and other errors may pass: another try follows.
    }
  }

  /** Finds out why LiveKit has removed this user. A kicked user may not read the live any more. */
  async #noteRemoval(): Promise<void> {
    this.#kickedOut((await this.options.refresh()) === LiveErrorCode.noPermission ? 'by-admin' : 'by-server');
  }

  #kickedOut(reason: KickedOutReason): void {
    this.options.onEnd({ type: 'kicked-out', reason });
  }

  #throwIfClosed(): void {
    if (this.#closed) throw new LiveError(LiveErrorCode.notInLive, 'left while entering');
  }

  async #dropRoom(room: LiveRoom): Promise<void> {
    if (this.#room === room) this.#room = null;
    await room.close();
  }
}
