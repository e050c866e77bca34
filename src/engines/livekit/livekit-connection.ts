import type { DisconnectReason } from 'livekit-client';
import {
  LiveError,
  LiveErrorCode,
  toLiveError,
  type ConnectionState,
  type DeviceType,
  type KickedOutReason,
  type LiveConnection,
  type LiveSink,
  type PageVisibility,
} from '../../core/index.js';
import { OwnSuspension } from '../../core/stage/own-suspension.js';
import type { LiveDocument } from '../../protocol/index.js';
import type { Capture } from './publish/capture.js';
import { OwnStage } from './publish/own-stage.js';
import { LiveRoom, type LiveRoomListener } from './room/live-room.js';
import type { LiveKitClient } from './room/livekit-client.js';
import { onPageReturn } from './room/page-return.js';
import { RetryPause } from './room/retry-pause.js';
import { LiveState } from './server/live-state.js';
import type { ServerApi } from './server/server-api.js';
import { RoomView, type OwnPlace } from './view/room-view.js';

export interface LiveKitConnectionOptions {
  liveId: string;
  sink: LiveSink;
  api: ServerApi;
  livekit: LiveKitClient;
  rtcConfig: RTCConfiguration;
  capture: Capture;
  visibility: PageVisibility;
  /** Called once, after everything is closed. */
  onClose: () => void;
}

/** One stay in a live. Joins again after a loss, until the user leaves or is put out, or live or login end. */
export class LiveKitConnection implements LiveConnection {
  readonly #sink: LiveSink;
  readonly #state: LiveState;
  readonly #own: OwnStage;
  readonly #suspension: OwnSuspension;
  readonly #view: RoomView;
  readonly #pause = new RetryPause();
  readonly #forgetPage: () => void;
  #userId = '';
  #room: LiveRoom | null = null;
  #closing: Promise<void> | null = null;

