import type { DisconnectReason } from 'livekit-client';
import {
  LiveError,
  LiveErrorCode,
  toLiveError,
  type KickedOutReason,
  type LiveConnection,
  type LiveSink,
} from '../../core/index.js';
import type { LiveDocument } from '../../protocol/index.js';
import type { Capture, Device } from './publish/capture.js';
import { LiveRoom, type LiveRoomListener } from './room/live-room.js';
import { LiveState } from './server/live-state.js';
import type { LiveKitClient } from './room/livekit-client.js';
import { OpenSink } from './open-sink.js';
import { OwnStage } from './publish/own-stage.js';
import { onPageReturn } from './room/page-return.js';
import { removalReason } from './server/removal-reason.js';
import { RetryPause } from './room/retry-pause.js';
import { RoomView } from './view/room-view.js';
import type { ServerApi } from './server/server-api.js';

export interface LiveKitConnectionOptions {
  liveId: string;
  sink: LiveSink;
  api: ServerApi;
  livekit: LiveKitClient;
  rtcConfig: RTCConfiguration;
  capture: Capture;
  /** Called once, when nothing of this is left. */
  onClose: () => void;
}

/** One stay in a live. Any loss that is not the end, a kick or our own leaving is answered by joining again. */
export class LiveKitConnection implements LiveConnection {
  readonly #sink: OpenSink;
  readonly #state: LiveState;
  readonly #own: OwnStage;
  readonly #view: RoomView;
  readonly #pause = new RetryPause();
  readonly #forgetPage: () => void;
  #userId = '';
  #room: LiveRoom | null = null;
  #closing: Promise<void> | null = null;

  constructor(private readonly options: LiveKitConnectionOptions) {
    const { liveId, sink, api, livekit, rtcConfig, capture } = options;
    this.#sink = new OpenSink(sink);
    this.#state = new LiveState(liveId, this.#sink, (document) => this.#follow(document));
    this.#own = new OwnStage({
      livekit,
      rtcConfig,
      capture,
      requestAccess: (toLiveId) => api.linkedRoom(liveId, toLiveId),
      onChange: () => this.#showDevices(),
      onStopped: (device, reason) => this.#sink.deviceStopped(device, reason),
      refresh: () => this.#heal(),
    });
    this.#view = new RoomView(livekit, this.#sink);
    this.#forgetPage = onPageReturn(() => {
      this.#pause.skip();
      void this.#heal();
    });
  }

  async enter(): Promise<void> {
    this.#sink.connection('connecting');
    try {
      await this.#connect();
    } catch (error) {
      await this.close();
      throw toLiveError(error);
    }
  }

  setCameraEnabled(enabled: boolean): Promise<void> {
    return this.#setEnabled('camera', enabled);
  }

  setMicrophoneEnabled(enabled: boolean): Promise<void> {
    return this.#setEnabled('microphone', enabled);
  }

  async startAudio(): Promise<void> {
    await this.#room?.startAudio();
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#view.setLiveMuted(liveId, isMuted);
    this.#view.showSpeaking(this.#room);
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
    // Lost again already, which has been dealt with.
    if (this.#room !== room) return;
    this.#pause.entered();
    this.#sink.connection('connected');
    this.#publish();
    // What arrived for this user between the join and the connection reached nobody; a whole audience need not ask.
    if (role !== 'audience') void this.#heal();
  }

  async #rejoin(): Promise<void> {
    this.#sink.connection('reconnecting');
    this.#show();
    while (!this.#sink.isClosed) {
      await this.#pause.wait();
      try {
        this.#throwIfClosed();
        await this.#connect();
        return;
      } catch (error) {
        const { code } = toLiveError(error);
        if (code === LiveErrorCode.noPermission) this.#kickOut('by-admin');
        if (code === LiveErrorCode.liveNotFound) await this.#noticeEnd();
      }
    }
  }

  /** The live may have ended while nobody could tell us. */
  async #noticeEnd(): Promise<void> {
    const code = await this.#heal();
    if (code === LiveErrorCode.liveNotFound) this.#kickOut('network-disconnected');
  }

  #heal(): Promise<LiveErrorCode | null> {
    return this.#state.refresh(this.options.api);
  }

  #follow(document: LiveDocument): void {
    if (this.#sink.isClosed) return;
    if (document.live.endedAt === null) this.#own.follow(document, this.#userId);
    this.#show();
    if (document.live.endedAt !== null) this.#end();
  }

  #listener(): LiveRoomListener {
    return {
      metadata: (metadata) => this.#state.takeMetadata(metadata),
      packet: (topic, payload) => this.#state.takePacket(topic, payload),
      people: () => this.#show(),
      speaking: () => this.#view.showSpeaking(this.#room),
      quality: () => this.#view.showQuality(this.#room),
      permission: () => this.#publish(),
      audioBlocked: (blocked) => this.#sink.audioBlocked(blocked),
      mending: () => this.#sink.connection('reconnecting'),
      mended: () => {
        this.#sink.connection('connected');
        this.#showDevices();
        void this.#heal();
      },
      lost: (reason) => this.#lost(reason),
    };
  }

  #lost(reason: DisconnectReason | undefined): void {
    const { api, liveId, livekit } = this.options;
    const { DisconnectReason: reasons } = livekit;
    if (this.#room) void this.#dropRoom(this.#room);
    this.#pause.lost();
    if (reason === reasons.PARTICIPANT_REMOVED) void removalReason(api, liveId).then((why) => this.#kickOut(why));
    else if (reason === reasons.DUPLICATE_IDENTITY) this.#kickOut('logged-on-other-device');
    else void this.#rejoin();
  }

  #show(): void {
    const { document } = this.#state;
    if (document) this.#view.show(document, this.#own, this.#room);
  }

  #showDevices(): void {
    this.#publish();
    this.#show();
  }

  #publish(): void {
    void this.#room?.publish(this.#own.devices);
  }

  async #setEnabled(device: Device, enabled: boolean): Promise<void> {
    await this.#own.setEnabled(device, enabled);
    await this.#room?.publish(this.#own.devices);
  }

  #end(): void {
    this.#sink.connection('closed');
    void this.close();
  }

  #kickOut(reason: KickedOutReason): void {
    this.#sink.connection('closed');
    this.#sink.kickedOut(reason);
    void this.close();
  }

  #throwIfClosed(): void {
    if (this.#sink.isClosed) throw new LiveError(LiveErrorCode.notInLive, 'left while entering');
  }

  async #dropRoom(room: LiveRoom): Promise<void> {
    if (this.#room === room) this.#room = null;
    await room.close();
  }

  async #shutDown(): Promise<void> {
    this.#sink.close();
    this.#forgetPage();
    this.#pause.skip();
    // A device that goes off is shown, and so would be people's sound.
    const left = this.#own.close();
    this.#view.close();
    await Promise.all([left, this.#room && this.#dropRoom(this.#room)]);
    this.options.onClose();
  }
}
