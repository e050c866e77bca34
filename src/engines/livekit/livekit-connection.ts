import {
  toLiveError,
  type LiveConnection,
  type LiveErrorCode,
  type LiveSink,
  type PageVisibility,
} from '../../core/index.js';
import { OwnSuspension } from '../../core/stage/own-suspension.js';
import type { JoinReply, LiveDocument } from '../../protocol/index.js';
import { LiveStage } from './live-stage.js';
import type { Capture } from './publish/capture.js';
import type { LiveKitClient } from './room/livekit-client.js';
import { onPageReturn } from './room/page-return.js';
import { RoomStay, type RoomStayOptions, type StayEnd } from './room/room-stay.js';
import { LiveState } from './server/live-state.js';
import type { ServerApi } from './server/server-api.js';

export interface LiveKitConnectionOptions {
  liveId: string;
  sink: LiveSink;
  api: ServerApi;
  /** Asks the server for a way into the live. */
  requestJoin: () => Promise<JoinReply>;
  loadClient: () => Promise<LiveKitClient>;
  rtcConfig: RTCConfiguration;
  capture: Capture;
  visibility: PageVisibility;
  /** Called once, after everything is closed. */
  onClose: () => void;
}

/** One stay in a live. Lasts until the user leaves or is put out, or live or login end. */
export class LiveKitConnection implements LiveConnection {
  readonly #state: LiveState;
  readonly #stage: LiveStage;
  readonly #stay: RoomStay;
  readonly #suspension: OwnSuspension;
  readonly #forgetPage: () => void;
  #closing: Promise<void> | null = null;

  constructor(private readonly options: LiveKitConnectionOptions) {
    const { liveId, sink, api, requestJoin, loadClient, rtcConfig, capture, visibility } = options;
    const refresh = (): Promise<LiveErrorCode | null> => this.#state.refresh(api);
    this.#state = new LiveState(liveId, sink, (document) => this.#follow(document));
    this.#stage = new LiveStage({
      loadClient,
      rtcConfig,
      capture,
      sink,
      refresh,
      requestAccess: (toLiveId) => api.linkedRoom(liveId, toLiveId),
      document: () => this.#state.document,
      whereabouts: () => this.#stay,
    });
    this.#stay = new RoomStay({
      requestJoin,
      loadClient,
      rtcConfig,
      refresh,
      state: this.#state,
      listener: this.#listener(),
      onState: (state) => {
        sink.receive({ type: 'connection', state });
        if (state === 'connected') this.#stage.publish();
        this.#stage.show();
      },
      onEnd: (end) => this.#end(end),
    });
    this.#suspension = new OwnSuspension({
      visibility,
      tell: (status) => api.execute({ type: 'set-suspend-status', liveId, status }),
      wait: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    });
    this.#forgetPage = onPageReturn(() => {
      this.#stay.hurry();
      void refresh();
    });
  }

  /** Enters the live. @throws LiveError with the server's code, `unreachable`, or `notInLive` if closed meanwhile. */
  async enter(): Promise<void> {
    this.options.sink.receive({ type: 'connection', state: 'connecting' });
    try {
      await this.#stay.enter();
    } catch (error) {
      await this.close();
      throw toLiveError(error);
    }
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable`, `notInLive` after leaving. */
  setCameraEnabled(enabled: boolean): Promise<void> {
    return this.#stage.setEnabled('camera', enabled);
  }

  /** @throws LiveError as `setCameraEnabled`. */
  setMicrophoneEnabled(enabled: boolean): Promise<void> {
    return this.#stage.setEnabled('microphone', enabled);
  }

  async startAudio(): Promise<void> {
    await this.#stay.room?.startAudio();
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#stage.setLiveMuted(liveId, isMuted);
  }

  close(): Promise<void> {
    this.#closing ??= this.#shutDown();
    return this.#closing;
  }

  #listener(): RoomStayOptions['listener'] {
    const show = (): void => this.#stage.show();
    return {
      metadata: (metadata) => this.#state.takeMetadata(metadata),
      packet: (topic, payload) => this.#state.takePacket(topic, payload),
      people: show,
      speaking: show,
      quality: show,
      permission: () => this.#stage.publish(),
      audioBlocked: (isBlocked) => this.options.sink.receive({ type: 'audio-blocked', isBlocked }),
      publishFailed: (device) => this.#stage.publishFailed(device),
    };
  }

  #follow(document: LiveDocument): void {
    if (this.#stay.isClosed) return;
    this.#stage.follow(document);
    this.#suspension.follow(document, this.#stay.userId);
    if (document.live.endedAt !== null) this.#end();
  }

  /** Closes the connection, because the live has ended or for the reason given. */
  #end(end?: StayEnd): void {
    if (this.#stay.isClosed) return;
    const { sink } = this.options;
    sink.receive({ type: 'connection', state: 'closed' });
    if (end) sink.receive(end);
    void this.close();
  }

  async #shutDown(): Promise<void> {
    this.#forgetPage();
    this.#suspension.close();
    await Promise.all([this.#stage.close(), this.#stay.close()]);
    this.options.onClose();
  }
}