  constructor(private readonly options: LiveKitConnectionOptions) {
    const { liveId, sink, api, livekit, rtcConfig, capture, visibility } = options;
    this.#sink = sink;
    this.#state = new LiveState(liveId, sink, (document) => this.#follow(document));
    this.#own = new OwnStage({
      livekit,
      rtcConfig,
      capture,
      requestAccess: (toLiveId) => api.linkedRoom(liveId, toLiveId),
      onChange: () => {
        this.#publish();
        this.#show();
      },
      onStopped: (device, reason) => sink.receive({ type: 'device-stopped', device, reason }),
      refresh: () => this.#heal(),
    });
    this.#suspension = new OwnSuspension({
      visibility,
      tell: (status) => api.execute({ type: 'set-suspend-status', liveId, status }),
      wait: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    });
    this.#view = new RoomView(livekit, sink);
    this.#forgetPage = onPageReturn(() => {
      this.#pause.skip();
      void this.#heal();
    });
  }

  /** Enters the live. @throws LiveError with the server's code, `unreachable`, or `notInLive` if closed meanwhile. */
  async enter(): Promise<void> {
    this.#tellState('connecting');
    try {
      await this.#connect();
    } catch (error) {
      await this.close();
      throw toLiveError(error);
    }
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable`, `notInLive` after leaving. */
  setCameraEnabled(enabled: boolean): Promise<void> {
    return this.#setEnabled('camera', enabled);
  }

  /** @throws LiveError as `setCameraEnabled`. */
  setMicrophoneEnabled(enabled: boolean): Promise<void> {
    return this.#setEnabled('microphone', enabled);
  }

  async startAudio(): Promise<void> {
    await this.#room?.startAudio();
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#view.setLiveMuted(liveId, isMuted);
    this.#show();
  }

  close(): Promise<void> {
    this.#closing ??= this.#shutDown();
    return this.#closing;
  }

  async #connect(): Promise<void> {
    const { api, liveId, livekit, rtcConfig } = this.options;
    const { user, role, document, personal, audience, ...access } = await api.join(liveId);
    this.#throwIfClosed();
    this.#userId = user.userId;
    this.#state.take(document, personal);
    this.#state.takeAudience(audience, user);
    this.#throwIfClosed();
    const room = new LiveRoom(livekit, this.#listener());
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
    this.#tellState('connected');
    this.#publish();
    // Messages sent to this user between join and connection are lost. An audience is too large to ask again.
    if (role !== 'audience') void this.#heal();
  }

  async #rejoin(): Promise<void> {
    this.#tellState('reconnecting');
    this.#show();
    while (!this.#isClosed()) {
      await this.#pause.wait();
      try {
        this.#throwIfClosed();
        await this.#connect();
        return;
      } catch (error) {
        await this.#noteRefusal(toLiveError(error).code);
      }
    }
  }

  /** Decides, by the code of a failed rejoin, whether another follows. */
  async #noteRefusal(code: LiveErrorCode): Promise<void> {
    switch (code) {
      case LiveErrorCode.noPermission:
        return this.#kickOut('by-admin');
      case LiveErrorCode.unauthenticated:
        return this.#expire();
      case LiveErrorCode.liveNotFound:
        // The live may have ended meanwhile: then its document says so.
        if ((await this.#heal()) === LiveErrorCode.liveNotFound) this.#kickOut('gone-while-offline');
        return;
      case LiveErrorCode.invalidParameter:
        // Server and kit do not match: another try would get the same answer.
        return this.#kickOut('by-server');
      default:
      // `unreachable`, `internal` and other errors may pass: another try follows.
    }
  }

  /** Finds out why LiveKit has removed this user. A kicked user may not read the live any more. */
  async #noteRemoval(): Promise<void> {
    this.#kickOut((await this.#heal()) === LiveErrorCode.noPermission ? 'by-admin' : 'by-server');
  }

  #heal(): Promise<LiveErrorCode | null> {
    return this.#state.refresh(this.options.api);
  }

  #follow(document: LiveDocument): void {
    if (this.#isClosed()) return;
    this.#own.follow(document, this.#userId);
    this.#suspension.follow(document, this.#userId);
    this.#show();
    if (document.live.endedAt !== null) this.#end();
  }

  #listener(): LiveRoomListener {
    return {
      metadata: (metadata) => this.#state.takeMetadata(metadata),
      packet: (topic, payload) => this.#state.takePacket(topic, payload),
      people: () => this.#show(),
      speaking: () => this.#show(),
      quality: () => this.#show(),
      permission: () => this.#publish(),
      audioBlocked: (isBlocked) => this.#sink.receive({ type: 'audio-blocked', isBlocked }),
      publishFailed: (device) => this.#own.devices.stop(device, 'publish-failed'),
      mending: () => this.#tellState('reconnecting'),
      mended: () => {
        this.#tellState('connected');
        this.#publish();
        this.#show();
        void this.#heal();
      },
      lost: (reason) => this.#lost(reason),
    };
  }

  #lost(reason: DisconnectReason | undefined): void {
    const { DisconnectReason: reasons } = this.options.livekit;
    if (this.#room) void this.#dropRoom(this.#room);
    this.#pause.lost();
    if (reason === reasons.PARTICIPANT_REMOVED) void this.#noteRemoval();
    else if (reason === reasons.DUPLICATE_IDENTITY) this.#kickOut('logged-on-other-device');
    else void this.#rejoin();
  }

  #show(): void {
    const { document } = this.#state;
    if (document) this.#view.show(document, this.#place);
  }

  get #place(): OwnPlace {
    return { userId: this.#userId, sources: this.#own.devices.sources, room: this.#room };
  }

  #publish(): void {
    this.#room?.publish(this.#own.devices.sources);
  }

  async #setEnabled(device: DeviceType, enabled: boolean): Promise<void> {
    const { devices } = this.#own;
    await devices.setEnabled(device, enabled);
    const source = devices.sources[device];
    const failure = await this.#room?.publishFailure(device);
    if (!enabled || !failure) return;
    devices.takeBack(device, source);
    throw failure;
  }

  #end(): void {
    this.#tellState('closed');
    void this.close();
  }

  #kickOut(reason: KickedOutReason): void {
    if (this.#isClosed()) return;
    this.#tellState('closed');
    this.#sink.receive({ type: 'kicked-out', reason });
    void this.close();
  }

  #expire(): void {
    this.#tellState('closed');
    this.#sink.receive({ type: 'login-expired' });
    void this.close();
  }

  #tellState(state: ConnectionState): void {
    this.#sink.receive({ type: 'connection', state });
  }

  /** A method, because TypeScript takes a field that was checked before an `await` for unchanged. */
  #isClosed(): boolean {
    return this.#closing !== null;
  }

  #throwIfClosed(): void {
    if (this.#isClosed()) throw new LiveError(LiveErrorCode.notInLive, 'left while entering');
  }

  async #dropRoom(room: LiveRoom): Promise<void> {
    if (this.#room === room) this.#room = null;
    await room.close();
  }

  async #shutDown(): Promise<void> {
    this.#forgetPage();
    this.#suspension.close();
    this.#pause.skip();
    // The devices first: switching them off shows the stage once more, which would start the sound again.
    const left = this.#own.close();
    this.#view.close();
    await Promise.all([left, this.#room && this.#dropRoom(this.#room)]);
    this.options.onClose();
  }
}
