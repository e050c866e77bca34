import type { DisconnectReason } from 'livekit-client';
import {
  LiveError,
  LiveErrorCode,
  toLiveError,
  type KickedOutReason,
  type LiveConnection,
  type LiveDocument,
  type LiveSink,
} from '../../core/index.js';
import type { Capture, Device } from './capture.js';
import { LinkedRooms } from './linked-rooms.js';
import { LiveRoom, type LiveRoomListener } from './live-room.js';
import { LiveState } from './live-state.js';
import type { LiveKitClient } from './livekit-client.js';
import { OpenSink } from './open-sink.js';
import { OwnDevices } from './own-devices.js';
import { onPageReturn } from './page-return.js';
import { ownParticipant } from './people.js';
import { PeopleView } from './people-view.js';
import { RetryPause } from './retry-pause.js';
import type { ServerApi } from './server-api.js';

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
  readonly #devices: OwnDevices;
  readonly #linkedRooms: LinkedRooms;
  readonly #people: PeopleView;
  readonly #pause = new RetryPause();
  readonly #forgetPage: () => void;
  #room: LiveRoom | null = null;
  #isHost = false;
  #closing: Promise<void> | null = null;

  constructor(private readonly options: LiveKitConnectionOptions) {
    const { liveId, sink, api, livekit, rtcConfig, capture } = options;
    this.#sink = new OpenSink(sink);
    this.#state = new LiveState(liveId, this.#sink, (document) => this.#follow(document));
    this.#devices = new OwnDevices(capture, () => this.#showDevices());
    const requestAccess = (toLiveId: string) => api.linkedRoom(liveId, toLiveId);
    this.#linkedRooms = new LinkedRooms({ livekit, rtcConfig, devices: this.#devices, requestAccess });
    this.#people = new PeopleView(livekit, this.#sink);
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
    this.#people.setLiveMuted(liveId, isMuted);
  }

  close(): Promise<void> {
    this.#closing ??= this.#shutDown();
    return this.#closing;
  }

  async #connect(): Promise<void> {
    const { api, liveId, livekit, rtcConfig } = this.options;
    const { role, document, personal, ...access } = await api.join(liveId);
    this.#throwIfClosed();
    this.#isHost = role === 'host';
    this.#state.take(document, personal);
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
    if (!this.#isHost) return;
    void room.publish(this.#devices);
    // Invitations that arrived between the join and the connection reached nobody.
    void this.#heal();
  }

  async #rejoin(): Promise<void> {
    this.#sink.connection('reconnecting');
    this.#showPeople();
    while (!this.#sink.isClosed) {
      await this.#pause.wait();
      try {
        this.#throwIfClosed();
        await this.#connect();
        return;
      } catch (error) {
        const { code } = toLiveError(error);
        if (code === LiveErrorCode.noPermission) this.#kickOut('by-server');
        if (code === LiveErrorCode.liveNotFound) await this.#noticeEnd();
      }
    }
  }

  /** The live may have ended while nobody could tell us. */
  async #noticeEnd(): Promise<void> {
    const code = await this.#heal();
    if (code === LiveErrorCode.liveNotFound) this.#kickOut('network-disconnected');
  }

  /** Asks for the current state, which may have changed unheard. */
  async #heal(): Promise<LiveErrorCode | null> {
    try {
      const { document, personal } = await this.options.api.live(this.options.liveId);
      this.#state.take(document, personal);
      return null;
    } catch (error) {
      return toLiveError(error).code;
    }
  }

  #follow(document: LiveDocument): void {
    if (this.#sink.isClosed) return;
    this.#showPeople();
    if (document.live.endedAt !== null) this.#end();
    else if (this.#isHost) this.#linkedRooms.update(document);
  }

  #listener(): LiveRoomListener {
    return {
      metadata: (metadata) => this.#state.takeMetadata(metadata),
      packet: (topic, payload) => this.#state.takePacket(topic, payload),
      people: () => this.#showPeople(),
      speaking: () => this.#showSpeaking(),
      audioBlocked: (blocked) => this.#sink.audioBlocked(blocked),
      mending: () => this.#sink.connection('reconnecting'),
      mended: () => {
        this.#sink.connection('connected');
        void this.#room?.publish(this.#devices);
        void this.#heal();
      },
      lost: (reason) => this.#lost(reason),
    };
  }

  #lost(reason: DisconnectReason | undefined): void {
    const { DisconnectReason: reasons } = this.options.livekit;
    if (this.#room) void this.#dropRoom(this.#room);
    this.#pause.lost();
    if (reason === reasons.PARTICIPANT_REMOVED) this.#kickOut('by-server');
    else if (reason === reasons.DUPLICATE_IDENTITY) this.#kickOut('logged-on-other-device');
    else void this.#rejoin();
  }

  #showPeople(): void {
    const { document } = this.#state;
    if (!document) return;
    const own = this.#isHost ? ownParticipant(document.live.liveOwner, this.#devices) : null;
    this.#people.show(document, own, this.#room?.remoteParticipants ?? []);
    this.#showSpeaking();
  }

  #showSpeaking(): void {
    const { document } = this.#state;
    if (document) this.#people.showSpeaking(document, this.#room?.activeSpeakers ?? []);
  }

  #showDevices(): void {
    void this.#room?.publish(this.#devices);
    this.#linkedRooms.publish();
    this.#showPeople();
  }

  async #setEnabled(device: Device, enabled: boolean): Promise<void> {
    if (enabled && !this.#isHost) {
      throw new LiveError(LiveErrorCode.noPermission, 'only a host may use camera and microphone');
    }
    await this.#devices.setEnabled(device, enabled);
    await this.#room?.publish(this.#devices);
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
    // Devices that go off are shown, and so would be people's sound.
    this.#devices.stop();
    this.#people.close();
    await Promise.all([this.#linkedRooms.close(), this.#room && this.#dropRoom(this.#room)]);
    this.options.onClose();
  }
}
